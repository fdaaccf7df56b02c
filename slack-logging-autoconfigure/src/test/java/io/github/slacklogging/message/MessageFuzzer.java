package io.github.slacklogging.message;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Looks for what nobody thought of. Without being asked it replays what was found before;
 * with {@code JAZZER_FUZZ=1} it goes on looking: docs/architecture.md says how.
 */
class MessageFuzzer {

	@FuzzTest
	void anyPlan(FuzzedDataProvider found) {
		JudgedMessages.judge(new FuzzedChoices(found));
	}

	@FuzzTest
	void anyText(FuzzedDataProvider found) {
		JudgedTexts.judge(new FuzzedChoices(found).text() + found.consumeRemainingAsString());
	}

}
