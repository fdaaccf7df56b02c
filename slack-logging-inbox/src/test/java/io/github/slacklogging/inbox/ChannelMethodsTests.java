package io.github.slacklogging.inbox;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChannelMethodsTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void channelTellsItsStateByItsId() throws Exception {
		this.inbox.scopes(Set.of("channels:read"));
		String id = this.inbox.channelId("alerts");
		assertThat(channel(id).text("name")).isEqualTo("alerts");
		assertThat(channel(id).get("is_member")).isEqualTo(Json.of(true));
		this.inbox.removeBotFrom("alerts");
		this.inbox.archive("alerts");
		assertThat(channel(id).get("is_member")).isEqualTo(Json.of(false));
		assertThat(channel(id).get("is_archived")).isEqualTo(Json.of(true));
		assertThat(ask("conversations.info", "channel=C0000NOBODY").text("error")).isEqualTo("channel_not_found");
		assertThat(ask("conversations.info", "channel=alerts").text("error")).isEqualTo("channel_not_found");
	}

	@Test
	void channelsThatTheBotIsInAreListed() throws Exception {
		this.inbox.scopes(Set.of("channels:read"));
		assertThat(listed("types=public_channel")).isEmpty();
		this.inbox.addBotTo("alerts");
		this.inbox.removeBotFrom("#oncall");
		assertThat(listed("types=public_channel")).containsExactly("alerts");
		Json refused = ask("users.conversations", "types=public_channel,private_channel");
		assertThat(refused.text("error")).isEqualTo("missing_scope");
		assertThat(refused.text("needed")).isEqualTo("groups:read");
		this.inbox.addBotTo("oncall");
		assertThat(listed("limit=200")).containsExactly("alerts", "oncall");
	}

	@Test
	void bothNeedAScopeAndTakeNoJson() throws Exception {
		this.inbox.scopes(Set.of("chat:write"));
		for (String method : List.of("conversations.info", "users.conversations")) {
			assertThat(ask(method, "channel=C1").text("error")).isEqualTo("missing_scope");
			assertThat(ask(method, "channel=C1").text("needed"))
				.isEqualTo("channels:read,groups:read,mpim:read,im:read");
		}
		this.inbox.scopes(Set.of("channels:read"));
		assertThat(Json.read(this.probe.api(this.inbox, "conversations.info", "{\"channel\":\"C1\"}").body())
			.text("error")).isEqualTo("invalid_arguments");
	}

	@Test
	void channelsAreListedPageByPage() throws Exception {
		List.of("a", "b", "c", "d", "e").forEach(this.inbox::channelId);
		this.inbox.archive("b");
		Json first = ask("conversations.list", "limit=2");
		assertThat(names(first)).containsExactly("a", "b");
		this.inbox.channelId("f");
		Json second = ask("conversations.list", "limit=2&cursor=" + cursor(first));
		assertThat(names(second)).containsExactly("c", "d");
		Json last = ask("conversations.list", "limit=1000&cursor=" + cursor(second));
		assertThat(names(last)).containsExactly("e", "f");
		assertThat(cursor(last)).isEmpty();
		assertThat(names(ask("conversations.list", "exclude_archived=true"))).doesNotContain("b").hasSize(5);
	}

	@ParameterizedTest
	@CsvSource({ "limit=x, invalid_limit", "limit=1001, invalid_limit", "limit=-1, invalid_limit",
			"cursor=bm9uZQ==, invalid_cursor", "types=channels, invalid_types" })
	void wrongPagesAreRefused(String form, String error) throws Exception {
		assertThat(ask("conversations.list", form).text("error")).isEqualTo(error);
	}

	@Test
	void botJoinsAPublicChannelAndIsToldIfItIsThere() throws Exception {
		String id = this.inbox.channelId("alerts");
		this.inbox.removeBotFrom("alerts");
		assertThat(ask("conversations.join", "channel=" + id).text("warning")).isNull();
		assertThat(channel(id).get("is_member")).isEqualTo(Json.of(true));
		assertThat(ask("conversations.join", "channel=" + id).text("warning")).isEqualTo("already_in_channel");
		this.inbox.archive("alerts");
		assertThat(ask("conversations.join", "channel=" + id).text("error")).isEqualTo("is_archived");
		assertThat(ask("conversations.join", "channel=alerts").text("error")).isEqualTo("channel_not_found");
	}

	@Test
	void privateChannelIsSeenByItsMembersOnly() throws Exception {
		String id = this.inbox.channelId("board");
		this.inbox.makePrivate("#board");
		assertThat(names(ask("conversations.list", "types=private_channel"))).containsExactly("board");
		assertThat(names(ask("conversations.list", ""))).isEmpty();
		assertThat(ask("conversations.join", "channel=" + id).text("error"))
			.isEqualTo("method_not_supported_for_channel_type");
		assertThat(post("channel=board&text=x").text("error")).as("by name").isEqualTo("channel_not_found");
		assertThat(post("channel=" + id + "&text=x").text("error")).isNull();
		this.inbox.removeBotFrom("board");
		assertThat(names(ask("conversations.list", "types=private_channel"))).isEmpty();
		assertThat(ask("conversations.info", "channel=" + id).text("error")).isEqualTo("channel_not_found");
		assertThat(post("channel=" + id + "&text=x").text("error")).isEqualTo("channel_not_found");
		assertThat(this.probe.post(this.inbox.webhookUrl("board"), "{\"text\":\"x\"}").body())
			.isEqualTo("channel_not_found");
	}

	@Test
	void privateChannelWantsScopesOfItsOwn() throws Exception {
		this.inbox.makePrivate("board");
		this.inbox.scopes(Set.of("channels:read", "channels:history"));
		String id = this.inbox.channelId("board");
		assertThat(ask("conversations.info", "channel=" + id).text("needed")).isEqualTo("groups:read");
		assertThat(ask("conversations.history", "channel=" + id).text("needed")).isEqualTo("groups:history");
	}

	@Test
	void onlyDeclaredChannelsAreThere() throws Exception {
		this.inbox.onlyChannels("#oncall", "alerts");
		assertThat(post("channel=%23oncall&text=x").text("error")).isNull();
		assertThat(post("channel=onkall&text=x").text("error")).isEqualTo("channel_not_found");
		HttpResponse<String> answer = this.probe.post(this.inbox.webhookUrl("onkall"), "{\"text\":\"x\"}");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).isEqualTo("channel_not_found");
		assertThat(names(ask("conversations.list", ""))).containsExactly("oncall", "alerts");
		assertThat(this.inbox.requests()).extracting(InboxRequest::channel).contains("#onkall");
	}

	private Json post(String form) throws Exception {
		return ask("chat.postMessage", form);
	}

	private static List<String> names(Json answer) {
		Json channels = answer.get("channels");
		return (channels != null) ? channels.items().stream().map((each) -> String.valueOf(each.text("name"))).toList()
				: List.of(answer.write());
	}

	private static String cursor(Json answer) {
		Json metadata = answer.get("response_metadata");
		return (metadata != null) ? String.valueOf(metadata.text("next_cursor")) : "none";
	}

	private Json channel(String id) throws Exception {
		Json channel = ask("conversations.info", "channel=" + id).get("channel");
		assertThat(channel).isNotNull();
		return (channel != null) ? channel : Json.of("none");
	}

	private List<String> listed(String form) throws Exception {
		Json channels = ask("users.conversations", form).get("channels");
		return (channels != null) ? channels.items().stream().map((each) -> String.valueOf(each.text("name"))).toList()
				: List.of("no list");
	}

	private Json ask(String method, String form) throws Exception {
		return Json.read(
				this.probe
					.post(this.inbox.apiUrl().resolve(method), "application/x-www-form-urlencoded", form,
							"Authorization", "Bearer " + this.inbox.botToken())
					.body());
	}

}
