package io.github.slacklogging.inbox;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScriptTests {

	private static final Reply FIRST = Reply.apiError("first");

	private static final Reply SECOND = Reply.apiError("second");

	private static final Reply THIRD = Reply.apiError("third");

	private final Script script = new Script();

	@Test
	void replyForAMethodWaitsForThatMethod() {
		this.script.enqueue(Calls.of("chat.update"), FIRST);
		assertThat(reply("chat.postMessage", "#c").scripted()).isNull();
		assertThat(reply("chat.update", "#c")).isSameAs(FIRST);
		assertThat(reply("chat.update", "#c").scripted()).isNull();
	}

	@Test
	void whatSaysMoreIsUsedFirst() {
		this.script.enqueue(Calls.any(), FIRST);
		this.script.enqueue(Calls.any().in("c"), SECOND);
		this.script.enqueue(Calls.of("chat.update").in("c"), THIRD);
		assertThat(reply("chat.update", "#c")).isSameAs(THIRD);
		assertThat(reply("chat.update", "#c")).isSameAs(SECOND);
		assertThat(reply("chat.update", "#c")).isSameAs(FIRST);
	}

	@Test
	void equalsAreUsedInTheirOrder() {
		this.script.enqueue(Calls.of("chat.update"), FIRST);
		this.script.enqueue(Calls.of("chat.update"), SECOND);
		this.script.enqueue(Calls.of("chat.update"), FIRST);
		assertThat(reply("chat.update", null)).isSameAs(FIRST);
		assertThat(reply("chat.update", null)).isSameAs(SECOND);
		assertThat(reply("chat.update", null)).isSameAs(FIRST);
		assertThat(reply("chat.update", null).scripted()).isNull();
	}

	@Test
	void replyForAlwaysYieldsToTheNextOneAndLasts() {
		this.script.answerAlways(Calls.of("chat.update").in("#c"), FIRST);
		this.script.enqueue(Calls.any(), SECOND);
		assertThat(reply("chat.update", "#c")).isSameAs(SECOND);
		assertThat(reply("chat.update", "#c")).isSameAs(FIRST);
		assertThat(reply("chat.update", "#c")).isSameAs(FIRST);
		assertThat(reply("chat.update", "#d").scripted()).isNull();
		this.script.answerAlways(Calls.of("chat.update").in("c"), Reply.ok());
		assertThat(reply("chat.update", "#c").scripted()).isNull();
	}

	@Test
	void requestWithoutAChannelConcernsNone() {
		this.script.enqueue(Calls.any().in("c"), FIRST);
		assertThat(reply("auth.test", null).scripted()).isNull();
	}

	@Test
	void unknownMethodsWouldNeverBeAnswered() {
		assertThatIllegalArgumentException().isThrownBy(() -> Calls.of("chat.updte"));
		assertThatIllegalArgumentException().isThrownBy(() -> Calls.any().in("No Such"));
		assertThat(Calls.of(Calls.WEBHOOK).in("c")).isEqualTo(new Calls("webhook", "#c"));
	}

	private Reply reply(String method, @Nullable String channel) {
		return this.script.replyFor(method, channel);
	}

}
