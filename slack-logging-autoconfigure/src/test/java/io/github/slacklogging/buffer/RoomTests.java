package io.github.slacklogging.buffer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoomTests {

	private static final long BYTES = 1L << 39;

	private final Room room = new Room();

	private final Limit limit = new Limit(1 << 23, 2 * BYTES, 2 * BYTES);

	@Test
	void countStaysRightWhenTheNumbersOverflow() {
		// a quarter of what a number holds
		long events = 1L << 62;
		for (int i = 0; i < 10; i++) {
			assertThat(this.room.take(events | 17, this.limit)).isTrue();
			assertThat(Room.events(this.room.used())).isEqualTo(1 << 22);
			assertThat(Room.bytes(this.room.used())).isEqualTo(17);

			this.room.giveBack(events | 17);

			assertThat(this.room.used()).isZero();
		}
	}

	@Test
	void bytesDoNotSpillIntoTheEvents() {
		this.room.take((1L << 40) | BYTES, this.limit);
		this.room.take((1L << 40) | (BYTES - 1), this.limit);

		assertThat(Room.events(this.room.used())).isEqualTo(2);
		assertThat(Room.bytes(this.room.used())).isEqualTo(2 * BYTES - 1);
	}

	@Test
	void whatDoesNotFitTakesNothing() {
		Limit one = new Limit(1, 100, 100);

		assertThat(this.room.isLeft(one)).isTrue();
		assertThat(this.room.take((1L << 40) | 101, one)).isFalse();
		assertThat(this.room.used()).isZero();
		assertThat(this.room.take((1L << 40) | 100, one)).isTrue();
		assertThat(this.room.isLeft(one)).isFalse();
		assertThat(this.room.take((1L << 40) | 1, one)).isFalse();
		assertThat(Room.events(this.room.used())).isEqualTo(1);
	}

}
