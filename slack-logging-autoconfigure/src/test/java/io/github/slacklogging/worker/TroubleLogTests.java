package io.github.slacklogging.worker;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.testing.ManualClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TroubleLogTests {

	private final List<String> lines = new ArrayList<>();

	private final TroubleLog trouble = new TroubleLog(this.lines::add, new ManualClock());

	@Test
	void reasonCannotForgeALineOrSteerATerminal() {
		this.trouble.accept("Slack refuses (x\nslack-logging: all is well\r\u001B[2J\u2028y\u202Ez\uD83D)");
		assertThat(this.lines).containsExactly("slack-logging: Slack refuses (x slack-logging: all is well [2J y z )");
	}

	@Test
	void ordinaryWordsStay() {
		this.trouble.accept("Größe 日本 \uD83D\uDE00 /tmp/a b.log");
		assertThat(this.lines).containsExactly("slack-logging: Größe 日本 \uD83D\uDE00 /tmp/a b.log");
	}

}
