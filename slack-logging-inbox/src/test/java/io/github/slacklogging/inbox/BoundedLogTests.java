package io.github.slacklogging.inbox;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedLogTests {

	@Test
	void oldestGoesWhenThereAreTooMany() {
		BoundedLog<String> log = new BoundedLog<>(2, 100);
		log.add("a", 1);
		log.add("b", 1);
		log.add("c", 1);
		assertThat(log.entries()).containsExactly("b", "c");
	}

	@Test
	void oldestGoesWhenTheyAreTooLarge() {
		BoundedLog<String> log = new BoundedLog<>(10, 100);
		log.add("a", 60);
		log.add("b", 40);
		assertThat(log.entries()).containsExactly("a", "b");
		log.add("c", 1);
		assertThat(log.entries()).containsExactly("b", "c");
	}

	@Test
	void newestStaysEvenIfItAloneIsTooLarge() {
		BoundedLog<String> log = new BoundedLog<>(10, 100);
		log.add("a", 1);
		log.add("b", 1_000);
		assertThat(log.entries()).containsExactly("b");
	}

	@Test
	void sizeFollowsReplacedAndPolledEntries() {
		BoundedLog<String> log = new BoundedLog<>(10, 100);
		String a = "a";
		log.add(a, 90);
		log.replace(a, "A", 10);
		log.add("b", 90);
		assertThat(log.entries()).containsExactly("A", "b");
		assertThat(log.poll()).hasValue("A");
		log.add("c", 10);
		assertThat(log.entries()).containsExactly("b", "c");
	}

	@Test
	void replacingWhatIsGoneChangesNothing() {
		BoundedLog<String> log = new BoundedLog<>(10, 100);
		log.add("a", 1);
		log.replace("gone", "new", 1);
		assertThat(log.entries()).containsExactly("a");
	}

}
