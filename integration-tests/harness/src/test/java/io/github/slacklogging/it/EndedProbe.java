package io.github.slacklogging.it;

import java.util.List;

/**
 * What a probe left behind.
 *
 * @param exitCode of its JVM
 * @param out standard output
 * @param err standard error
 */
public record EndedProbe(int exitCode, String out, String err) {

	/** A line of its report. */
	String report(String name) {
		String start = "probe." + name + "=";
		return this.out.lines()
			.filter((line) -> line.startsWith(start))
			.map((line) -> line.substring(start.length()))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No report of " + name + " in " + this));
	}

	/** A list of its report. */
	List<String> reported(String name) {
		String value = report(name);
		return value.isEmpty() ? List.of() : List.of(value.split(","));
	}

	/** Lines of both outputs that hold this text. */
	public long linesWith(String text) {
		return this.out.lines().filter((line) -> line.contains(text)).count()
				+ this.err.lines().filter((line) -> line.contains(text)).count();
	}

	@Override
	public String toString() {
		return "exit code " + this.exitCode + "\nstdout:\n" + this.out + "\nstderr:\n" + this.err;
	}

}
