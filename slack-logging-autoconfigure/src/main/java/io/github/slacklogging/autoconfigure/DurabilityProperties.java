package io.github.slacklogging.autoconfigure;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/** What survives an outage, a crash and a restart. */
final class DurabilityProperties {

	private static final DataSize LARGEST = DataSize.ofGigabytes(16);

	private DurabilityProperties() {
	}

	/**
	 * What waits, on disk.
	 *
	 * @param enabled Whether what waits is kept on disk, so that a crash or a restart
	 * loses nothing.
	 * @param directory Folder of the spool, readable by the owner only. When not set it
	 * is 'slack-logging/&lt;service&gt;-&lt;environment&gt;' under the temporary
	 * directory, which may not survive a container.
	 * @param maxSize Most space that the spool takes. The least important groups find no
	 * room.
	 * @param maxAge How long something may wait before it is given up.
	 */
	record Spool(@DefaultValue("true") boolean enabled, @Nullable String directory,
			@DefaultValue("64MB") DataSize maxSize, @DefaultValue("7d") Duration maxAge) {

		private static final Duration LONGEST = Duration.ofDays(3_650);

		void check(Problems problems) {
			checkPath("spool.directory", this.directory, problems);
			problems.between("spool.max-size", this.maxSize, DataSize.ofKilobytes(64), LARGEST);
			if (this.maxAge.isNegative() || this.maxAge.isZero() || this.maxAge.compareTo(LONGEST) > 0) {
				problems.add("spool.max-age", "is not between nothing and ten years",
						"Set a duration such as 12h or 7d.");
			}
		}

	}

	/**
	 * The full text of events whose destination is undeliverable at that moment.
	 *
	 * @param file Rolling file that gets the full masked text of every event whose
	 * destination is undeliverable at that moment.
	 * @param maxSize Size at which a new file is begun.
	 * @param maxHistory Number of older files that are kept.
	 */
	record Fallback(@Nullable String file, @DefaultValue("10MB") DataSize maxSize, @DefaultValue("5") int maxHistory) {

		void check(Problems problems) {
			checkPath("fallback.file", this.file, problems);
			problems.between("fallback.max-size", this.maxSize, DataSize.ofKilobytes(1), LARGEST);
			problems.between("fallback.max-history", this.maxHistory, 1, 20);
		}

	}

	private static void checkPath(String property, @Nullable String path, Problems problems) {
		if (path != null && !isPath(path)) {
			problems.add(property, "is not a path", "Name a place that the application may write to.");
		}
	}

	private static boolean isPath(String text) {
		try {
			return StringUtils.hasText(text) && !text.contains("${") && Path.of(text).getNameCount() > 0;
		}
		catch (InvalidPathException ex) {
			return false;
		}
	}

}
