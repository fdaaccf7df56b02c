package io.github.slacklogging.benchmark.shipping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked of a node, with as little as a JVM can ask with. */
final class NodeQuestions {

	private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

	private static final Pattern WRITES = Pattern.compile("\"write\":\\{[^}]*\"completed\":(\\d+)");

	private final String uri;

	NodeQuestions(String uri) {
		this.uri = uri;
	}

	/** How many documents can be found now. */
	long count(String service) {
		ask("POST", "/_refresh", "");
		return number(COUNT, ask("GET", "/*" + service + "-*/_count?ignore_unavailable=true", ""));
	}

	/**
	 * How many shards were written to so far: once a request, as long as each goes to one
	 * index of one shard.
	 */
	long writes() {
		return number(WRITES, ask("GET", "/_nodes/stats/thread_pool", ""));
	}

	void putTemplate(String name, String json) {
		ask("PUT", "/_index_template/" + name, json);
	}

	void delete(String service) {
		ask("DELETE", "/*" + service + "-*", "");
	}

	private static long number(Pattern pattern, String answer) {
		Matcher matcher = pattern.matcher(answer);
		if (!matcher.find()) {
			throw new IllegalStateException("No " + pattern + " in " + answer);
		}
		return Long.parseLong(matcher.group(1));
	}

	private String ask(String method, String path, String body) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create(this.uri + path).toURL().openConnection();
			connection.setRequestMethod(method);
			if (!body.isEmpty()) {
				connection.setRequestProperty("Content-Type", "application/json");
				connection.setDoOutput(true);
				connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
			}
			try (InputStream answer = connection.getInputStream()) {
				return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(method + " " + path, ex);
		}
	}

}
