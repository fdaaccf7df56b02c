package io.github.slacklogging.masking;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Precision and recall of rules over the corpus, as a table for people. */
final class CorpusTable {

	private static final String HEAD = """
			| rule | lines | secrets | masked | recall | by this rule alone | places it masks | that hold a secret | precision |
			|---|--:|--:|--:|--:|--:|--:|--:|--:|
			""";

	private final MaskingCorpus corpus;

	private final List<MaskingRule> rules;

	private final TextMasking usual;

	/**
	 * A table.
	 * @param corpus to measure with
	 * @param rules all there are
	 */
	CorpusTable(MaskingCorpus corpus, List<MaskingRule> rules) {
		this.corpus = corpus;
		this.rules = rules;
		this.usual = usualAnd(List.of());
	}

	private TextMasking usualAnd(List<MaskingRule> more) {
		Stream<MaskingRule> usual = this.rules.stream().filter((rule) -> !rule.sheet().optIn());
		return new TextMasking(Stream.concat(usual, more.stream()).toList(), List.of());
	}

	String text() {
		StringBuilder table = new StringBuilder(HEAD);
		Row sum = new Row(0, 0, 0, 0, 0, 0);
		for (MaskingRule rule : this.rules) {
			Row row = row(rule);
			table.append(row.line(rule.sheet().name()));
			sum = sum.plus(row);
		}
		return table.append(sum.line("**all**"))
			.append("\n%,d innocent lines, of which %,d are changed.\n".formatted(this.corpus.innocents().size(),
					changedInnocents()))
			.toString();
	}

	private Row row(MaskingRule rule) {
		TextMasking alone = new TextMasking(List.of(rule), List.of());
		boolean optIn = rule.sheet().optIn();
		TextMasking together = optIn ? usualAnd(List.of(rule)) : this.usual;
		List<CorpusEntry> lines = this.corpus.secretsOf(rule.sheet().name());
		// Elsewhere what an opt-in rule looks for is not marked.
		List<CorpusEntry> searched = optIn ? lines : this.corpus.all().toList();
		List<Boolean> places = searched.stream()
			.flatMap((entry) -> alone.find(entry.text().text())
				.stream()
				.map((place) -> entry.marks(place.start(), place.end())))
			.toList();
		int right = (int) places.stream().filter(Boolean::booleanValue).count();
		int secrets = lines.stream().mapToInt((entry) -> entry.secrets().size()).sum();
		return new Row(lines.size(), secrets, masked(lines, together), masked(lines, alone), places.size(), right);
	}

	private static int masked(List<CorpusEntry> lines, TextMasking masking) {
		return lines.stream().mapToInt((entry) -> {
			String masked = masking.mask(entry.text().text()).text();
			return entry.secrets().size() - Survival.survivors(entry, masked).size();
		}).sum();
	}

	private long changedInnocents() {
		return this.corpus.innocents()
			.stream()
			.filter((entry) -> !this.usual.find(entry.text().text()).isEmpty())
			.count();
	}

	/**
	 * A rule's line.
	 *
	 * @param lines in its file
	 * @param secrets marked there
	 * @param masked of them by it or another rule
	 * @param alone of them by itself
	 * @param places it masks anywhere
	 * @param right of them with something marked in them
	 */
	private record Row(int lines, int secrets, int masked, int alone, int places, int right) {

		Row plus(Row other) {
			return new Row(this.lines + other.lines, this.secrets + other.secrets, this.masked + other.masked,
					this.alone + other.alone, this.places + other.places, this.right + other.right);
		}

		String line(String name) {
			return "| %s | %d | %d | %d | %s | %d | %d | %d | %s |\n".formatted(name, this.lines, this.secrets,
					this.masked, percent(this.masked, this.secrets), this.alone, this.places, this.right,
					percent(this.right, this.places));
		}

		private static String percent(int part, int whole) {
			return (whole == 0) ? "–" : String.format(Locale.ROOT, "%.1f %%", Math.floor(1000.0 * part / whole) / 10);
		}

	}

}
