package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsJoinResponse;
import com.slack.api.methods.response.conversations.ConversationsListResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.methods.response.files.FilesUploadV2Response;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.File;
import com.slack.api.model.Message;
import com.slack.api.model.Reaction;
import com.slack.api.model.view.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Slack's own Java client reads a workspace of the inbox as it would read Slack's: it
 * refuses every answer that has a key its models do not know.
 */
class SlackSdkWorkspaceTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final Slack slack = slack();

	@AfterEach
	void close() throws Exception {
		this.slack.close();
		this.inbox.close();
	}

	@Test
	void historyIsReadPageByPage() throws Exception {
		String channel = post("one").getChannel();
		post("two");
		post("three");
		List<String> texts = new ArrayList<>();
		String cursor = null;
		do {
			String from = cursor;
			ConversationsHistoryResponse page = methods()
				.conversationsHistory((request) -> request.channel(channel).limit(2).cursor(from));
			assertThat(page.getError()).isNull();
			page.getMessages().forEach((message) -> texts.add(message.getText()));
			cursor = page.isHasMore() ? page.getResponseMetadata().getNextCursor() : null;
		}
		while (cursor != null);
		assertThat(texts).containsExactly("three", "two", "one");
	}

	@Test
	void threadTellsItsParentAndItsReplies() throws Exception {
		ChatPostMessageResponse parent = post("parent");
		methods().chatPostMessage((request) -> request.channel(parent.getChannel())
			.threadTs(parent.getTs())
			.text("reply")
			.username("svc"));
		ConversationsRepliesResponse thread = methods()
			.conversationsReplies((request) -> request.channel(parent.getChannel()).ts(parent.getTs()));
		assertThat(thread.getError()).isNull();
		assertThat(thread.getMessages()).extracting(Message::getText).containsExactly("parent", "reply");
		Message first = thread.getMessages().get(0);
		assertThat(first.getReplyCount()).isEqualTo(1);
		assertThat(first.getReplyUsers()).containsExactly("B000INBOX");
		assertThat(first.getLatestReply()).isEqualTo(thread.getMessages().get(1).getTs());
		assertThat(first.getBotProfile().getName()).isEqualTo("inbox-bot");
		assertThat(thread.getMessages().get(1).getUsername()).isEqualTo("svc");
	}

	@Test
	void metadataComesBackWhenItIsAskedFor() throws Exception {
		Message.Metadata metadata = Message.Metadata.builder()
			.eventType("order_failed")
			.eventPayload(Map.of("id", "4711"))
			.build();
		String channel = methods().chatPostMessage((request) -> request.channel("#c").text("x").metadata(metadata))
			.getChannel();
		ConversationsHistoryResponse history = methods()
			.conversationsHistory((request) -> request.channel(channel).includeAllMetadata(true));
		assertThat(history.getMessages()).extracting(Message::getMetadata).containsExactly(metadata);
	}

	@Test
	void channelsAreListedAskedAboutAndJoined() throws Exception {
		String id = this.inbox.channelId("alerts");
		this.inbox.makePrivate("board");
		this.inbox.removeBotFrom("alerts");
		ConversationsListResponse all = methods().conversationsList(
				(request) -> request.types(List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL)));
		assertThat(all.getChannels()).extracting(Conversation::getName, Conversation::isPrivate, Conversation::isMember)
			.containsExactly(tuple("alerts", false, false), tuple("board", true, true));
		assertThat(methods().usersConversations((request) -> request).getChannels()).isEmpty();
		ConversationsJoinResponse joined = methods().conversationsJoin((request) -> request.channel(id));
		assertThat(joined.getChannel().isMember()).isTrue();
		assertThat(methods().conversationsJoin((request) -> request.channel(id)).getWarning())
			.isEqualTo("already_in_channel");
		assertThat(methods().conversationsInfo((request) -> request.channel(id)).getChannel().getName())
			.isEqualTo("alerts");
	}

	@Test
	void reactionsAndPinsAreRead() throws Exception {
		ChatPostMessageResponse posted = post("x");
		String channel = posted.getChannel();
		methods().reactionsAdd((request) -> request.channel(channel).timestamp(posted.getTs()).name("eyes"));
		methods().pinsAdd((request) -> request.channel(channel).timestamp(posted.getTs()));
		assertThat(methods().reactionsGet((request) -> request.channel(channel).timestamp(posted.getTs()))
			.getMessage()
			.getReactions()).extracting(Reaction::getName, Reaction::getCount).containsExactly(tuple("eyes", 1));
		assertThat(methods().reactionsList((request) -> request.limit(10)).getItems())
			.extracting((item) -> item.getMessage().getTs())
			.containsExactly(posted.getTs());
		// its model has no permalink there, which Slack's page on pins.list shows
		this.slack.getConfig().setFailOnUnknownProperties(false);
		assertThat(methods().pinsList((request) -> request.channel(channel)).getItems())
			.extracting((item) -> item.getMessage().getPinnedTo())
			.containsExactly(List.of(channel));
		assertThat(methods().pinsRemove((request) -> request.channel(channel).timestamp(posted.getTs())).isOk())
			.isTrue();
		assertThat(methods().pinsRemove((request) -> request.channel(channel).timestamp(posted.getTs())).getError())
			.isEqualTo("no_pin");
	}

	@Test
	void uploadedFileIsTold() throws Exception {
		String channel = post("parent").getChannel();
		FilesUploadV2Response uploaded = methods()
			.filesUploadV2((request) -> request.filename("trace.txt").content("java.lang.Error: ü").channel(channel));
		assertThat(uploaded.isOk()).isTrue();
		assertThat(uploaded.getFile().getTitle()).isEqualTo("trace.txt");
		File file = methods().filesInfo((request) -> request.file(uploaded.getFile().getId())).getFile();
		assertThat(file.getName()).isEqualTo("trace.txt");
		assertThat(file.getSize()).isEqualTo(19);
		ConversationsHistoryResponse history = methods().conversationsHistory((request) -> request.channel(channel));
		assertThat(history.getMessages().get(0).getFiles()).extracting(File::getId).containsExactly(file.getId());
	}

	@Test
	void deletedMessageIsGone() throws Exception {
		ChatPostMessageResponse posted = post("x");
		assertThat(methods().chatDelete((request) -> request.channel(posted.getChannel()).ts(posted.getTs())).isOk())
			.isTrue();
		assertThat(methods().conversationsHistory((request) -> request.channel(posted.getChannel())).getMessages())
			.isEmpty();
	}

	@Test
	void viewIsRefusedByItsTrigger() throws Exception {
		ViewsOpenResponse refused = methods().viewsOpen((request) -> request.triggerId("1.2.x")
			.view(Views.view((view) -> view.type("modal")
				.title(Views.viewTitle((title) -> title.type("plain_text").text("x")))
				.blocks(List.of()))));
		assertThat(refused.getError()).isEqualTo("invalid_trigger_id");
	}

	@Test
	void tokenWithFewerScopesIsToldWhatItLacks() throws Exception {
		this.inbox.issueToken("xoxb-reader", Set.of("channels:read"));
		assertThat(methods().conversationsList((request) -> request).isOk()).isTrue();
		ConversationsHistoryResponse refused = methods()
			.conversationsHistory((request) -> request.channel(this.inbox.channelId("c")));
		assertThat(refused.getError()).isEqualTo("missing_scope");
		assertThat(refused.getNeeded()).isEqualTo("channels:history,groups:history,mpim:history,im:history");
		assertThat(refused.getProvided()).isEqualTo("channels:read");
	}

	private ChatPostMessageResponse post(String text) throws Exception {
		return methods().chatPostMessage((request) -> request.channel("#c").text(text));
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

}
