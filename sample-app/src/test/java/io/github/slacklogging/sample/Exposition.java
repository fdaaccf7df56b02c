package io.github.slacklogging.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an application shows to Prometheus. Source of the format: prometheus.io,
 * "Exposition formats".
 *
 * @param series name and labels of each line
 */
record Exposition(List<Series> series) {

	private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)");

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

	static Exposition of(String text) {
		return new Exposition(text.lines().filter((line) -> !line.startsWith("#")).map(Exposition::line).toList());
	}

	private static Series line(String line) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			throw new AssertionError("not understood: " + line);
		}
		Map<String, String> labels = new LinkedHashMap<>();
		String text = matcher.group(2);
		Matcher label = LABEL.matcher((text != null) ? text : "");
		while (label.find()) {
			labels.put(label.group(1), label.group(2));
		}
		return new Series(matcher.group(1), labels, Double.parseDouble(matcher.group(3)));
	}

	Exposition and(Exposition other) {
		return new Exposition(Stream.concat(this.series.stream(), other.series.stream()).toList());
	}

	/** All names that begin like this. */
	Set<String> names(String prefix) {
		return this.series.stream()
			.map(Series::name)
			.filter((name) -> name.startsWith(prefix))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** Values of each label that a metric has; empty where there is no such metric. */
	Map<String, Set<String>> labels(String name) {
		Map<String, Set<String>> values = new TreeMap<>();
		this.series.stream()
			.filter((series) -> series.name().equals(name))
			.forEach((series) -> series.labels()
				.forEach((label, value) -> values.computeIfAbsent(label, (key) -> new TreeSet<>()).add(value)));
		return values;
	}

	/** Sum of all that have this name and these labels. */
	double sum(String name, Map<String, String> labels) {
		return this.series.stream()
			.filter((series) -> series.name().equals(name) && series.labels().entrySet().containsAll(labels.entrySet()))
			.mapToDouble(Series::value)
			.sum();
	}

	record Series(String name, Map<String, String> labels, double value) {

	}

}
