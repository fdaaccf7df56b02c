package io.github.slacklogging.inbox;

import java.util.List;

import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.slacklogging.inbox.Page.in;
import static io.github.slacklogging.inbox.Page.text;
import static org.assertj.core.api.Assertions.assertThat;

/** Changing from the page what this Slack looks like. */
class WorkspacePanelTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final Page page = new Page(this.inbox);

	private final Bot bot = new Bot(this.inbox);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void channelIsArchivedAndOpenedAgain() throws Exception {
		assertThat(text(this.page.post("/workspace", "{\"archive\":\"#c\"}"), "archived")).isEqualTo("[\"#c\"]");
		assertThat(this.bot.post("c", "\"text\":\"x\"").error()).isEqualTo("is_archived");
		assertThat(in(this.page.post("/workspace", "{\"unarchive\":\"c\"}"), "archived").items()).isEmpty();
		assertThat(this.bot.post("c", "\"text\":\"x\"").answer().get("ok")).isEqualTo(Json.of(true));
	}

	@Test
	void botLeavesAChannelAndComesBack() throws Exception {
		assertThat(text(this.page.post("/workspace", "{\"removeBot\":\"#c\"}"), "withoutBot")).isEqualTo("[\"#c\"]");
		assertThat(this.bot.post("c", "\"text\":\"x\"").error()).isEqualTo("not_in_channel");
		assertThat(in(this.page.post("/workspace", "{\"addBot\":\"#c\"}"), "withoutBot").items()).isEmpty();
		assertThat(this.bot.post("c", "\"text\":\"x\"").answer().get("ok")).isEqualTo(Json.of(true));
	}

	@Test
	void tokenIsRevokedAndRestored() throws Exception {
		assertThat(text(this.page.post("/workspace", "{\"revokeToken\":true}"), "token")).isEqualTo("revoked");
		assertThat(this.bot.post("c", "\"text\":\"x\"").error()).isEqualTo("token_revoked");
		assertThat(text(this.page.post("/workspace", "{\"restoreToken\":true}"), "token")).isEqualTo("good");
		assertThat(this.bot.post("c", "\"text\":\"x\"").answer().get("ok")).isEqualTo(Json.of(true));
	}

	@Test
	void limitsAreChosen() throws Exception {
		assertThat(text(this.page.get("/messages"), "workspace", "limits")).isEqualTo("default");
		assertThat(text(this.page.post("/workspace", "{\"limits\":\"slack\"}"), "limits")).isEqualTo("slack");
		for (int i = 0; i < 3; i++) {
			this.bot.post("c", "\"text\":\"x\"");
		}
		assertThat(this.bot.post("c", "\"text\":\"x\"").error()).isEqualTo("ratelimited");
		assertThat(text(this.page.post("/workspace", "{\"limits\":\"none\"}"), "limits")).isEqualTo("none");
		assertThat(this.bot.post("c", "\"text\":\"x\"").answer().get("ok")).isEqualTo(Json.of(true));
		this.inbox.limitMethod("chat.update", 1);
		assertThat(text(this.page.get("/messages"), "workspace", "limits")).isEqualTo("own");
	}

	@Test
	void applicationIsToldWhereThisSlackIs() throws Exception {
		this.bot.post("oncall", "\"text\":\"x\"");
		Json workspace = in(this.page.get("/messages"), "workspace");
		assertThat(text(workspace, "webhooks", "#inbox")).isEqualTo(this.inbox.webhookUrl().toString());
		assertThat(text(workspace, "webhooks", "#oncall")).isEqualTo(this.inbox.webhookUrl("oncall").toString());
		assertThat(text(workspace, "botToken")).isEqualTo(this.inbox.botToken());
		assertThat(text(workspace, "apiUrl")).isEqualTo(this.inbox.apiUrl().toString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                         | This changes nothing.
			{"explode":true}                           | The workspace has nothing that is called "explode".
			{"archive":"No Channel"}                   | This is no value for "archive".
			{"archive":"#c","limits":"all"}            | This is no value for "limits".
			{"lenient":"yes"}                          | This is no value for "lenient".
			{"revokeToken":false}                      | This is no value for "revokeToken".
			""")
	void badChangeIsRefusedInOneSentenceAndChangesNothing(String change, String sentence) throws Exception {
		Json before = in(this.page.get("/messages"), "workspace");
		assertThat(this.page.refusal(400, "POST", "/workspace", change)).isEqualTo(sentence);
		assertThat(in(this.page.get("/messages"), "workspace")).isEqualTo(before);
	}

	@Test
	void severalChangesAreOneOrder() throws Exception {
		Json workspace = this.page.post("/workspace", "{\"archive\":\"#c\",\"removeBot\":\"#d\",\"lenient\":true}");
		assertThat(List.of(text(workspace, "archived"), text(workspace, "withoutBot"), text(workspace, "lenient")))
			.containsExactly("[\"#c\"]", "[\"#d\"]", "true");
	}

}
