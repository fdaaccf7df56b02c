package io.github.slacklogging.inbox;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedLogTests {

	private final Room room = new Room(100);

	private final BoundedLog<String, String> log = new BoundedLog<>(10, this.room);

	@Test
	void oldestGoesWhenThereAreTooMany() {
		BoundedLog<String, String> two = new BoundedLog<>(2, this.room);
		two.add("a", "A", 1);
		two.add("b", "B", 1);
		assertThat(two.forgotten()).isZero();
		two.add("c", "C", 1);
		assertThat(two.entries()).containsExactly("B", "C");
		assertThat(two.forgotten()).isEqualTo(1);
		assertThat(two.find("a")).isEmpty();
		assertThat(this.room.bytes()).isEqualTo(2);
	}

	@Test
	void oldestGoesWhenTheRoomIsFullAndNotBefore() {
		this.log.add("a", "A", 60);
		this.log.add("b", "B", 40);
		assertThat(this.log.entries()).containsExactly("A", "B");
		this.log.add("c", "C", 1);
		assertThat(this.log.entries()).containsExactly("B", "C");
		assertThat(this.log.forgotten()).isEqualTo(1);
		assertThat(this.room.bytes()).isEqualTo(41);
	}

	@Test
	void oldestOfAllLogsInTheRoomGoes() {
		BoundedLog<String, String> other = new BoundedLog<>(10, this.room);
		this.log.add("a", "A", 30);
		other.add("b", "B", 30);
		this.log.add("c", "C", 30);
		other.add("d", "D", 30);
		assertThat(this.log.entries()).containsExactly("C");
		assertThat(other.entries()).containsExactly("B", "D");
		other.add("e", "E", 30);
		assertThat(this.log.entries()).containsExactly("C");
		assertThat(other.entries()).containsExactly("D", "E");
	}

	@Test
	void newestStaysEvenIfItAloneIsTooLarge() {
		BoundedLog<String, String> other = new BoundedLog<>(10, this.room);
		other.add("z", "Z", 1);
		this.log.add("a", "A", 1);
		this.log.add("b", "B", 1_000);
		assertThat(this.log.entries()).containsExactly("B");
		assertThat(other.entries()).isEmpty();
	}

	@Test
	void replacedEntryKeepsItsPlace() {
		this.log.add("a", "A", 90);
		this.log.add("b", "B", 5);
		this.log.replace("a", "A2", 10);
		assertThat(this.log.entries()).containsExactly("A2", "B");
		assertThat(this.room.bytes()).isEqualTo(15);
		this.log.replace("a", "A3", 96);
		assertThat(this.log.entries()).as("grew out of the room").containsExactly("B");
	}

	@Test
	void roomFollowsWhatIsTakenAway() {
		this.log.add("a", "A", 90);
		assertThat(this.log.poll()).hasValue("A");
		this.log.add("b", "B", 90);
		assertThat(this.log.remove("b")).hasValue("B");
		assertThat(this.log.remove("b")).isEmpty();
		this.log.add("c", "C", 90);
		this.log.clear();
		assertThat(this.room.bytes()).isZero();
		assertThat(this.log.forgotten()).isZero();
	}

	@Test
	void replacingWhatIsGoneChangesNothing() {
		this.log.add("a", "A", 1);
		this.log.replace("gone", "new", 1);
		assertThat(this.log.entries()).containsExactly("A");
		assertThat(this.room.bytes()).isEqualTo(1);
	}

	@Test
	void textTakesOneByteForEachLatinCharacterAndTwoOtherwise() {
		assertThat(Room.bytesOf("abü")).isEqualTo(3);
		assertThat(Room.bytesOf("ab→")).isEqualTo(6);
	}

	@Test
	void changeTakesTheSameWorkHoweverManyEntriesThereAre() {
		assertThat(workOfChangesAmong(1_000)).isEqualTo(workOfChangesAmong(10)).isLessThan(20);
	}

	/** How often keys are asked, after ten times as many came as are kept. */
	private static int workOfChangesAmong(int kept) {
		BoundedLog<Asked, String> log = new BoundedLog<>(kept, new Room(Long.MAX_VALUE));
		AtomicInteger work = new AtomicInteger();
		for (int i = 0; i < 10 * kept; i++) {
			log.add(new Asked(i, work), "" + i, 1);
		}
		work.set(0);
		Asked middle = new Asked(10 * kept - kept / 2, work);
		assertThat(log.find(middle)).hasValue("" + middle.number());
		log.replace(middle, "other", 2);
		log.add(new Asked(10 * kept, work), "newest", 1);
		assertThat(log.remove(middle)).hasValue("other");
		return work.get();
	}

	/** A key that counts how often it is asked who it is. */
	private record Asked(int number, AtomicInteger work) {

		@Override
		public boolean equals(Object other) {
			this.work.incrementAndGet();
			return other instanceof Asked asked && asked.number == this.number;
		}

		@Override
		public int hashCode() {
			this.work.incrementAndGet();
			return this.number;
		}

	}

}
