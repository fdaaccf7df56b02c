package io.github.slacklogging.masking;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LateRulesTests {

	private final AtomicInteger made = new AtomicInteger();

	private final LateRules rules = new LateRules(() -> {
		this.made.incrementAndGet();
		return EventMasking.Settings.defaults().chosen();
	});

	@Test
	void rulesAreMadeWhenTheyAreFirstAskedFor() {
		assertThat(this.made).hasValue(0);
		assertThat(this.rules.texts().mask("password=hunter22").text()).isEqualTo("password=***");
		assertThat(this.made).hasValue(1);
	}

	@Test
	void rulesAreMadeOnce() {
		this.rules.names();
		this.rules.texts();
		this.rules.names();
		assertThat(this.made).hasValue(1);
	}

	@Test
	void unknownRuleIsRefusedBeforeAnyTextIsMasked() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new EventMasking.Settings(true, List.of("nonsense"), List.of(), Map.of(), List.of()))
			.withMessageContaining("slack.logging.masking.rules");
	}

	@Test
	void patternThatCannotBeReadIsRefusedBeforeAnyTextIsMasked() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new EventMasking.Settings(true, List.of(), List.of(), Map.of("mine", "(?=x)"), List.of()))
			.withMessageContaining("slack.logging.masking.patterns.mine");
	}

}
