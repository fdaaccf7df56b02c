package io.github.slacklogging.message;

import java.util.Objects;

import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.message.MessageComposer.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is logged, the message is one that Slack takes, nothing in it acts that we did
 * not put there, and its sums match. Seeds are fixed: a failure comes again.
 */
class HostileMessageTests {

	/** How many plans each range of seeds makes; more for a long night. */
	private static final int PLANS = Integer.getInteger("hostile.plans", 250);

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void nothingThatIsLoggedActsOrBreaksALimit(int range) {
		for (int i = 0; i < PLANS; i++) {
			long seed = range * 1_000_000L + i;
			try {
				JudgedMessages.judge(new HostileText(seed));
			}
			catch (RuntimeException | AssertionError ex) {
				throw new AssertionError("Seed " + seed + ": " + ex.getMessage(), ex);
			}
		}
	}

	@Test
	void readerOfTheseTestsSeesWhatActs() {
		MrkdwnReader read = MrkdwnReader.read("> *b* _i_ ~s~ `*c*` :e: <@U1> <!date^1|x> a*b*c ` <");
		assertThat(read.bold()).containsExactly("b");
		assertThat(read.other()).containsExactlyInAnyOrder("token <@U1>", "token <!date^1|x>", "italic i", "strike s",
				"emoji e", "quote > *b* _i_ ~s~ \uE000 :e: \uE000 \uE000 a*b*c ` <", "backtick `", "bracket >",
				"bracket <");
	}

	@Test
	void textIsShownAsItWasLogged() {
		for (String piece : HostileText.PIECES) {
			String message = "before " + piece + " after";
			String shown = MrkdwnReader.read(headline(message)).shown();
			assertThat(shown.replace('\u02CB', '`').replace('\uFF40', '`'))
				.contains(LogText.line(message, 300).replace('\uFF40', '`'));
		}
	}

	private static String headline(String message) {
		SlackMessage composed = new MessageComposer(Settings.defaults(), () -> Told.ORDERS_API)
			.compose(Told.plan(Told.error(message).once()));
		return MrkdwnReader.objectsIn(Objects.requireNonNull(composed.blocks())).get(0);
	}

}
