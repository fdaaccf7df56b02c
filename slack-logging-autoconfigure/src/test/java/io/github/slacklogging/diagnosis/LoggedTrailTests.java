package io.github.slacklogging.diagnosis;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.slacklogging.testing.HeardVoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class LoggedTrailTests {

	private final HeardVoice voice = new HeardVoice(Voice.DIAGNOSTICS);

	private final LoggedTrail trail = new LoggedTrail();

	@AfterEach
	void deafen() {
		this.voice.close();
	}

	@Test
	void stepIsOneLineAtInfo() {
		this.trail.step("channel", "0K3-7", "kept: routes[0] → payments");
		assertThat(this.voice.lines(Level.INFO)).containsExactly("[channel] 0K3-7 kept: routes[0] → payments");
	}

	@Test
	void lineStaysOneWhateverStandsInIt() {
		this.trail.step("grouping", "0K3-7", "is #a: template x\r\n[slack] 0K3-7 acknowledged\u2028\u001b[2J\u202e{}");
		assertThat(this.voice.lines())
			.containsExactly("[grouping] 0K3-7 is #a: template x  [slack] 0K3-7 acknowledged  [2J {}");
	}

	@Test
	void lineIsBounded() {
		this.trail.step("grouping", "0K3-7", "x".repeat(10_000));
		assertThat(this.voice.lines().get(0)).hasSize(2_001).endsWith("…");
	}

	@Test
	void itIsOffWhereItsLoggerIs() {
		assertThat(this.trail.isOn()).isTrue();
		((Logger) LoggerFactory.getLogger(Voice.DIAGNOSTICS)).setLevel(Level.WARN);
		assertThat(this.trail.isOn()).isFalse();
	}

}
