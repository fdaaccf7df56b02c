package io.github.slacklogging.inbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

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
		this.script.enqueue(Calls.of("chat.update"), 1, FIRST);
		assertThat(reply("chat.postMessage", "#c")).satisfies(ScriptTests::letsThrough);
		assertThat(reply("chat.update", "#c")).isSameAs(FIRST);
		assertThat(reply("chat.update", "#c")).satisfies(ScriptTests::letsThrough);
	}

	@Test
	void whatSaysMoreIsUsedFirst() {
		this.script.enqueue(Calls.any(), 1, FIRST);
		this.script.enqueue(Calls.any().in("c"), 1, SECOND);
		this.script.enqueue(Calls.of("chat.update").in("c"), 1, THIRD);
		assertThat(reply("chat.update", "#c")).isSameAs(THIRD);
		assertThat(reply("chat.update", "#c")).isSameAs(SECOND);
		assertThat(reply("chat.update", "#c")).isSameAs(FIRST);
	}

	@Test
	void equalsAreUsedInTheirOrder() {
		this.script.enqueue(Calls.of("chat.update"), 1, FIRST);
		this.script.enqueue(Calls.of("chat.update"), 1, SECOND);
		this.script.enqueue(Calls.of("chat.update"), 1, FIRST);
		assertThat(reply("chat.update", null)).isSameAs(FIRST);
		assertThat(reply("chat.update", null)).isSameAs(SECOND);
		assertThat(reply("chat.update", null)).isSameAs(FIRST);
		assertThat(reply("chat.update", null)).satisfies(ScriptTests::letsThrough);
	}

	@Test
	void replyForAlwaysYieldsToTheNextOneAndLasts() {
		this.script.answerAlways(Calls.of("chat.update").in("#c"), FIRST);
		this.script.enqueue(Calls.any(), 1, SECOND);
		assertThat(reply("chat.update", "#c")).isSameAs(SECOND);
		assertThat(reply("chat.update", "#c")).isSameAs(FIRST);
		assertThat(reply("chat.update", "#c")).isSameAs(FIRST);
		assertThat(reply("chat.update", "#d")).satisfies(ScriptTests::letsThrough);
		this.script.answerAlways(Calls.of("chat.update").in("c"), Reply.ok());
		assertThat(reply("chat.update", "#c")).satisfies(ScriptTests::letsThrough);
	}

	@Test
	void requestWithoutAChannelConcernsNone() {
		this.script.enqueue(Calls.any().in("c"), 1, FIRST);
		assertThat(reply("auth.test", null)).satisfies(ScriptTests::letsThrough);
	}

	@Test
	void unknownMethodsWouldNeverBeAnswered() {
		assertThatIllegalArgumentException().isThrownBy(() -> Calls.of("chat.updte"));
		assertThatIllegalArgumentException().isThrownBy(() -> Calls.any().in("No Such"));
		assertThat(Calls.of(Calls.WEBHOOK).in("c")).isEqualTo(new Calls("webhook", "#c"));
	}

	@Test
	void severalCallsUseOneEntryUp() {
		this.script.enqueue(Calls.of("chat.update"), 2, FIRST);
		assertThat(reply("chat.update", "#c")).isSameAs(FIRST);
		assertThat(this.script.entries()).extracting(Script.Entry::timesLeft).containsExactly(1);
		assertThat(reply("chat.update", "#c")).isSameAs(FIRST);
		assertThat(this.script.entries()).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> this.script.enqueue(Calls.any(), 0, FIRST));
	}

	@Test
	void entryIsTakenBackByItsId() {
		Script.Entry always = this.script.answerAlways(Calls.any(), FIRST);
		Script.Entry next = this.script.enqueue(Calls.any(), 3, SECOND);
		assertThat(this.script.entries()).containsExactly(always, next);
		assertThat(this.script.remove(next.id())).isTrue();
		assertThat(this.script.remove(next.id())).isFalse();
		assertThat(reply("auth.test", null)).isSameAs(FIRST);
	}

	@Test
	void everyChangeIsTold() {
		AtomicInteger told = new AtomicInteger();
		this.script.listen(told::incrementAndGet);
		this.script.enqueue(Calls.any(), 1, FIRST);
		Script.Entry always = this.script.answerAlways(Calls.of("chat.update"), FIRST);
		reply("chat.postMessage", "#c");
		assertThat(told).hasValue(3);
		reply("chat.update", "#c");
		reply("chat.postMessage", "#c");
		assertThat(told).as("nothing was used up").hasValue(3);
		this.script.remove(always.id());
		this.script.clear();
		assertThat(told).hasValue(5);
	}

	@Test
	void entrySaysWhatItIsInASentence() {
		assertThat(this.script.answerAlways(Calls.any(), Reply.serverError(503)).sentence())
			.isEqualTo("every call: 503");
		assertThat(
				this.script.enqueue(Calls.of("chat.update").in("oncall"), 2, Reply.throttled(Duration.ofMillis(6_500)))
					.sentence())
			.isEqualTo("the next 2 calls of chat.update in #oncall: 429, retry after 6500 ms");
		assertThat(this.script.enqueue(Calls.of(Calls.WEBHOOK), 1, Reply.refused("no_service")).sentence())
			.isEqualTo("the next post to a webhook: refused, no_service");
		assertThat(this.script.answerAlways(Calls.of(Calls.UPLOAD), Reply.hang()).sentence())
			.isEqualTo("every upload: no answer, ever");
	}

	private static void letsThrough(Reply reply) {
		assertThat(reply.scripted("chat.update")).isNull();
	}

	private Reply reply(String method, @Nullable String channel) {
		return this.script.replyFor(method, channel);
	}

}
