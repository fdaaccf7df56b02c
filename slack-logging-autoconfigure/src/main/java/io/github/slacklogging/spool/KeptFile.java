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
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * What one process keeps that belongs to no destination, in one small JSON file in its
 * folder, which is replaced in one step: {@code mutes.json}, {@code jobs.json}. Not
 * thread-safe: the spool's thread alone uses it. Blocks as the disk does.
 *
 * @param <T> what is kept, several of it
 */
final class KeptFile<T> {

	/** As many as may be, with the longest names, are far smaller. */
	private static final long MAX_BYTES = 1024 * 1024;

	private final Format<T> format;

	private final Disk disk;

	private final NewestFiles quarantine;

	private final Consumer<String> said;

	/**
	 * Creates a reader and writer of such files.
	 * @param format how they look
	 * @param disk they are on
	 * @param quarantine takes one that cannot be read
	 * @param said takes what is lost, in words
	 */
	KeptFile(Format<T> format, Disk disk, NewestFiles quarantine, Consumer<String> said) {
		this.format = format;
		this.disk = disk;
		this.quarantine = quarantine;
		this.said = said;
	}

	void write(Path folder, List<T> all) throws IOException {
		this.disk.store(folder, this.format.file(), json(all));
	}

	/**
	 * What is kept in a folder.
	 * @return empty where no such file was ever written there
	 */
	Optional<List<T>> read(Path folder) throws IOException {
		for (Disk.Entry entry : this.disk.list(folder)) {
			if (entry.name().equals(this.format.file()) && !entry.folder()) {
				return Optional.of((entry.bytes() <= MAX_BYTES)
						? read(this.disk.read(folder.resolve(this.format.file())), folder) : unreadable(folder));
			}
		}
		return Optional.empty();
	}

	private List<T> read(byte[] bytes, Path folder) throws IOException {
		List<JsonFields> found;
		try {
			found = JsonFields.read(bytes, 0, bytes.length).objects(this.format.list());
		}
		catch (RuntimeException ex) {
			return unreadable(folder);
		}
		List<T> all = new ArrayList<>();
		for (JsonFields each : found) {
			try {
				all.add(this.format.reader().apply(each));
			}
			catch (RuntimeException ex) {
				// Of a later version, say: the others hold on.
				this.said.accept(this.format.one() + " in slack.logging.spool.directory could not be read");
			}
		}
		return all;
	}

	private List<T> unreadable(Path folder) throws IOException {
		this.said.accept("the " + this.format.list() + " in slack.logging.spool.directory could not be read");
		this.quarantine.take(folder.resolve(this.format.file()), this.format.file());
		return List.of();
	}

	/** Moves what a process that is no more left. */
	void adopt(Path left, Path own) throws IOException {
		Optional<List<T>> found = read(left);
		if (found.isEmpty()) {
			return;
		}
		Map<Object, T> all = new LinkedHashMap<>();
		read(own).ifPresent((ours) -> ours.forEach((each) -> all.put(this.format.subject().apply(each), each)));
		found.get().forEach((each) -> all.merge(this.format.subject().apply(each), each, this.format.merger()));
		write(own, List.copyOf(all.values()));
		this.disk.delete(left.resolve(this.format.file()));
	}

	private byte[] json(List<T> all) {
		StringWriter text = new StringWriter();
		try (JsonGenerator json = LateJson.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
			json.writeStartObject();
			json.writeArrayPropertyStart(this.format.list());
			for (T each : all) {
				json.writeStartObject();
				this.format.writer().accept(json, each);
				json.writeEndObject();
			}
			json.writeEndArray();
			json.writeEndObject();
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * How such a file looks.
	 *
	 * @param <T> what is kept
	 * @param file its name
	 * @param list name of the list in it, and what is kept in a word
	 * @param one of it in words
	 * @param reader throws any {@link RuntimeException} on what it does not know
	 * @param writer writes the fields into an object that is begun
	 * @param subject of two with the same one only is kept
	 * @param merger makes one of ours and of what a process left that is no more
	 */
	record Format<T>(String file, String list, String one, Function<JsonFields, T> reader,
			BiConsumer<JsonGenerator, T> writer, Function<T, Object> subject, BinaryOperator<T> merger) {

	}

}
