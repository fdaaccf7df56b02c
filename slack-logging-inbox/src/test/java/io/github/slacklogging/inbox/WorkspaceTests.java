package io.github.slacklogging.inbox;

import java.net.http.HttpResponse;
import java.util.Set;

import io.github.slacklogging.inbox.Bot.Posted;
import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What Slack refuses because of the state of the workspace. */
class WorkspaceTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	private final Bot bot = new Bot(this.inbox);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void archivedChannelTakesNothingUntilItIsOpenedAgain() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		String file = this.bot.upload("a", "x");
		this.inbox.archive("#c");
		assertThat(this.bot.post("c", "\"text\":\"x\"").error()).isEqualTo("is_archived");
		assertThat(this.bot.update(posted, "\"text\":\"y\"").text("error")).isEqualTo("is_inactive");
		assertThat(this.bot.share(file, ",\"channel_id\":\"" + posted.channel() + "\"").text("error"))
			.isEqualTo("is_archived");
		HttpResponse<String> answer = this.probe.post(this.inbox.webhookUrl("c"), "{\"text\":\"x\"}");
		assertThat(answer.statusCode()).isEqualTo(410);
		assertThat(answer.body()).isEqualTo("channel_is_archived");
		assertThat(this.bot.post("other", "\"text\":\"x\"").answer().get("ok")).isEqualTo(Json.of(true));
		this.inbox.unarchive("c");
		assertThat(this.bot.update(posted, "\"text\":\"y\"").get("ok")).isEqualTo(Json.of(true));
	}

	@Test
	void botPostsWhereItIsAMemberOrAnywhereWithTheScope() throws Exception {
		this.inbox.removeBotFrom("c");
		assertThat(this.bot.post("c", "\"text\":\"x\"").error()).isEqualTo("not_in_channel");
		assertThat(this.probe.post(this.inbox.webhookUrl("c"), "{\"text\":\"x\"}").statusCode()).isEqualTo(200);
		this.inbox.scopes(Set.of("chat:write", "chat:write.public"));
		assertThat(this.bot.post("c", "\"text\":\"x\"").answer().get("ok")).isEqualTo(Json.of(true));
	}

	@Test
	void missingScopeIsNamed() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		this.inbox.scopes(Set.of("files:write", "chat:write"));
		assertThat(this.bot.react("reactions.add", posted, "eyes").write())
			.isEqualTo("{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"reactions:write\","
					+ "\"provided\":\"chat:write,files:write\"}");
		assertThat(this.probe.api(this.inbox, "auth.test", "{}").headers().firstValue("X-OAuth-Scopes"))
			.hasValue("chat:write,files:write");
	}

	@Test
	void expiredTokenIsToldFromAnUnknownOneAndTheNextWorks() throws Exception {
		String first = this.inbox.botToken();
		this.inbox.expireToken("xoxb-next_token");
		assertThat(this.inbox.botToken()).isEqualTo("xoxb-next_token");
		assertThat(authTest(first)).contains("\"token_expired\"");
		assertThat(authTest("xoxb-next_token")).contains("\"ok\":true");
		assertThat(authTest("xoxb-other")).contains("\"invalid_auth\"");
	}

	@Test
	void revokedTokenStaysRevoked() throws Exception {
		String first = this.inbox.botToken();
		this.inbox.revoke();
		assertThat(this.bot.post("c", "\"text\":\"x\"").error()).isEqualTo("token_revoked");
		this.inbox.issueToken("xoxb-new_token");
		assertThat(this.bot.post("c", "\"text\":\"x\"").answer().get("ok")).isEqualTo(Json.of(true));
		assertThat(authTest(first)).contains("\"token_revoked\"");
		this.inbox.expireToken("xoxb-newer_token");
		assertThat(authTest(first)).as("not merely expired").contains("\"token_revoked\"");
	}

	@Test
	void tokensMayDifferInWhatTheyMay() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"x\"");
		String first = this.inbox.botToken();
		this.inbox.issueToken("xoxb-reader", Set.of("channels:history"));
		assertThat(this.bot.post("c", "\"text\":\"x\"").error()).isEqualTo("missing_scope");
		assertThat(this.bot.call("conversations.history", "{\"channel\":\"" + posted.channel() + "\"}").text("error"))
			.isNull();
		this.inbox.issueToken(first, Set.of("chat:write"));
		assertThat(this.bot.post("c", "\"text\":\"x\"").answer().text("error")).isNull();
	}

	@Test
	void anotherNameNeedsAScopeAndIsOverlookedWithoutIt() throws Exception {
		this.inbox.scopes(Set.of("chat:write"));
		Json answer = this.bot.post("c", "\"text\":\"x\",\"username\":\"svc\",\"icon_emoji\":\":fire:\"").answer();
		assertThat(answer.text("error")).isNull();
		assertThat(answer.write()).doesNotContain("svc").doesNotContain("fire");
		assertThat(this.inbox.messages()).extracting(InboxMessage::username).containsOnlyNulls();
		this.inbox.scopes(Set.of("chat:write", "chat:write.customize"));
		assertThat(this.bot.post("c", "\"text\":\"x\",\"username\":\"svc\"").answer().write())
			.contains("\"subtype\":\"bot_message\"")
			.contains("\"username\":\"svc\"");
	}

	@Test
	void badChannelNamesAreTold() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.inbox.archive("No Such"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.inbox.removeBotFrom(""));
	}

	private String authTest(String token) throws Exception {
		return this.probe
			.post(this.inbox.apiUrl().resolve("auth.test"), "application/json", "{}", "Authorization",
					"Bearer " + token)
			.body();
	}

}
