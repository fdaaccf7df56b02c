package io.github.slacklogging.inbox;

import java.util.List;
import java.util.Set;

import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
		assertThat(listed("types=public_channel,private_channel")).containsExactly("alerts");
		assertThat(listed("types=private_channel")).isEmpty();
		this.inbox.addBotTo("oncall");
		assertThat(listed("limit=200")).containsExactly("alerts", "oncall");
	}

	@Test
	void bothNeedAScopeAndTakeNoJson() throws Exception {
		for (String method : List.of("conversations.info", "users.conversations")) {
			assertThat(ask(method, "channel=C1").text("error")).isEqualTo("missing_scope");
			assertThat(ask(method, "channel=C1").text("needed")).isEqualTo("channels:read");
		}
		this.inbox.scopes(Set.of("channels:read"));
		assertThat(Json.read(this.probe.api(this.inbox, "conversations.info", "{\"channel\":\"C1\"}").body())
			.text("error")).isEqualTo("invalid_arguments");
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
