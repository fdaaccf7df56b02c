package io.github.slacklogging.inbox;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebApiEndpointTests {

	private static final String RICH = "[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\","
			+ "\"elements\":[{\"type\":\"text\",\"text\":\"x\"}]}]}]";

	private static final String DIVIDER = "[{\"type\":\"divider\"}]";

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void postedMessageGetsChannelIdAndTs() throws Exception {
		Json answer = api("chat.postMessage", "{\"channel\":\"#oncall\",\"text\":\"hello\"}");
		InboxMessage message = this.inbox.takeMessage(Duration.ofSeconds(10));
		assertThat(answer.get("ok")).isEqualTo(Json.of(true));
		assertThat(answer.text("channel")).startsWith("C000INBOX");
		assertThat(answer.text("ts")).isEqualTo(message.ts());
		assertThat(message.channel()).isEqualTo("#oncall");
		assertThat(message.source()).isEqualTo(InboxMessage.Source.BOT);
		Json again = api("chat.postMessage", "{\"channel\":\"" + answer.text("channel") + "\",\"text\":\"by id\"}");
		assertThat(again.text("channel")).isEqualTo(answer.text("channel"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					chat.postMessage             | {"text":"x"}                                                 | invalid_arguments
					chat.postMessage             | {"channel":"","text":"x"}                                    | channel_not_found
					chat.postMessage             | {"channel":5,"text":"x"}                                     | invalid_arguments
					chat.postMessage             | {"channel":"No Such","text":"x"}                             | channel_not_found
					chat.postMessage             | {"channel":"C12345678","text":"x"}                           | channel_not_found
					chat.postMessage             | {"channel":"c"}                                              | no_text
					chat.postMessage             | {"channel":"c","blocks":[{"type":"x"}]}                      | invalid_blocks
					chat.postMessage             | {"channel":"c","blocks":"x"}                                 | invalid_blocks_format
					chat.postMessage             | {"channel":"c","text":"x","attachments":{}}                  | invalid_attachments
					chat.postMessage             | {"channel":"c","text":"x","thread_ts":"1.000000"}            | cannot_reply_to_message
					chat.postMessage             | nonsense                                                     | invalid_json
					chat.postMessage             | {"channel":"c","text":"\\uD83D"}                             | invalid_json
					chat.postMessage             | []                                                           | json_not_object
					chat.update                  | {"channel":"c","ts":"1.0","text":"x"}                        | channel_not_found
					files.getUploadURLExternal   | {"filename":"a.txt","length":1}                              | invalid_arguments
					files.completeUploadExternal | {"files":[{"id":"F1"}]}                                      | file_not_found
					files.upload                 | {}                                                           | method_deprecated
					files.list                   | {}                                                           | unknown_method
					""")
	void errorStandsInA200(String method, String arguments, String error) throws Exception {
		HttpResponse<String> answer = this.probe.api(this.inbox, method, arguments);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(Json.read(answer.body()).text("error")).isEqualTo(error);
		assertThat(this.inbox.messages()).isEmpty();
		assertThat(this.inbox.requests()).extracting(InboxRequest::refusal).allMatch((text) -> text.startsWith(error));
	}

	@Test
	void invalidBlocksArePointedAt() throws Exception {
		String body = this.probe
			.api(this.inbox, "chat.postMessage",
					"{\"channel\":\"c\",\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\""
							+ "x".repeat(3_001) + "\"}}]}")
			.body();
		assertThat(body).isEqualTo("{\"ok\":false,\"error\":\"invalid_blocks\",\"errors\":"
				+ "[\"must be less than 3001 characters [json-pointer:/blocks/0/text/text]\"],"
				+ "\"response_metadata\":{\"messages\":"
				+ "[\"[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]\"]}}");
	}

	@Test
	void tokenIsRequiredInTheHeader() throws Exception {
		URI url = this.inbox.apiUrl().resolve("chat.postMessage?token=" + this.inbox.botToken());
		String arguments = "{\"channel\":\"c\",\"text\":\"x\",\"token\":\"" + this.inbox.botToken() + "\"}";
		assertThat(this.probe.post(url, arguments).body()).contains("\"not_authed\"");
		assertThat(this.probe.post(url, "application/json", arguments, "Authorization", "Bearer other").body())
			.contains("\"invalid_auth\"");
		assertThat(this.inbox.messages()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "text/plain, invalid_post_type", "application/json; charset=latin1, invalid_charset" })
	void otherBodiesAreRefused(String contentType, String error) throws Exception {
		assertThat(post(contentType, "{\"channel\":\"c\",\"text\":\"x\"}")).contains("\"" + error + "\"");
	}

	@Test
	void missingCharsetIsWarnedOf() throws Exception {
		String body = post("application/json", "{\"channel\":\"c\",\"text\":\"x\"}");
		assertThat(body).contains("\"ok\":true")
			.contains("\"warning\":\"missing_charset\"")
			.contains("\"warnings\":[\"missing_charset\"]");
	}

	@Test
	void formCarriesBlocksAsText() throws Exception {
		assertThat(post("application/x-www-form-urlencoded",
				"channel=c&text=x&blocks=%5B%7B%22type%22%3A%22divider%22%7D%5D"))
			.contains("\"ok\":true");
		assertThat(this.inbox.messages()).extracting(InboxMessage::blocksJson).containsExactly(DIVIDER);
	}

	@Test
	void longTextIsCutWithAWarning() throws Exception {
		Json answer = api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"" + "x".repeat(40_001) + "\"}");
		assertThat(answer.text("warning")).isEqualTo("message_truncated");
		assertThat(this.inbox.messages()).hasSize(10);
	}

	@Test
	void threadedReplyNamesItsParent() throws Exception {
		String ts = ts(api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"parent\"}"));
		String reply = ts(api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"r\",\"thread_ts\":\"" + ts + "\"}"));
		assertThat(this.inbox.messages().get(1).threadTs()).isEqualTo(ts);
		Json nested = api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"r\",\"thread_ts\":\"" + reply + "\"}");
		assertThat(nested.text("error")).isEqualTo("cannot_reply_to_message");
	}

	@Test
	void editKeepsTsAndPlaceAndIsTakenAgain() throws Exception {
		Json posted = api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"one\",\"username\":\"svc\"}");
		api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"two\"}");
		update(posted, "\"text\":\"one, edited\"");
		assertThat(this.inbox.messages()).extracting(InboxMessage::text).containsExactly("one, edited", "two");
		InboxMessage edited = this.inbox.messages().get(0);
		assertThat(edited.ts()).isEqualTo(ts(posted));
		assertThat(edited.edits()).isEqualTo(1);
		assertThat(edited.username()).isEqualTo("svc");
		Duration soon = Duration.ofSeconds(10);
		assertThat(this.inbox.takeMessage(soon).text()).isEqualTo("one");
		assertThat(this.inbox.takeMessage(soon).text()).isEqualTo("two");
		assertThat(this.inbox.takeMessage(soon)).isEqualTo(edited);
	}

	@Test
	void editByTextRemovesBlocksAndKeepsAttachments() throws Exception {
		Json posted = api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"x\",\"blocks\":" + DIVIDER
				+ ",\"attachments\":[{\"fallback\":\"f\",\"color\":\"#ff0000\"}]}");
		update(posted, "\"text\":\"y\"");
		InboxMessage edited = this.inbox.messages().get(0);
		assertThat(edited.blocksJson()).isNull();
		assertThat(edited.attachmentsJson()).isEqualTo("[{\"fallback\":\"f\",\"color\":\"#ff0000\"}]");
		update(posted, "\"text\":\"y\",\"attachments\":[]");
		assertThat(this.inbox.messages().get(0).attachmentsJson()).isNull();
	}

	@Test
	void editIsLimitedTo4000Bytes() throws Exception {
		Json posted = api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"x\"}");
		assertThat(update(posted, "\"text\":\"" + "ü".repeat(2_000) + "\"").text("error")).isNull();
		assertThat(update(posted, "\"text\":\"" + "ü".repeat(2_000) + "x\"").text("error")).isEqualTo("msg_too_long");
	}

	@Test
	void richTextStaysRichText() throws Exception {
		Json posted = api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"x\",\"blocks\":" + RICH + "}");
		assertThat(update(posted, "\"text\":\"x\",\"blocks\":" + DIVIDER).text("error")).isEqualTo("block_mismatch");
		assertThat(update(posted, "\"text\":\"x\",\"blocks\":" + RICH).text("error")).isNull();
		Json plain = api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"x\",\"blocks\":" + DIVIDER + "}");
		assertThat(update(plain, "\"text\":\"x\",\"blocks\":" + DIVIDER).text("error")).isNull();
	}

	@Test
	void onlyOwnMessagesThatExistCanBeEdited() throws Exception {
		Json posted = api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"x\"}");
		this.probe.post(this.inbox.webhookUrl("c"), "{\"text\":\"by webhook\"}");
		String channel = posted.text("channel");
		String foreign = this.inbox.messages().get(1).ts();
		assertThat(api("chat.update", "{\"channel\":\"" + channel + "\",\"ts\":\"1.0\",\"text\":\"y\"}").text("error"))
			.isEqualTo("message_not_found");
		assertThat(api("chat.update", "{\"channel\":\"" + channel + "\",\"ts\":\"" + foreign + "\",\"text\":\"y\"}")
			.text("error")).isEqualTo("cant_update_message");
		assertThat(
				api("chat.update", "{\"channel\":\"#c\",\"ts\":\"" + ts(posted) + "\",\"text\":\"y\"}").text("error"))
			.as("by name")
			.isEqualTo("channel_not_found");
	}

	@Test
	void limitOnPostingIsSharedWithWebhooksAndSparesOtherMethods() throws Exception {
		this.inbox.limitTo(1, 1);
		this.probe.post(this.inbox.webhookUrl("c"), "{\"text\":\"x\"}");
		HttpResponse<String> answer = this.probe.api(this.inbox, "chat.postMessage",
				"{\"channel\":\"c\",\"text\":\"x\"}");
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.body()).contains("\"ratelimited\"");
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
		assertThat(api("auth.test", "{}").get("ok")).isEqualTo(Json.of(true));
	}

	@Test
	void limitOnEditsIsSharedByAllChannels() throws Exception {
		this.inbox.limitMethod("chat.update", 1);
		Json one = api("chat.postMessage", "{\"channel\":\"a\",\"text\":\"x\"}");
		Json other = api("chat.postMessage", "{\"channel\":\"b\",\"text\":\"x\"}");
		assertThat(update(one, "\"text\":\"y\"").get("ok")).isEqualTo(Json.of(true));
		HttpResponse<String> answer = this.probe.api(this.inbox, "chat.update",
				"{\"channel\":\"" + other.text("channel") + "\",\"ts\":\"" + ts(other) + "\",\"text\":\"y\"}");
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.body()).contains("\"ratelimited\"");
		assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 60);
		this.inbox.unlimited();
		assertThat(update(other, "\"text\":\"y\"").get("ok")).isEqualTo(Json.of(true));
	}

	@Test
	void replyForAMethodIsGivenAsOftenAsAsked() throws Exception {
		Json posted = api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"x\"}");
		this.inbox.enqueue(Calls.of("chat.update").in("c"), 2, Reply.apiError("edit_window_closed"));
		this.inbox.answerAlways(Calls.of("files.getUploadURLExternal"), Reply.apiError("file_uploads_disabled"));
		assertThat(api("files.getUploadURLExternal", "{\"filename\":\"a\",\"length\":1}").text("error"))
			.isEqualTo("file_uploads_disabled");
		assertThat(update(posted, "\"text\":\"y\"").text("error")).isEqualTo("edit_window_closed");
		assertThat(api("chat.postMessage", "{\"channel\":\"c\",\"text\":\"x\"}").get("ok")).isEqualTo(Json.of(true));
		assertThat(update(posted, "\"text\":\"y\"").text("error")).isEqualTo("edit_window_closed");
		assertThat(update(posted, "\"text\":\"y\"").get("ok")).isEqualTo(Json.of(true));
		assertThat(this.inbox.requests("chat.update")).extracting(InboxRequest::isAccepted)
			.containsExactly(false, false, true);
		assertThat(this.inbox.requests("chat.update")).extracting(InboxRequest::channel).containsOnly("#c");
	}

	@Test
	void everyMethodThatCanBeScriptedIsThere() throws Exception {
		for (String method : MethodSheet.names()) {
			assertThat(api(method, "{}").text("error")).as(method).isNotEqualTo("unknown_method");
		}
	}

	@Test
	void authTestNeedsATokenAlsoByGet() throws Exception {
		assertThat(this.probe.get(this.inbox.apiUrl().resolve("auth.test")).body()).contains("\"not_authed\"");
	}

	@Test
	void snippetOverAMegabyteIsRefused() throws Exception {
		Bot bot = new Bot(this.inbox);
		Map<String, String> arguments = Map.of("filename", "a", "snippet_type", "text", "length", "1048577");
		assertThat(bot.form("files.getUploadURLExternal", arguments).text("error")).isEqualTo("snippet_too_large");
		arguments = Map.of("filename", "a", "snippet_type", "text", "length", "1048576");
		assertThat(bot.form("files.getUploadURLExternal", arguments).text("error")).isNull();
	}

	@Test
	void fileThatWasNotSentCannotBeShared() throws Exception {
		String id = new Bot(this.inbox).form("files.getUploadURLExternal", Map.of("filename", "a", "length", "1"))
			.text("file_id");
		assertThat(api("files.completeUploadExternal", "{\"files\":[{\"id\":\"" + id + "\"}]}").text("error"))
			.isEqualTo("file_not_found");
	}

	@Test
	void whatIsMissingIsNamed() throws Exception {
		assertThat(api("chat.update", "{\"text\":\"x\"}").write())
			.isEqualTo("{\"ok\":false," + "\"error\":\"invalid_arguments\",\"response_metadata\":{\"messages\":"
					+ "[\"[ERROR] missing required field: channel\",\"[ERROR] missing required field: ts\"]}}");
	}

	@Test
	void jsonIsOverlookedByMethodsThatTakeAFormUnlessTheInboxIsLenient() throws Exception {
		String arguments = "{\"filename\":\"a\",\"length\":1}";
		assertThat(api("files.getUploadURLExternal", arguments).text("error")).isEqualTo("invalid_arguments");
		assertThat(this.inbox.requests().get(0).refusal()).contains("takes a query or a form");
		this.inbox.lenient(true);
		assertThat(api("files.getUploadURLExternal", arguments).text("error")).isNull();
	}

	@Test
	void lenientInboxWarnsOfWhatSlackWouldRefuse() throws Exception {
		String tooLong = "{\"channel\":\"c\",\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\""
				+ "x".repeat(3_001) + "\"}}]}";
		assertThat(api("chat.postMessage", tooLong).text("error")).isEqualTo("invalid_blocks");
		this.inbox.lenient(true);
		assertThat(api("chat.postMessage", tooLong).write()).contains("\"ok\":true")
			.contains("[WARN] must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
		this.inbox.lenient(false);
		assertThat(api("chat.postMessage", tooLong).text("error")).isEqualTo("invalid_blocks");
	}

	@Test
	void formNeedsNoCharsetAndMayCarryTheToken() throws Exception {
		URI url = this.inbox.apiUrl().resolve("chat.postMessage");
		String form = "channel=c&text=x&token=" + this.inbox.botToken();
		assertThat(this.probe.post(url, "application/x-www-form-urlencoded", form).body()).contains("\"ok\":true")
			.doesNotContain("warning");
		assertThat(this.probe.post(url, "application/x-www-form-urlencoded; charset=utf-8", form).body())
			.contains("\"ok\":true")
			.contains("\"warning\":\"superfluous_charset\"");
		assertThat(this.inbox.messages()).extracting(InboxMessage::json)
			.containsOnly("{\"channel\":\"c\",\"text\":\"x\"}");
	}

	@Test
	void argumentsMayComeInParts() throws Exception {
		String parts = "--b\r\nContent-Disposition: form-data; name=\"channel\"\r\n\r\nc\r\n"
				+ "--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nü\r\n--b--\r\n";
		assertThat(post("multipart/form-data; boundary=b", parts)).contains("\"ok\":true");
		assertThat(this.inbox.messages()).extracting(InboxMessage::text).containsExactly("ü");
	}

	@Test
	void tokenInAPartIsGoodAndIsNotShown() throws Exception {
		String parts = "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n" + this.inbox.botToken()
				+ "\r\n--b--\r\n";
		URI url = this.inbox.apiUrl().resolve("auth.test");
		assertThat(this.probe.post(url, "multipart/form-data; boundary=b", parts).body()).contains("\"ok\":true");
		assertThat(this.inbox.requests().get(0).body()).contains("name=\"token\"")
			.doesNotContain(this.inbox.botToken());
	}

	@Test
	void apiTestNeedsNoTokenAndEchoes() throws Exception {
		URI url = this.inbox.apiUrl().resolve("api.test?foo=bar");
		assertThat(this.probe.get(url).body()).isEqualTo("{\"ok\":true,\"args\":{\"foo\":\"bar\"}}");
		assertThat(this.probe.get(this.inbox.apiUrl().resolve("api.test?error=my_error")).body())
			.isEqualTo("{\"ok\":false,\"error\":\"my_error\",\"args\":{\"error\":\"my_error\"}}");
	}

	@ParameterizedTest
	@CsvSource({ "views.open, invalid_trigger_id", "views.push, invalid_trigger_id", "views.update, not_found",
			"views.publish, not_enabled" })
	void viewsAreRefusedInSlacksWordsAndThePageSaysWhy(String method, String error) throws Exception {
		assertThat(api(method, "{\"view\":{},\"user_id\":\"U1\"}").text("error")).isEqualTo(error);
		assertThat(this.inbox.requests().get(0).refusal())
			.isEqualTo(error + ": nobody can click in the inbox, so no view" + " can be shown");
	}

	@Test
	void headersTellWhatTheTokenMayAndWhatTheMethodWanted() throws Exception {
		this.inbox.scopes(Set.of("chat:write", "channels:read"));
		HttpResponse<String> answer = this.probe.api(this.inbox, "chat.postMessage",
				"{\"channel\":\"c\",\"text\":\"x\"}");
		assertThat(answer.headers().firstValue("X-OAuth-Scopes")).hasValue("channels:read,chat:write");
		assertThat(answer.headers().firstValue("X-Accepted-OAuth-Scopes")).hasValue("chat:write");
	}

	private Json api(String method, String arguments) throws Exception {
		return Json.read(this.probe.api(this.inbox, method, arguments).body());
	}

	private String post(String contentType, String body) throws Exception {
		return this.probe
			.post(this.inbox.apiUrl().resolve("chat.postMessage"), contentType, body, "Authorization",
					"Bearer " + this.inbox.botToken())
			.body();
	}

	private Json update(Json posted, String arguments) throws Exception {
		return api("chat.update",
				"{\"channel\":\"" + posted.text("channel") + "\",\"ts\":\"" + ts(posted) + "\"," + arguments + "}");
	}

	private static String ts(Json answer) throws MalformedJsonException {
		return Objects.requireNonNull(answer.text("ts"));
	}

}
