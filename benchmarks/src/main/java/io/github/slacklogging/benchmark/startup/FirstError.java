package io.github.slacklogging.benchmark.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which classes the thread loads that logs the first error, as the JVM's own log has it:
 * those between two classes by which that thread is known.
 */
final class FirstError {

	private static final Pattern LOADED = Pattern.compile("\\[(\\d+)\\s*\\] (\\S+) source:.*");

	private final Applications applications;

	FirstError(Applications applications) {
		this.applications = applications;
	}

	/**
	 * Names of the classes, those that code makes while it runs without their numbers.
	 * @param cell what starts
	 * @param starter whether the starter is there
	 */
	Set<String> classes(Cell cell, boolean starter) throws IOException, InterruptedException {
		Path log = this.applications.folder().resolve("classes.txt");
		Files.deleteIfExists(log);
		List<String> command = this.applications.command(cell, starter, "-Xlog:class+load:file=" + log + ":tid");
		try (Child child = Child.start(command, this.applications.folder())) {
			child.settle();
			child.fail();
		}
		return between(Files.readAllLines(log));
	}

	private static Set<String> between(List<String> lines) {
		Set<String> loaded = new LinkedHashSet<>();
		String thread = "";
		for (String line : lines) {
			Matcher matcher = LOADED.matcher(line);
			if (!matcher.matches()) {
				continue;
			}
			String name = matcher.group(2);
			if (name.endsWith("Commands$Before")) {
				thread = matcher.group(1);
			}
			else if (name.endsWith("Commands$After")) {
				return loaded;
			}
			else if (matcher.group(1).equals(thread)) {
				loaded.add(name.replaceAll("\\$\\$Lambda.*", " (lambda)").replaceAll("[/+]0x.*", ""));
			}
		}
		return loaded;
	}

}
