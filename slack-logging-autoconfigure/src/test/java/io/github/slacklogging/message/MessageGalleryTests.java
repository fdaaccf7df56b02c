package io.github.slacklogging.message;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.testing.SlackLengthJudge;
import io.github.slacklogging.testing.SlackPayloadJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What people see of the life of an incident, as files to read and as Slack takes it. */
class MessageGalleryTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Map<String, SlackMessage> GALLERY = MessageGallery.all();

	/** What a bot may show in one message, one after the other. */
	private static final List<String> EDITS = List.of("a-extras", "a-return", "b-milestone", "b-muted-without-stack",
			"d-quiet", "e-storm", "e-storm-over", "g-extras", "h-started", "h-failed", "h-succeeded");

	static Set<String> names() {
		return GALLERY.keySet();
	}

	@ParameterizedTest
	@MethodSource("names")
	void messageIsTheOneThatWasApproved(String name) {
		SlackMessage message = message(name);
		SlackPayloadJudge.assertWellFormed(message);
		SlackLengthJudge.assertWithinLimits(message);
		GoldenFile.assertMatches(name, SlackPayloadJudge.envelope(message));
	}

	@Test
	void webhookTakesAllOfThem() throws IOException, InterruptedException {
		try (SlackInbox inbox = SlackInbox.start()) {
			for (SlackMessage message : GALLERY.values()) {
				assertThat(MessageGallery.post(inbox.webhookUrl(), message)).isEqualTo("ok");
			}
			assertThat(inbox.messages()).extracting(InboxMessage::text)
				.containsExactlyElementsOf(GALLERY.values().stream().map(SlackMessage::text).toList());
		}
	}

	@Test
	void botMayChangeEachFormIntoEachOther() throws IOException, InterruptedException {
		try (SlackInbox inbox = SlackInbox.start()) {
			inbox.unlimited();
			for (String from : EDITS) {
				JsonNode posted = call(inbox, "chat.postMessage", body(from).put("channel", "#alerts"));
				for (String to : Stream.of(EDITS, List.of(from)).flatMap(List::stream).toList()) {
					ObjectNode edit = body(to).put("channel", posted.path("channel").asString());
					JsonNode answer = call(inbox, "chat.update", edit.put("ts", posted.path("ts").asString()));
					assertThat(answer.path("ok").asBoolean()).as(from + " to " + to + ": " + answer).isTrue();
				}
			}
			assertThat(inbox.messages()).hasSize(EDITS.size());
		}
	}

	@Test
	void noFormHasRichTextAtTheTopLevel() {
		GALLERY.forEach((name, message) -> assertThat(types(String.valueOf(message.blocks()))).as(name)
			.isNotEmpty()
			.allMatch((type) -> Set.of("section", "context").contains(type)));
	}

	@Test
	void onlyMessagesAboutOneKindCarryMetadata() {
		GALLERY.forEach((name, message) -> assertThat(message.metadata() != null).as(name)
			.isEqualTo(name.matches("[abdgh]-.*")));
	}

	private static JsonNode call(SlackInbox inbox, String method, ObjectNode body)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(inbox.apiUrl().resolve(method))
			.header("Authorization", "Bearer " + inbox.botToken())
			.header("Content-Type", "application/json; charset=utf-8")
			.POST(HttpRequest.BodyPublishers.ofString(body.toString()))
			.build();
		return JSON.readTree(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

	private static ObjectNode body(String name) {
		return (ObjectNode) JSON.readTree(SlackPayloadJudge.envelope(message(name)));
	}

	private static SlackMessage message(String name) {
		return Objects.requireNonNull(GALLERY.get(name));
	}

	private static List<String> types(String blocks) {
		List<String> types = new ArrayList<>();
		JSON.readTree(blocks).forEach((block) -> types.add(block.path("type").asString()));
		return types;
	}

}
