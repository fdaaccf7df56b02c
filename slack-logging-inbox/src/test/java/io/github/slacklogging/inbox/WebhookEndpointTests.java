package io.github.slacklogging.inbox;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookEndpointTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void formWithPayloadIsAcceptedToo() throws Exception {
		String form = "payload=" + URLEncoder.encode("{\"text\":\"a & b + ü\"}", StandardCharsets.UTF_8);
		assertThat(this.probe.post(this.inbox.webhookUrl(), "application/x-www-form-urlencoded", form).body())
			.isEqualTo("ok");
		assertThat(this.inbox.messages()).extracting(InboxMessage::text).containsExactly("a & b + ü");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "[]", "\"text\"", "{\"text\":\"x\"", "{\"text\":7}",
			"{\"text\":\"cut \\uD83D\"}", "{\"text\":\"a\",\"text\":\"b\"}" })
	void unreadablePayloadIsRefused(String payload) throws Exception {
		HttpResponse<String> answer = this.probe.post(this.inbox.webhookUrl(), payload);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).isEqualTo("invalid_payload");
		assertThat(this.inbox.messages()).isEmpty();
	}

	@Test
	void bytesThatAreNotUtf8AreRefused() throws Exception {
		byte[] latin1 = "{\"text\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1);
		HttpResponse<String> answer = this.probe.post(this.inbox.webhookUrl(), "application/json",
				HttpRequest.BodyPublishers.ofByteArray(latin1));
		assertThat(answer.body()).isEqualTo("invalid_payload");
	}

	@Test
	void formWithoutPayloadIsRefused() throws Exception {
		HttpResponse<String> answer = this.probe.post(this.inbox.webhookUrl(), "application/x-www-form-urlencoded",
				"{\"text\":\"x\"}");
		assertThat(answer.body()).isEqualTo("invalid_payload");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                                            | no_text
			{"text":"x","blocks":[{"type":"nonsense"}]}                                   | invalid_blocks
			{"text":"x","blocks":"nonsense"}                                              | invalid_blocks
			{"text":"x","attachments":[{"blocks":[{"type":"divider"}],"title":"x"}]}      | invalid_attachments
			""")
	void refusalIsABareCode(String payload, String code) throws Exception {
		HttpResponse<String> answer = this.probe.post(this.inbox.webhookUrl(), payload);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).isEqualTo(code);
		assertThat(this.inbox.requests()).extracting(InboxRequest::refusal).allMatch((text) -> text.contains(code));
	}

	@ParameterizedTest
	@CsvSource({ "/services/T000OTHER/B000INBOX/inbox, 404, no_team",
			"/services/T000INBOX/B000OTHER/inbox, 404, no_service",
			"/services/T000INBOX/B000INBOX/IN%20BOX, 403, invalid_token", "/services/T000INBOX, 404, no_team",
			"/services/T000INBOX/B000INBOX/inbox/more, 403, invalid_token" })
	void otherUrlsAreRefusedAsSlackDoes(String path, int status, String code) throws Exception {
		HttpResponse<String> answer = this.probe.post(this.inbox.url().resolve(path), "{\"text\":\"x\"}");
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).isEqualTo(code);
	}

	@Test
	void webhookTakesOnlyPosts() throws Exception {
		assertThat(this.probe.get(this.inbox.webhookUrl()).statusCode()).isEqualTo(405);
	}

	@Test
	void bodyOverAMegabyteIsRefused() throws Exception {
		String frame = "{\"text\":\"\"}";
		String fits = "{\"text\":\"" + "x".repeat(Call.MAX_BODY - frame.length()) + "\"}";
		assertThat(this.probe.post(this.inbox.webhookUrl(), fits).statusCode()).isEqualTo(200);
		assertThat(this.probe.post(this.inbox.webhookUrl(), fits + " ").statusCode()).isEqualTo(413);
		assertThat(this.probe.post(this.inbox.webhookUrl(), fits.repeat(9)).statusCode()).isEqualTo(413);
	}

	@Test
	void textOver4000CharactersBecomesSeveralMessages() throws Exception {
		text("a".repeat(3_999) + "\uD83D\uDE00" + "b");
		assertThat(texts()).containsExactly("a".repeat(3_999), "\uD83D\uDE00b");
	}

	@Test
	void textOf4000CharactersStaysWhole() throws Exception {
		text("a".repeat(4_000));
		assertThat(texts()).containsExactly("a".repeat(4_000));
	}

	@Test
	void textOver40000CharactersIsCut() throws Exception {
		text("a".repeat(45_000));
		assertThat(String.join("", texts())).hasSize(40_000);
	}

	@Test
	void textBesideBlocksIsNotSplit() throws Exception {
		String text = "a".repeat(10_000);
		this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"" + text + "\",\"blocks\":[{\"type\":\"divider\"}]}");
		assertThat(texts()).containsExactly(text);
	}

	@Test
	void channelOfThePayloadIsIgnored() throws Exception {
		this.probe.post(this.inbox.webhookUrl("here"), "{\"text\":\"x\",\"channel\":\"#there\"}");
		assertThat(this.inbox.messages()).extracting(InboxMessage::channel).containsExactly("#here");
	}

	@Test
	void pathIsNoWayOut() throws Exception {
		URI url = URI.create(this.inbox.url() + "services/T000INBOX/B000INBOX/..%2f..%2fapi");
		assertThat(this.probe.post(url, "{\"text\":\"x\"}").statusCode()).isGreaterThanOrEqualTo(400);
	}

	private void text(String text) throws Exception {
		assertThat(this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"" + text + "\"}").body()).isEqualTo("ok");
	}

	private List<String> texts() {
		return this.inbox.messages().stream().map(InboxMessage::text).toList();
	}

}
