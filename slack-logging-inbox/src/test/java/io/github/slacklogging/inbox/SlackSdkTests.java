package io.github.slacklogging.inbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.reactions.ReactionsAddResponse;
import com.slack.api.model.Attachment;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.webhook.Payload;
import com.slack.api.webhook.WebhookResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Slack's own Java client takes the inbox for Slack. */
class SlackSdkTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final SlackInbox inbox = SlackInbox.start();

	private final Slack slack = slack();

	@AfterEach
	void close() throws Exception {
		this.slack.close();
		this.inbox.close();
	}

	@Test
	void webhookIsAccepted() throws Exception {
		Payload payload = Payload.builder().text("hello").blocks(blocks("*bold*")).build();
		WebhookResponse answer = this.slack.send(this.inbox.webhookUrl("oncall").toString(), payload);
		assertThat(answer.getCode()).isEqualTo(200);
		assertThat(answer.getBody()).isEqualTo("ok");
		assertThat(this.inbox.takeMessage(SOON).allText()).isEqualTo("hello\n*bold*");
	}

	@Test
	void messageIsPostedEditedAndAnsweredInItsThread() throws Exception {
		ChatPostMessageResponse posted = methods().chatPostMessage((request) -> request.channel("#oncall")
			.text("hello")
			.blocks(blocks("first"))
			.attachments(
					List.of(Attachment.builder().color("#ff0000").blocks(blocks("inside")).fallback("f").build())));
		assertThat(posted.isOk()).as(posted.toString()).isTrue();
		assertThat(posted.getMessage().getBlocks()).hasSize(2);
		assertThat(methods()
			.chatUpdate((request) -> request.channel(posted.getChannel())
				.ts(posted.getTs())
				.text("hello again")
				.blocks(blocks("second")))
			.isOk()).isTrue();
		assertThat(methods()
			.chatPostMessage((request) -> request.channel(posted.getChannel()).threadTs(posted.getTs()).text("reply"))
			.isOk()).isTrue();
		assertThat(this.inbox.messages()).extracting(InboxMessage::text).containsExactly("hello again", "reply");
		assertThat(this.inbox.messages().get(0).allText()).isEqualTo("hello again\nsecond\ninside");
	}

	@Test
	void messageIsLinkedToReactedToAndBroadcast() throws Exception {
		ChatPostMessageResponse posted = methods()
			.chatPostMessage((request) -> request.channel("#oncall").text("parent"));
		ChatPostMessageResponse reply = methods().chatPostMessage((request) -> request.channel(posted.getChannel())
			.threadTs(posted.getTs())
			.text("reply")
			.replyBroadcast(true));
		assertThat(reply.getMessage().getThreadTs()).isEqualTo(posted.getTs());
		assertThat(
				methods().chatGetPermalink((request) -> request.channel(posted.getChannel()).messageTs(reply.getTs()))
					.getPermalink())
			.startsWith(this.inbox.url() + "archives/")
			.contains("thread_ts=" + posted.getTs());
		assertThat(methods()
			.reactionsAdd((request) -> request.channel(posted.getChannel()).timestamp(posted.getTs()).name("eyes"))
			.isOk()).isTrue();
		assertThat(methods()
			.reactionsAdd((request) -> request.channel(posted.getChannel()).timestamp(posted.getTs()).name("eyes"))
			.getError()).isEqualTo("already_reacted");
		assertThat(methods()
			.reactionsRemove((request) -> request.channel(posted.getChannel()).timestamp(posted.getTs()).name("eyes"))
			.isOk()).isTrue();
	}

	@Test
	void missingScopeIsUnderstood() throws Exception {
		this.inbox.scopes(Set.of("chat:write"));
		ReactionsAddResponse refused = methods()
			.reactionsAdd((request) -> request.channel("C1").timestamp("1.0").name("eyes"));
		assertThat(refused.getError()).isEqualTo("missing_scope");
		assertThat(refused.getNeeded()).isEqualTo("reactions:write");
		assertThat(refused.getProvided()).isEqualTo("chat:write");
	}

	@Test
	void refusalIsUnderstood() throws Exception {
		ChatPostMessageResponse refused = methods()
			.chatPostMessage((request) -> request.channel("#oncall").text("x").blocks(blocks("")));
		assertThat(refused.isOk()).isFalse();
		assertThat(refused.getError()).isEqualTo("invalid_blocks");
		assertThat(refused.getErrors())
			.containsExactly("must be more than 0 characters [json-pointer:/blocks/0/text/text]");
	}

	@Test
	void tokenIsTested() throws Exception {
		assertThat(methods().authTest((request) -> request).isOk()).isTrue();
		assertThat(this.slack.methods("xoxb-wrong").authTest((request) -> request).getError())
			.isEqualTo("invalid_auth");
	}

	@Test
	void fileIsUploadedIntoAThread() throws Exception {
		ChatPostMessageResponse posted = methods()
			.chatPostMessage((request) -> request.channel("#oncall").text("parent"));
		assertThat(methods()
			.filesUploadV2((request) -> request.filename("trace.txt")
				.title("Full trace")
				.content("java.lang.Error: ü\n\tat …")
				.channel(posted.getChannel())
				.threadTs(posted.getTs())
				.initialComment("the rest")
				.requestFileInfo(false))
			.isOk()).isTrue();
		InboxMessage message = this.inbox.messages().get(1);
		assertThat(message.threadTs()).isEqualTo(posted.getTs());
		assertThat(message.files()).extracting(InboxFile::name, InboxFile::title)
			.containsExactly(tuple("trace.txt", "Full trace"));
		assertThat(message.allText()).isEqualTo("the rest\nFull trace\njava.lang.Error: ü\n\tat …");
	}

	private Slack slack() {
		SlackConfig config = new SlackConfig();
		config.setMethodsEndpointUrlPrefix(this.inbox.apiUrl().toString());
		config.setPrettyResponseLoggingEnabled(false);
		config.setFailOnUnknownProperties(true);
		return Slack.getInstance(config);
	}

	private MethodsClient methods() {
		return this.slack.methods(this.inbox.botToken());
	}

	private static List<LayoutBlock> blocks(String text) {
		return List.of(section((section) -> section.text(markdownText(text))), divider());
	}

}
