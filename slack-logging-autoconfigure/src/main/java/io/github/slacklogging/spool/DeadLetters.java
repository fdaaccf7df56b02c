package io.github.slacklogging.spool;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.GroupSpool.DeadLetter;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.SlackMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Messages that Slack will never accept, one JSON file each, the newest of them. Not
 * thread-safe but for {@link #list}.
 */
final class DeadLetters {

	private static final int MAX_FILES = 100;

	private static final long MAX_BYTES = 4L * 1024 * 1024;

	private static final String SUFFIX = ".json";

	private final Disk disk;

	private final NewestFiles files;

	private long sequence;

	DeadLetters(Disk disk, Path folder) {
		this.disk = disk;
		this.files = new NewestFiles(disk, folder, MAX_FILES, MAX_BYTES);
	}

	void keep(RejectedMessage message) throws IOException {
		this.files.store(name(message), json(message));
	}

	private String name(RejectedMessage message) throws IOException {
		List<String> taken = this.files.list().stream().map(Disk.Entry::name).toList();
		String name;
		do {
			this.sequence++;
			name = "%015d-%06d-%s%s".formatted(message.at().toEpochMilli(), this.sequence,
					GroupFileName.encode(message.destination()), SUFFIX);
		}
		while (taken.contains(name));
		return name;
	}

	/** Newest first; what cannot be read is left out. Reads the disk. */
	List<DeadLetter> list() throws IOException {
		List<DeadLetter> messages = new ArrayList<>();
		for (Disk.Entry entry : this.files.list()) {
			if (entry.name().endsWith(SUFFIX) && entry.bytes() <= MAX_BYTES) {
				read(this.files.path(entry.name()))
					.ifPresent((message) -> messages.add(new DeadLetter(entry.name(), message)));
			}
		}
		return messages;
	}

	/** Lets one go. */
	void delete(DeadLetter letter) throws IOException {
		this.disk.delete(this.files.path(letter.id()));
		this.files.bound();
	}

	int size() {
		return this.files.size();
	}

	void look() throws IOException {
		this.files.bound();
	}

	private Optional<RejectedMessage> read(Path file) {
		try {
			byte[] bytes = this.disk.read(file);
			JsonFields json = JsonFields.read(bytes, 0, bytes.length);
			SlackMessage message = new SlackMessage(json.text("text"), json.textOrNull("blocks"),
					json.textOrNull("attachments"), json.textOrNull("username"), json.textOrNull("iconEmoji"),
					json.textOrNull("metadata"));
			return Optional.of(new RejectedMessage(Instant.parse(json.text("at")), json.text("destination"),
					json.text("reason"), json.number("events"), message));
		}
		catch (IOException | RuntimeException ex) {
			// Made room for a newer one meanwhile, or is not one of ours.
			return Optional.empty();
		}
	}

	private byte[] json(RejectedMessage rejected) {
		StringWriter text = new StringWriter();
		try (JsonGenerator json = LateJson.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
			json.writeStartObject();
			json.writeStringProperty("at", rejected.at().toString());
			json.writeStringProperty("destination", rejected.destination());
			json.writeStringProperty("reason", rejected.reason());
			json.writeNumberProperty("events", rejected.events());
			json.writeStringProperty("text", rejected.message().text());
			string(json, "blocks", rejected.message().blocks());
			string(json, "attachments", rejected.message().attachments());
			string(json, "username", rejected.message().username());
			string(json, "iconEmoji", rejected.message().iconEmoji());
			string(json, "metadata", rejected.message().metadata());
			json.writeEndObject();
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void string(JsonGenerator json, String name, @Nullable String value) {
		if (value != null) {
			json.writeStringProperty(name, value);
		}
	}

}
