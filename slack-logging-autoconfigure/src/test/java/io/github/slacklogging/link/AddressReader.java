package io.github.slacklogging.link;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes addresses apart, by the JDK's decoder and plain splits. */
final class AddressReader {

	private AddressReader() {
	}

	/** Names and decoded values; an empty name is a mistake. */
	static Map<String, String> parameters(String text, String separator) {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String parameter : text.split(separator, -1)) {
			int equals = parameter.indexOf('=');
			if (equals < 1 || parameters.containsKey(parameter.substring(0, equals))) {
				throw new AssertionError("not a parameter: " + parameter);
			}
			parameters.put(parameter.substring(0, equals), decoded(parameter.substring(equals + 1)));
		}
		return parameters;
	}

	/** A blank must never be written as a plus, for fragments and paths keep that. */
	static String decoded(String text) {
		if (text.indexOf('+') >= 0) {
			throw new AssertionError("a plus means one thing here and another there: " + text);
		}
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	static String after(String prefix, String text) {
		if (!text.startsWith(prefix)) {
			throw new AssertionError(text + " should begin with " + prefix);
		}
		return text.substring(prefix.length());
	}

}
