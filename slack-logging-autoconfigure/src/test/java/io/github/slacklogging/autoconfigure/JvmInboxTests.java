package io.github.slacklogging.autoconfigure;

import java.net.URI;

import io.github.slacklogging.inbox.SlackInbox;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class JvmInboxTests {

	private final Log log = LogFactory.getLog(JvmInboxTests.class);

	private final JvmInbox inbox = new JvmInbox();

	@Test
	void itSaysWhereItIs(CapturedOutput output) {
		InboxPropertySource source = this.inbox.start(0, false, this.log).orElseThrow();
		assertThat(output.getOut().lines().filter((line) -> line.contains("inbox"))).singleElement()
			.asString()
			.contains(source.page().toString())
			.doesNotContain("could not be used");
	}

	@Test
	void aTakenPortIsToldAndReplacedByAFreeOne(CapturedOutput output) {
		try (SlackInbox stranger = SlackInbox.start()) {
			InboxPropertySource source = this.inbox.start(stranger.port(), false, this.log).orElseThrow();
			assertThat(source.page().getPort()).isNotEqualTo(stranger.port());
			assertThat(output.getOut().lines().filter((line) -> line.contains("inbox"))).singleElement()
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

}
