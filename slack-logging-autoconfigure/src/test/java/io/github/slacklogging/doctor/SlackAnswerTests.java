package io.github.slacklogging.doctor;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SlackAnswerTests {

	@Test
	void whatIsShownIsOneShortLineWithoutASecret() {
		SlackAnswer answer = SlackAnswer.read("""
				{"ok": true, "team": "Acme\\n[31m", "user": "got xoxb-1-2-abc", "url": "%s"}"""
			.formatted("x".repeat(81)));
		assertThat(answer.value("team")).isEqualTo("Acme [31m");
		assertThat(answer.value("user")).isEqualTo("got ***");
		assertThat(answer.value("url")).hasSize(81).endsWith("x…");
		assertThat(answer.value("team_id")).isEqualTo("?");
	}

}
