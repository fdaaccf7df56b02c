package io.github.slacklogging.autoconfigure;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.inbox.SlackInbox;
import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JvmInboxTests {

	private final Lines log = new Lines();

	private final JvmInbox inbox = new JvmInbox();

	@Test
	void itSaysWhereItIs() {
		InboxPropertySource source = this.inbox.start(0, false, this.log).orElseThrow();
		assertThat(this.log.lines).singleElement()
			.asString()
			.contains(source.page().toString())
			.doesNotContain("could not be used");
	}

	@Test
	void aTakenPortIsToldAndReplacedByAFreeOne() {
		try (SlackInbox stranger = SlackInbox.start()) {
			InboxPropertySource source = this.inbox.start(stranger.port(), false, this.log).orElseThrow();
			assertThat(source.page().getPort()).isNotEqualTo(stranger.port());
			assertThat(this.log.lines).singleElement()
				.asString()
				.contains(source.page().toString(), "port " + stranger.port() + " could not be used");
		}
	}

	@Test
	void thereIsOneForEverybodyInTheJvm() {
		URI first = this.inbox.start(0, false, this.log).orElseThrow().page();
		URI second = this.inbox.start(0, true, this.log).orElseThrow().page();
		assertThat(second).isEqualTo(first);
	}

	/** What is said, whatever other tests left of the logging of this JVM. */
	private static final class Lines extends NoOpLog {

		private final List<String> lines = new ArrayList<>();

		@Override
		public void info(Object message) {
			this.lines.add(message.toString());
		}

	}

}
