package io.github.slacklogging.diagnosis;

import java.util.List;

import ch.qos.logback.classic.Level;
import io.github.slacklogging.diagnosis.SetUpReport.Fact;
import io.github.slacklogging.testing.HeardVoice;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SetUpReportTests {

	private static final SetUpReport REPORT = new SetUpReport("Slack logging of orders-api",
			List.of(new Fact("destinations", List.of("default: webhook", "oncall: bot")),
					Fact.of("level", "from ERROR")),
			List.of("Nothing leads to 'oncall'", "Nobody reads 'x'"), List.of(Fact.of("batch", "linger 1s")));

	@Test
	void blockIsOneEventAndEachWarningAnother() {
		try (HeardVoice voice = new HeardVoice(Voice.REPORT)) {
			REPORT.tell();
			assertThat(voice.lines(Level.INFO)).containsExactly("""
					Slack logging of orders-api
					  destinations  default: webhook
					                oncall: bot
					  level         from ERROR""");
			assertThat(voice.lines(Level.WARN)).containsExactly("Nothing leads to 'oncall'", "Nobody reads 'x'");
			assertThat(voice.lines(Level.DEBUG)).containsExactly("""
					Slack logging of orders-api, in detail
					  batch  linger 1s""");
		}
	}

	@Test
	void appenderThatThrowsDoesNotStopTheStart() {
		try (HeardVoice voice = new HeardVoice(Voice.REPORT).choking()) {
			REPORT.tell();
			assertThat(voice.lines()).hasSize(4);
		}
	}

}
