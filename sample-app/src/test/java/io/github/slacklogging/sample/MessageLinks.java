package io.github.slacklogging.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.inbox.InboxMessage;

/**
 * The links of a message.
 *
 * @param byLabel addresses by what a reader clicks
 */
record MessageLinks(Map<String, String> byLabel) {

	private static final Pattern LINK = Pattern.compile("<([^|>]+)\\|([^>]+)>");

	static MessageLinks of(InboxMessage message) {
		Map<String, String> links = new LinkedHashMap<>();
		Matcher link = LINK.matcher(message.allText());
		while (link.find()) {
			links.putIfAbsent(link.group(2), link.group(1).replace("&amp;", "&"));
		}
		return new MessageLinks(links);
	}

	String behind(String label) {
		return Objects.requireNonNull(this.byLabel.get(label), label);
	}

}
