package io.github.slacklogging.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PplTests {

	private static final FieldNames NAMES = new FieldNames(
			Map.of(LogField.LOGGER, "log.logger", LogField.MESSAGE, "message"));

	@Test
	void queryStartsWithABarSoThatThePageAddsTheSource() {
		assertThat(ppl(new Criterion.Is(LogField.LOGGER, "com.acme.Orders"), new Criterion.Says("not found")))
			.isEqualTo("| where `log.logger` = 'com.acme.Orders' and match_phrase(`message`, 'not found')");
	}

	@Test
	void quotesAndBackslashesAreEscaped() {
		assertThat(ppl(new Criterion.Is(LogField.LOGGER, "it's C:\\new \"x\"")))
			.isEqualTo("| where `log.logger` = 'it\\'s C:\\\\new \"x\"'");
	}

	@Test
	void valueWithABarIsLikeItself() {
		assertThat(ppl(new Criterion.Is(LogField.LOGGER, "a|b_100%*?\\'")))
			.isEqualTo("| where `log.logger` like 'a_b_100____\\''");
	}

	@Test
	void phraseWithABarHasTheSameWordsWithoutIt() {
		assertThat(ppl(new Criterion.Says("a | stats count()")))
			.isEqualTo("| where match_phrase(`message`, 'a   stats count()')");
	}

	private static String ppl(Criterion... criteria) {
		return Ppl.of(new LogQuestion(List.of(criteria), new TimeWindow(Instant.EPOCH, Instant.EPOCH)), NAMES);
	}

}
