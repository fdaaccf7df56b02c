package io.github.slacklogging.autoconfigure;

import java.nio.file.Path;

import io.github.slacklogging.ServiceIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Where the spool is, and what the place survives.
 *
 * @param directory absolute
 * @param temporary whether it lies under the JVM's temporary directory
 * @param chosen whether the user named it: then what is around it is not ours
 */
record SpoolPlace(Path directory, boolean temporary, boolean chosen) {

	private static final int MAX_NAME = 60;

	static SpoolPlace of(@Nullable String configured, ServiceIdentity identity) {
		Path temp = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
		Path place = ((configured != null) ? Path.of(configured)
				: temp.resolve("slack-logging").resolve(plain(identity.name()) + "-" + plain(identity.environment())))
			.toAbsolutePath()
			.normalize();
		return new SpoolPlace(place, place.startsWith(temp), configured != null);
	}

	/** A part of a file name on every system. */
	private static String plain(String text) {
		String safe = text.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "_");
		return safe.substring(0, Math.min(MAX_NAME, safe.length()));
	}

	/** What to tell at the start. */
	String report() {
		return this.temporary
				? "What waits is kept in " + this.directory
						+ ", a temporary place: it survives a crash of the process, "
						+ "but not of the container or the machine. slack.logging.spool.directory names a better one"
				: "What waits is kept in " + this.directory + ": it survives a crash and a restart";
	}

}
