package io.github.slacklogging.inbox;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.slacklogging.inbox.Bot.Posted;
import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class UploadMethodsTests {

	private final SlackInbox inbox = SlackInbox.start();

	private final Bot bot = new Bot(this.inbox);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void fileIsSharedInAThreadWithItsComment() throws Exception {
		Posted parent = this.bot.post("c", "\"text\":\"parent\"");
		String id = this.bot.upload("trace.txt", "java.lang.Error: ü");
		Json answer = this.bot.share(id, ",\"channel_id\":\"" + parent.channel() + "\",\"thread_ts\":\"" + parent.ts()
				+ "\",\"initial_comment\":\"Full trace\"");
		assertThat(answer.write())
			.isEqualTo("{\"ok\":true,\"files\":[{\"id\":\"" + id + "\",\"title\":\"trace.txt\"}]}");
		InboxMessage reply = this.inbox.replies(parent.ts()).get(0);
		assertThat(reply.text()).isEqualTo("Full trace");
		assertThat(reply.files()).extracting(InboxFile::text, InboxFile::size)
			.containsExactly(tuple("java.lang.Error: ü", 19L));
		assertThat(this.inbox.files()).isEqualTo(reply.files());
	}

	@Test
	void lengthIsCountedInBytesAndMustMatch() throws Exception {
		Json ticket = ticket("3");
		HttpResponse<String> tooShort = send(ticket, "ab");
		assertThat(tooShort.statusCode()).isEqualTo(400);
		assertThat(send(ticket, "abü").statusCode()).as("3 characters, 4 bytes").isEqualTo(400);
		assertThat(this.bot.share(fileId(ticket), "").text("error")).isEqualTo("file_not_found");
		assertThat(send(ticket, "aü").body()).isEqualTo("OK - 3");
		assertThat(this.bot.share(fileId(ticket), "").text("error")).isNull();
		assertThat(this.inbox.requests()).extracting(InboxRequest::refusal)
			.contains("2 bytes came, 3 were announced", "4 bytes came, 3 were announced");
	}

	@Test
	void noLengthNoUpload() throws Exception {
		for (String length : new String[] { "0", "-1", "", "three" }) {
			assertThat(ticket(length).text("error")).as(length).isEqualTo("missing_argument");
		}
		assertThat(this.bot.form("files.getUploadURLExternal", Map.of("length", "3")).text("error"))
			.isEqualTo("invalid_arguments");
	}

	@Test
	void fileWithoutAChannelIsInNoMessage() throws Exception {
		assertThat(this.bot.share(this.bot.upload("a", "x"), "").text("error")).isNull();
		assertThat(this.inbox.messages()).isEmpty();
	}

	@Test
	void fileIsCompletedOnce() throws Exception {
		String id = this.bot.upload("a", "x");
		assertThat(this.bot.share(id, "").text("error")).isNull();
		assertThat(this.bot.share(id, "").text("error")).isEqualTo("file_not_found");
	}

	@Test
	void refusedShareCanBeTriedAgain() throws Exception {
		Posted posted = this.bot.post("c", "\"text\":\"parent\"");
		Posted reply = this.bot.reply(posted, "\"text\":\"reply\"");
		String id = this.bot.upload("a", "x");
		String channel = ",\"channel_id\":\"" + posted.channel() + "\"";
		assertThat(this.bot.share(id, ",\"channel_id\":\"#c\"").text("error")).isEqualTo("channel_not_found");
		assertThat(this.bot.share(id, channel + ",\"thread_ts\":\"" + reply.ts() + "\"").text("error"))
			.isEqualTo("invalid_arguments");
		this.inbox.removeBotFrom("c");
		this.inbox.scopes(Set.of("files:write", "chat:write.public"));
		assertThat(this.bot.share(id, channel).text("error")).isEqualTo("not_in_channel");
		this.inbox.addBotTo("c");
		assertThat(this.bot.share(id, channel).text("error")).isNull();
		assertThat(this.inbox.files()).hasSize(1);
	}

	@Test
	void bytesMayComeAsAForm() throws Exception {
		Json ticket = ticket("5");
		String form = "--x\r\nContent-Disposition: form-data; name=\"body\"; filename=\"a\"\r\n\r\na\r\nb\n\r\n--x--\r\n";
		assertThat(new HttpProbe()
			.post(URI.create(String.valueOf(ticket.text("upload_url"))), "multipart/form-data; boundary=\"x\"", form)
			.body()).isEqualTo("OK - 5");
		String channel = this.bot.post("c", "\"text\":\"x\"").channel();
		this.bot.share(fileId(ticket), ",\"channel_id\":\"" + channel + "\"");
		assertThat(this.inbox.files()).extracting(InboxFile::text).containsExactly("a\r\nb\n");
	}

	@Test
	void fileIsSharedInSeveralChannelsOrInNoneOfThem() throws Exception {
		String one = this.bot.post("one", "\"text\":\"x\"").channel();
		Posted two = this.bot.post("two", "\"text\":\"x\"");
		String id = this.bot.upload("a", "x");
		String channels = ",\"channels\":\"" + one + "," + two.channel() + "\"";
		assertThat(this.bot.share(id, channels + ",\"thread_ts\":\"" + two.ts() + "\"").text("error"))
			.isEqualTo("invalid_arguments");
		this.inbox.removeBotFrom("two");
		assertThat(this.bot.share(id, channels).text("error")).isEqualTo("not_in_channel");
		assertThat(this.inbox.files()).isEmpty();
		this.inbox.addBotTo("two");
		assertThat(this.bot.share(id, channels).text("error")).isNull();
		assertThat(this.inbox.files()).hasSize(2);
	}

	@Test
	void completedFileIsTold() throws Exception {
		String id = this.bot.upload("trace.txt", "ü");
		assertThat(this.bot.form("files.info", Map.of("file", id)).text("error")).isEqualTo("file_not_found");
		this.bot.share(id, "");
		Json file = this.bot.form("files.info", Map.of("file", id)).get("file");
		assertThat(file).isNotNull().extracting((told) -> told.text("name")).isEqualTo("trace.txt");
		assertThat(file).extracting((told) -> told.get("size")).isEqualTo(Json.of(2));
	}

	@Test
	void uploadUrlTakesPutButServesNobodyElse() throws Exception {
		URI url = URI.create(String.valueOf(ticket("1").text("upload_url")));
		HttpProbe probe = new HttpProbe();
		assertThat(probe.get(url).statusCode()).isEqualTo(404);
		assertThat(probe.put(url, "x").statusCode()).isEqualTo(200);
		assertThat(probe.put(url.resolve("F9"), "x").statusCode()).isEqualTo(404);
	}

	private Json ticket(String length) throws Exception {
		return this.bot.form("files.getUploadURLExternal", Map.of("filename", "a", "length", length));
	}

	private static HttpResponse<String> send(Json ticket, String content) throws Exception {
		return new HttpProbe().post(URI.create(String.valueOf(ticket.text("upload_url"))), "application/octet-stream",
				content);
	}

	private static String fileId(Json ticket) {
		return Objects.requireNonNull(ticket.text("file_id"));
	}

}
