package io.github.slacklogging.spool;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.slacklogging.GroupSpool.KeptMute;
import io.github.slacklogging.Mute.Subject;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The mutes of one process, in one small JSON file in its folder, which is replaced in
 * one step. It belongs to no destination. Where it was never written, a version before
 * kept the mutes with their incidents. Not thread-safe: the spool's thread alone uses it.
 * Blocks as the disk does.
 */
final class MuteFile {

	static final String NAME = "mutes.json";

	/** As many mutes as may stand, with the longest names, are far smaller. */
	private static final long MAX_BYTES = 1024 * 1024;

	private final JsonFactory factory = new JsonFactory();

	private final Disk disk;

	private final NewestFiles quarantine;

	private final Consumer<String> said;

	/**
	 * Creates a reader and writer of such files.
	 * @param disk they are on
	 * @param quarantine takes one that cannot be read
	 * @param said takes what is lost, in words
	 */
	MuteFile(Disk disk, NewestFiles quarantine, Consumer<String> said) {
		this.disk = disk;
		this.quarantine = quarantine;
		this.said = said;
	}

	void write(Path folder, List<KeptMute> mutes) throws IOException {
		this.disk.store(folder, NAME, json(mutes));
	}

	/**
	 * What is kept in a folder.
	 * @return empty where no such file was ever written there
	 */
	Optional<List<KeptMute>> read(Path folder) throws IOException {
		for (Disk.Entry entry : this.disk.list(folder)) {
			if (entry.name().equals(NAME) && !entry.folder()) {
				return Optional.of((entry.bytes() <= MAX_BYTES) ? read(this.disk.read(folder.resolve(NAME)), folder)
						: unreadable(folder));
			}
		}
		return Optional.empty();
	}

	private List<KeptMute> read(byte[] bytes, Path folder) throws IOException {
		List<JsonFields> found;
		try {
			found = JsonFields.read(bytes, 0, bytes.length).objects("mutes");
		}
		catch (RuntimeException ex) {
			return unreadable(folder);
		}
		List<KeptMute> mutes = new ArrayList<>();
		for (JsonFields each : found) {
			try {
				mutes.add(new KeptMute(MuteFields.read(each), each.has("counted") ? each.number("counted") : 0));
			}
			catch (RuntimeException ex) {
				// Of a later version, say: the others hold on.
				this.said.accept("a mute in slack.logging.spool.directory could not be read");
			}
		}
		return mutes;
	}

	private List<KeptMute> unreadable(Path folder) throws IOException {
		this.said.accept("the mutes in slack.logging.spool.directory could not be read");
		this.quarantine.take(folder.resolve(NAME), NAME);
		return List.of();
	}

	/**
	 * Moves what a process that is no more left; of two for one subject the later one.
	 */
	void adopt(Path left, Path own) throws IOException {
		Optional<List<KeptMute>> found = read(left);
		if (found.isEmpty()) {
			return;
		}
		Map<Subject, KeptMute> all = new LinkedHashMap<>();
		read(own).ifPresent((mutes) -> mutes.forEach((mute) -> all.put(mute.mute().subject(), mute)));
		found.get()
			.forEach((mute) -> all.merge(mute.mute().subject(), mute,
					(ours, theirs) -> theirs.mute().since().isAfter(ours.mute().since()) ? theirs : ours));
		write(own, List.copyOf(all.values()));
		this.disk.delete(left.resolve(NAME));
	}

	private byte[] json(List<KeptMute> mutes) {
		StringWriter text = new StringWriter();
		try (JsonGenerator json = this.factory.createGenerator(ObjectWriteContext.empty(), text)) {
			json.writeStartObject();
			json.writeName("mutes");
			json.writeStartArray();
			for (KeptMute each : mutes) {
				json.writeStartObject();
				MuteFields.write(json, each.mute());
				json.writeNumberProperty("counted", each.counted());
				json.writeEndObject();
			}
			json.writeEndArray();
			json.writeEndObject();
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

}
