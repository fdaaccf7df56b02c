package io.github.slacklogging.inbox;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.inbox.InboxMessage.Source;
import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.github.slacklogging.inbox.Page.in;
import static io.github.slacklogging.inbox.Page.text;
import static org.assertj.core.api.Assertions.assertThat;

/** The inbox keeps so much and no more, and says so. */
class BoundTests {

	private static final long MAX_BYTES = 64L * 1024 * 1024;

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpProbe probe = new HttpProbe();

	private final Page page = new Page(this.inbox);

	@AfterEach
	void close() {
		this.inbox.close();
	}

	@Test
	void thousandMessagesAndRequestsAreKeptAndOneMoreIsToldAsForgotten() throws Exception {
		try (Flood flood = new Flood(this.inbox)) {
			flood.post(1, 1_000);
		}
		assertThat(kept("messages")).isEqualTo(1_000);
		assertThat(kept("forgotten")).isZero();
		assertThat(this.inbox.requests()).hasSize(1_000);
		assertThat(this.inbox.requests().get(0).body()).contains("message 1\"");
		post("message 1001");
		assertThat(kept("messages")).isEqualTo(1_000);
		assertThat(kept("forgotten")).isEqualTo(1);
		assertThat(kept("maxMessages")).isEqualTo(1_000);
		assertThat(this.inbox.messages().get(0).text()).isEqualTo("message 2");
		assertThat(this.inbox.requests()).hasSize(1_000);
		assertThat(this.inbox.requests().get(0).body()).contains("message 2\"");
		this.inbox.clear();
		assertThat(kept("forgotten")).isZero();
		assertThat(kept("bytes")).isZero();
	}

	@Test
	void bytesOfMessagesRequestsAndFilesAreOneBound() throws Exception {
		post("first");
		Bot bot = new Bot(this.inbox);
		String channel = bot.post("c", "\"text\":\"second\"").channel();
		long bytes = kept("bytes");
		String content = "x".repeat(UploadMethods.MAX_FILE);
		for (int i = 1; kept("forgotten") == 0; i++) {
			assertThat(bytes).as("after %s files", i).isBetween((i - 1) * (long) UploadMethods.MAX_FILE, MAX_BYTES);
			bot.share(bot.upload("f" + i, content), ",\"channel_id\":\"" + channel + "\"");
			bytes = kept("bytes");
		}
		assertThat(kept("maxBytes")).isEqualTo(MAX_BYTES);
		assertThat(bytes).isBetween(MAX_BYTES - 2L * UploadMethods.MAX_FILE, MAX_BYTES);
		assertThat(this.inbox.messages()).extracting(InboxMessage::text).doesNotContain("first");
		assertThat(this.inbox.files()).hasSizeBetween(6, 7);
	}

	@Test
	void refusedRequestsPushTheOldestOut() throws Exception {
		post("old");
		String large = "{\"text\":\"" + "x".repeat(1_000_000) + "\",\"blocks\":[{}]}";
		for (int i = 0; i < 70; i++) {
			this.probe.post(this.inbox.webhookUrl(), large);
		}
		assertThat(this.inbox.messages()).isEmpty();
		assertThat(kept("forgotten")).isEqualTo(1);
		assertThat(kept("bytes")).isBetween(MAX_BYTES - 2_000_000, MAX_BYTES);
		assertThat(this.inbox.requests()).hasSizeBetween(60, 70);
	}

	@Test
	void earlierFormsCount() {
		Room room = new Room(1_000_000);
		MessageStore store = new MessageStore(() -> Instant.EPOCH, room, () -> "");
		InboxMessage message = store.add(draft("x".repeat(10_000)));
		long once = room.bytes();
		store.edit("#c", message.ts(), Json.object().put("text", "y".repeat(10_000)).build());
		assertThat(room.bytes()).isGreaterThan(once + 10_000);
		store.react("#c", message.ts(), (none) -> List.of("eyes"));
		store.delete("#c", message.ts());
		store.clear();
		assertThat(room.bytes()).isZero();
	}

	@Test
	void fileUnderWayCounts() throws Exception {
		Bot bot = new Bot(this.inbox);
		String id = bot.upload("a", "x".repeat(100_000));
		assertThat(kept("bytes")).as("the file, and the beginning of the request").isGreaterThan(200_000);
		bot.share(id, "");
		assertThat(kept("bytes")).as("private, so it is in no message").isLessThan(200_000);
	}

	@Test
	void clearedInboxHoldsNothingOfFilesThatWereShared() throws Exception {
		Bot bot = new Bot(this.inbox);
		String id = bot.upload("a", "x");
		bot.share(id, "");
		this.inbox.clear();
		assertThat(kept("bytes")).isZero();
		assertThat(bot.form("files.info", Map.of("file", id)).text("error")).isEqualTo("file_not_found");
	}

	@Test
	void deletedMessageThatNoTestHasTakenStillCountsWithItsFile() throws InterruptedException {
		Room room = new Room(1_000_000);
		MessageStore store = new MessageStore(() -> Instant.EPOCH, room, () -> "");
		InboxFile file = new InboxFile("F1", "a", "a", new byte[50_000]);
		InboxMessage message = store.add(new Draft(Source.BOT, "#c", Json.object().build(), List.of(file)));
		store.add(draft("another"));
		store.delete("#c", message.ts());
		assertThat(room.bytes()).isBetween(50_000L, 60_000L);
		assertThat(store.take(Duration.ZERO)).hasValue(message);
		assertThat(room.bytes()).isLessThan(5_000);
	}

	@Test
	void filesOfDeletedMessagesFillNoMoreThanTheRoom() {
		Room room = new Room(200_000);
		MessageStore store = new MessageStore(() -> Instant.EPOCH, room, () -> "");
		for (int i = 0; i < 20; i++) {
			InboxFile file = new InboxFile("F" + i, "a", "a", new byte[50_000]);
			InboxMessage message = store.add(new Draft(Source.BOT, "#c", Json.object().build(), List.of(file)));
			store.delete("#c", message.ts());
		}
		assertThat(room.bytes()).isBetween(150_000L, 200_000L);
	}

	/** Ten times the bound, from one sender that does not wait for anybody. */
	@Test
	void tenThousandMessagesLeaveTheNewestThousandAndTakeNoMoreRoomThanThose() throws Exception {
		try (Flood flood = new Flood(this.inbox)) {
			flood.post(1, 1_000);
			long bytes = kept("bytes");
			flood.post(1_001, 10_000);
			assertThat(kept("messages")).isEqualTo(1_000);
			assertThat(kept("forgotten")).isEqualTo(9_000);
			assertThat(kept("bytes")).isBetween(bytes / 2, bytes + 100_000);
		}
		assertThat(this.inbox.messages()).extracting(InboxMessage::text)
			.startsWith("message 9001")
			.endsWith("message 10000");
		assertThat(this.inbox.requests()).hasSize(1_000);
	}

	@Test
	void messageAtTheBoundStaysAndAByteMoreForgetsIt() {
		Room measure = new Room(Long.MAX_VALUE);
		MessageStore measured = new MessageStore(() -> Instant.EPOCH, measure, () -> "");
		measured.add(draft("aaaa"));
		measured.add(draft("bbbb"));
		Room room = new Room(measure.bytes());
		MessageStore store = new MessageStore(() -> Instant.EPOCH, room, () -> "");
		store.add(draft("aaaa"));
		store.add(draft("bbbb"));
		assertThat(store.messages()).hasSize(2);
		store.clear();
		store.add(draft("aaaa"));
		store.add(draft("bbbbb"));
		assertThat(store.messages()).extracting(InboxMessage::text).containsExactly("bbbbb");
		assertThat(store.forgotten()).isEqualTo(1);
	}

	@Test
	void pageThatDoesNotReadKeepsNobodyWaiting() throws Exception {
		try (Socket sleeper = new Socket(InetAddress.getLoopbackAddress(), this.inbox.port())) {
			OutputStream out = sleeper.getOutputStream();
			out.write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
			out.flush();
			InputStream in = sleeper.getInputStream();
			assertThat(in.readNBytes(9)).asString(StandardCharsets.UTF_8).isEqualTo("HTTP/1.1 ");
			// 12 MB: more than the buffers of a connection hold
			for (int i = 0; i < 300; i++) {
				assertThat(post("x".repeat(40_000)).statusCode()).isEqualTo(200);
			}
			assertThat(this.inbox.takeMessage(Duration.ZERO)).isNotNull();
			sleeper.setSoTimeout(20_000);
			assertThat(readUntil(in, "event: reload\n")).isTrue();
		}
	}

	private static boolean readUntil(InputStream in, String wanted) throws Exception {
		String end = "";
		byte[] buffer = new byte[65_536];
		for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
			String seen = end + new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
			if (seen.contains(wanted)) {
				return true;
			}
			end = seen.substring(Math.max(0, seen.length() - wanted.length()));
		}
		return false;
	}

	private HttpResponse<String> post(String text) throws Exception {
		return this.probe.post(this.inbox.webhookUrl(), "{\"text\":\"" + text + "\"}");
	}

	private long kept(String what) throws Exception {
		return Long.parseLong(text(in(this.page.get("/messages"), "kept"), what));
	}

	private static Draft draft(String text) {
		return new Draft(Source.BOT, "#c", Json.object().put("text", text).build());
	}

}
