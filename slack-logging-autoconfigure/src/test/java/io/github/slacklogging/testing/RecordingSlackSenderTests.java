package io.github.slacklogging.testing;

import io.github.slacklogging.MessageRef;
import io.github.slacklogging.SendResult;
import io.github.slacklogging.SlackCall;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.SlackSender;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The double is judged like the real one. */
class RecordingSlackSenderTests extends SlackSenderContract {

	private final RecordingSlackSender sender = new RecordingSlackSender();

	@Override
	protected SlackSender sender() {
		return this.sender;
	}

	@Override
	protected void silence() {
		this.sender.answerLater();
		this.sender.answerLater();
	}

	@Override
	protected void expectLookUp(MessageRef target) {
		// It knows.
	}

	@Test
	void answersThatWereToldComeFirst() {
		SlackCall post = new SlackCall.Post(new SlackMessage("text", null, null, null, null, null));
		SendResult gone = new SendResult.Gone("200", "message_not_found");
		SendResult lost = new SendResult.Unclear("lost", "connection lost");
		this.sender.answer(gone);
		this.sender.answerAlways("bot", lost);
		assertThat(this.sender.send(BOT, post)).isCompletedWithValue(lost);
		this.sender.answerNormally();
		this.sender.answer(gone);
		assertThat(this.sender.send(HOOK, post)).isCompletedWithValue(gone);
		assertThat(this.sender.send(HOOK, post)).isCompletedWithValue(new SendResult.Accepted("200"));
		assertThat(this.sender.sent()).extracting(RecordingSlackSender.Sent::destination)
			.containsExactly("bot", "hook", "hook");
	}

}
