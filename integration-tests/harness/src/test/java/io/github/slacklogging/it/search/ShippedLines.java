package io.github.slacklogging.it.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documents of numbered lines, by their ids. Immutable.
 *
 * @param documents all of an index
 */
record ShippedLines(Map<String, JsonNode> documents) {

	private static final Pattern NUMBER = Pattern.compile("Line (\\d+) was read");

	/** Everything that a node finds in an index by now. */
	static ShippedLines in(SearchNode node, String index) {
		node.refresh();
		return new ShippedLines(node.documents(index));
	}

	/** Numbers of the lines, in order. */
	List<Long> numbers() {
		return numbers(this.documents.values().stream().map((source) -> source.path("message").asString()).toList());
	}

	/** Numbers of the lines that texts tell, in order. */
	static List<Long> numbers(Collection<String> texts) {
		return texts.stream()
			.map(NUMBER::matcher)
			.filter(Matcher::find)
			.map((line) -> Long.parseLong(line.group(1)))
			.sorted()
			.toList();
	}

	/** From 1 to this number. */
	static List<Long> upTo(long last) {
		return LongStream.rangeClosed(1, last).boxed().toList();
	}

	/** Each line is there once, and each document has the id that it names. */
	void assertOnceEach(long lines) {
		assertThat(numbers()).isEqualTo(upTo(lines));
		this.documents.forEach((id, source) -> assertThat(source.path("log_id").asString()).isEqualTo(id));
	}

	/** How many of them have this field. */
	long with(String field) {
		return this.documents.values().stream().filter((source) -> source.has(field)).count();
	}

}
