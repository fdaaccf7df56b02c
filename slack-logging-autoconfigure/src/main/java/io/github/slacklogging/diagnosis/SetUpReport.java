package io.github.slacklogging.diagnosis;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How the logger is set up, told once at the start through the logger
 * {@code slack.logging.report}: one block at INFO, a line at WARN for each thing somebody
 * should look at, and more at DEBUG. Immutable; holds no secret.
 *
 * @param title of whom it speaks
 * @param facts of the block
 * @param warnings what somebody should look at, with what to do
 * @param details for those who ask for more
 */
public record SetUpReport(String title, List<Fact> facts, List<String> warnings, List<Fact> details) {

	public SetUpReport {
		facts = List.copyOf(facts);
		warnings = List.copyOf(warnings);
		details = List.copyOf(details);
	}

	/** Tells it. Blocks no longer than the application's appenders do; never throws. */
	public void tell() {
		Voice voice = Voice.of(Voice.REPORT);
		voice.say(text());
		this.warnings.forEach(voice::warn);
		if (!this.details.isEmpty() && voice.isHeardInDetail()) {
			voice.detail(block(this.title + ", in detail", this.details));
		}
	}

	/** The block at INFO. */
	public String text() {
		return block(this.title, this.facts);
	}

	private static String block(String title, List<Fact> facts) {
		int width = facts.stream().mapToInt((fact) -> fact.name().length()).max().orElse(0);
		return facts.stream().map((fact) -> fact.text(width)).collect(Collectors.joining("\n", title + "\n", ""));
	}

	/**
	 * One thing that is so.
	 *
	 * @param name what is told of
	 * @param lines how it is, at least one
	 */
	public record Fact(String name, List<String> lines) {

		public Fact {
			lines = List.copyOf(lines);
		}

		public static Fact of(String name, String line) {
			return new Fact(name, List.of(line));
		}

		String text(int width) {
			String margin = "\n" + " ".repeat(width + 4);
			return "  " + this.name + " ".repeat(width - this.name.length() + 2) + String.join(margin, this.lines);
		}

	}

}
