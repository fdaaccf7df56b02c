package io.github.slacklogging.sample;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a link to OpenSearch Dashboards asks for, read by its outer form and without the
 * sample's own readers.
 *
 * @param wanted phrases by the fields that must hold them all
 * @param from first moment
 * @param to last moment
 */
record AskedLink(Map<String, List<String>> wanted, Instant from, Instant to) {

	static AskedLink of(String link) {
		String state = URLDecoder.decode(link.replace("+", "%2B"), StandardCharsets.UTF_8);
		Map<String, List<String>> wanted = new LinkedHashMap<>();
		Matcher query = group(state, "query:'(.+?)'\\)\\)");
		for (String criterion : query.group(1).split(" and ")) {
			Matcher parts = group(criterion, "^([\\w.]+) ?: ?\"([^\"]+)\"$");
			wanted.computeIfAbsent(parts.group(1), (field) -> new ArrayList<>()).add(parts.group(2));
		}
		return new AskedLink(wanted, Instant.parse(group(state, "from:'([^']+)'").group(1)),
				Instant.parse(group(state, "to:'([^']+)'").group(1)));
	}

	/** The query that OpenSearch Dashboards makes of it. */
	String search() {
		List<String> filters = new ArrayList<>();
		this.wanted.forEach((field, phrases) -> phrases.forEach((phrase) -> filters.add("""
				{"match_phrase": {"%s": "%s"}}""".formatted(field, phrase))));
		filters.add("""
				{"range": {"@timestamp": {"gte": "%s", "lte": "%s"}}}""".formatted(this.from, this.to));
		return """
				{"size": 100, "query": {"bool": {"filter": [%s]}}}""".formatted(String.join(", ", filters));
	}

	private static Matcher group(String text, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
		return matcher;
	}

}
