package io.github.slacklogging.structured;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonWriter.MemberPath;

/**
 * Recognises the format of a formatter by the first names that it writes. Boot does not
 * say which format it customizes, and the properties do not know it either: console and
 * file may differ, and a {@code logback-spring.xml} may name a third one. Thread-safe.
 */
final class FormatWatch {

	/** Names that come before anything of the caller, some of which may be excluded. */
	private static final Map<String, Format> SIGNS = Map.of("log", Format.ECS, "process", Format.ECS, "@version",
			Format.LOGSTASH, "logger_name", Format.LOGSTASH, "version", Format.GELF, "short_message", Format.GELF,
			"_level_name", Format.GELF);

	/** After these the caller's own names may come. */
	private static final int MAX_NAMES = 5;

	private volatile Format format = Format.OTHER;

	private volatile int seen;

	/**
	 * Looks at a member that is about to be written.
	 * @param path of the member
	 */
	@SuppressWarnings("NonAtomicVolatileUpdate") // a lost count is one more look
	void see(MemberPath path) {
		if (this.seen < MAX_NAMES && isTop(path)) {
			Format recognised = SIGNS.get(path.name());
			if (recognised != null) {
				this.format = recognised;
				this.seen = MAX_NAMES;
			}
			else {
				this.seen++;
			}
		}
	}

	Format format() {
		return this.format;
	}

	static boolean isTop(MemberPath path) {
		MemberPath parent = path.parent();
		return parent != null && parent.parent() == null;
	}

	/** Boot's formats, and those that somebody else made. */
	enum Format {

		ECS, LOGSTASH, GELF, OTHER

	}

}
