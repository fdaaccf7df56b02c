package io.github.slacklogging.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.block.Violation;
import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link SavedJson} wrote, and what people changed in it: every value is
 * checked before anything is kept. Not thread-safe: it knows where it is reading.
 */
final class SavedReader {

	private final Supplier<String> requestIds;

	/** Where it is reading, for the sentence of a refusal. */
	private String place = "";

	/**
	 * Makes a reader.
	 * @param requestIds gives each request an id of this inbox
	 */
	SavedReader(Supplier<String> requestIds) {
		this.requestIds = requestIds;
	}

	/** All of it, or a refusal that names the place and what is wrong there. */
	Saved read(Json.Obj file) throws PageRefusal {
		if (!SavedJson.FORMAT.equals(file.text("format"))) {
			throw new PageRefusal(400, "This is no export of an inbox: \"format\" is not \"slack-inbox\".");
		}
		if (!Json.of(SavedJson.VERSION).equals(file.get("version"))) {
			throw new PageRefusal(400, "This export is of another version; this inbox reads version 1.");
		}
		try {
			return new Saved(all(file, "messages", this::message), all(file, "refused", this::request));
		}
		catch (IllegalArgumentException | DateTimeException ex) {
			throw new PageRefusal(400, "In " + this.place + ": " + ex.getMessage() + ". Nothing was imported.");
		}
	}

	private <T> List<T> all(Json file, String key, Function<Json, T> reading) {
		List<T> read = new ArrayList<>();
		this.place = key;
		for (Json each : array(file, key)) {
			this.place = key + "[" + read.size() + "]";
			read.add(reading.apply(each));
		}
		return read;
	}

	private InboxMessage message(Json json) {
		String ts = text(json, "ts");
		check(ts.matches("[0-9]{1,11}\\.[0-9]{6}"), "\"ts\" is no time stamp of Slack's");
		check(json.get("payload") instanceof Json.Obj, "\"payload\" is missing or no object");
		Json.Obj payload = (Json.Obj) Objects.requireNonNull(json.get("payload"));
		List<InboxFile> files = array(json, "files").stream().map(SavedReader::file).toList();
		InboxMessage message = new Draft(source(json), Channels.checked(text(json, "channel")), payload, files)
			.toMessage(ts, instant(json));
		return message.restored(number(json, "edits"), Draft.isTrue(json.get("edited")),
				array(json, "earlier").stream().map(SavedReader::version).toList(), texts(json, "reactions"),
				Draft.isTrue(json.get("pinned")));
	}

	private Exchanged request(Json json) {
		Json channel = json.get("channel");
		InboxRequest request = new InboxRequest(instant(json), text(json, "method"), text(json, "path"),
				(channel != null) ? Channels.checked(text(json, "channel")) : null, number(json, "status"),
				text(json, "refusal"), text(json, "body"), map(json, "headers"));
		List<Violation> violations = array(json, "violations").stream()
			.map((each) -> new Violation(text(each, "pointer"), text(each, "message")))
			.toList();
		return new Exchanged(this.requestIds.get(), request, text(json, "query"), number(json, "bytes"), violations,
				text(json, "answer"), map(json, "answerHeaders"), longNumber(json, "tookNanos"));
	}

	private static InboxMessage.Source source(Json json) {
		String name = text(json, "source");
		return Stream.of(InboxMessage.Source.values())
			.filter((each) -> each.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("\"source\" is none of WEBHOOK, BOT"));
	}

	private static InboxFile file(Json json) {
		String id = text(json, "id");
		check(id.matches("[A-Z0-9]{1,40}"), "\"id\" is no id of a file");
		return new InboxFile(id, text(json, "name"), text(json, "title"), bytes(text(json, "content")));
	}

	private static byte[] bytes(String content) {
		try {
			return Base64.getDecoder().decode(content);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("\"content\" is no Base64", ex);
		}
	}

	private static InboxMessage.Version version(Json json) {
		return new InboxMessage.Version(instant(json), text(json, "text"), written(json.get("blocks")),
				written(json.get("attachments")));
	}

	private static @Nullable String written(@Nullable Json array) {
		check(array == null || array instanceof Json.Arr, "blocks and attachments are arrays");
		return (array != null) ? array.write() : null;
	}

	private static Instant instant(Json json) {
		return Instant.parse(text(json, "receivedAt"));
	}

	private static String text(Json json, String key) {
		String text = json.text(key);
		check(text != null, "\"" + key + "\" is missing or no text");
		return Objects.requireNonNull(text);
	}

	private static int number(Json json, String key) {
		long number = longNumber(json, key);
		check(number >= 0, "\"" + key + "\" is below 0");
		check(number <= Integer.MAX_VALUE, "\"" + key + "\" is too large");
		return (int) number;
	}

	private static long longNumber(Json json, String key) {
		boolean isNumber = json.get(key) instanceof Json.Num number && number.literal().matches("-?[0-9]{1,15}");
		check(isNumber, "\"" + key + "\" is missing or no number");
		return Long.parseLong(((Json.Num) Objects.requireNonNull(json.get(key))).literal());
	}

	private static List<Json> array(Json json, String key) {
		check(json.get(key) instanceof Json.Arr, "\"" + key + "\" is missing or no array");
		return Objects.requireNonNull(json.get(key)).items();
	}

	private static List<String> texts(Json json, String key) {
		List<String> texts = new ArrayList<>();
		for (Json each : array(json, key)) {
			check(each instanceof Json.Text, "\"" + key + "\" holds what is no text");
			texts.add(((Json.Text) each).value());
		}
		return texts;
	}

	private static Map<String, String> map(Json json, String key) {
		Map<String, String> map = new TreeMap<>();
		check(json.get(key) instanceof Json.Obj, "\"" + key + "\" is missing or no object");
		Json.Obj object = (Json.Obj) Objects.requireNonNull(json.get(key));
		object.members().keySet().forEach((name) -> map.put(name, text(object, name)));
		return map;
	}

	private static void check(boolean right, String complaint) {
		if (!right) {
			throw new IllegalArgumentException(complaint);
		}
	}

	/**
	 * What a file holds.
	 *
	 * @param messages with their earlier forms and files
	 * @param refused requests that were refused
	 */
	record Saved(List<InboxMessage> messages, List<Exchanged> refused) {

	}

}
