package io.github.slacklogging.inbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.github.slacklogging.inbox.Page.in;
import static io.github.slacklogging.inbox.Page.text;
import static org.assertj.core.api.Assertions.assertThat;

class SharedFilesTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final Bot bot = new Bot(this.inbox);

	private final Page page = new Page(this.inbox);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@ParameterizedTest
	@CsvSource({ "89504e470d0a1a0a00, image/png", "ffd8ffe000, image/jpeg", "474946383961, image/gif",
			"52494646000000005745425000, image/webp" })
	void pictureIsShownAsWhatItsBytesAre(String hex, String type) throws Exception {
		byte[] bytes = HexFormat.of().parseHex(hex);
		String id = share("web.html", bytes);
		HttpResponse<byte[]> answer = get(id);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
		assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
		assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(answer.body()).isEqualTo(bytes);
	}

	@ParameterizedTest
	@CsvSource({ "picture.png, <script>alert(1)</script>, picture.png",
			"'a\"; filename=b\r\nX: y/../ü.svg', <svg onload=alert(1)>, a___filename_b__X__y_..__.svg" })
	void everythingElseIsTextToBeSaved(String name, String content, String saved) throws Exception {
		HttpResponse<byte[]> answer = get(share(name, content.getBytes(StandardCharsets.UTF_8)));
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
		assertThat(answer.headers().firstValue("Content-Disposition"))
			.hasValue("attachment; filename=\"" + saved + "\"");
		assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo(content);
	}

	@Test
	void listHasTheBeginningOfATextAndNoBytesOfOthers() throws Exception {
		share("long.txt", "x".repeat(20_001).getBytes(StandardCharsets.UTF_8));
		share("short.txt", "y".getBytes(StandardCharsets.UTF_8));
		share("bytes.txt", new byte[] { 1, 0, 2 });
		Json messages = in(this.page.get("/messages"), "messages");
		assertThat(text(messages, 0, "files", 0, "text")).hasSize(20_000);
		assertThat(text(messages, 0, "files", 0, "textIsCut")).isEqualTo("true");
		assertThat(text(messages, 1, "files", 0, "text")).isEqualTo("y");
		assertThat(in(messages, 2, "files", 0).write())
			.endsWith("\"size\":3,\"mimetype\":\"application/octet-stream\"}");
	}

	@Test
	void fileThatIsGoneIsNotFound() throws Exception {
		String id = share("a.txt", new byte[] { 'x' });
		this.inbox.clear();
		assertThat(this.page.refusal(404, "GET", "/files/" + id, ""))
			.isEqualTo("The inbox does not have this file any more.");
		assertThat(this.page.send("GET", "/files/", "").statusCode()).isEqualTo(404);
	}

	private String share(String name, byte[] content) throws Exception {
		Json ticket = this.bot.form("files.getUploadURLExternal",
				Map.of("filename", name, "length", "" + content.length));
		new HttpProbe().post(URI.create(text(ticket, "upload_url")), "application/octet-stream",
				HttpRequest.BodyPublishers.ofByteArray(content));
		String channel = this.bot.post("c", "\"text\":\"for its id\"").channel();
		this.inbox.delete("c", this.inbox.messages().get(this.inbox.messages().size() - 1).ts());
		this.bot.share(text(ticket, "file_id"), ",\"channel_id\":\"" + channel + "\"");
		return text(ticket, "file_id");
	}

	private HttpResponse<byte[]> get(String id) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.inbox.url().resolve("/files/" + id)).build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
	}

}
