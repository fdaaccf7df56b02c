package io.github.slacklogging.benchmark.arrival;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param method of HTTP
 * @param path with the query
 * @param headers with lower-case names
 * @param body as it came
 */
record FrontRequest(String method, String path, Map<String, String> headers, byte[] body) {

	private static final String LENGTH = "content-length";

	private static final String ENCODING = "transfer-encoding";

	private static final Set<String> PASSED_ON = Set.of("content-type", "authorization");

	/**
	 * Reads the next one of a connection.
	 * @param in the connection
	 * @return {@code null} at its end
	 */
	static @Nullable FrontRequest read(InputStream in) throws IOException {
		String first = line(in);
		if (first.isEmpty()) {
			return null;
		}
		String[] words = first.split(" ");
		Map<String, String> headers = new TreeMap<>();
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			int colon = line.indexOf(':');
			headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
		}
		byte[] body = headers.containsKey(ENCODING) ? chunks(in)
				: exactly(in, Integer.parseInt(headers.getOrDefault(LENGTH, "0")));
		return new FrontRequest(words[0], words[1], headers, body);
	}

	/** The same request to somebody else. */
	HttpRequest to(URI target) {
		HttpRequest.Builder onward = HttpRequest.newBuilder(target.resolve(this.path))
			.method(this.method, BodyPublishers.ofByteArray(this.body));
		this.headers.forEach((name, value) -> {
			if (PASSED_ON.contains(name)) {
				onward.header(name, value);
			}
		});
		return onward.build();
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	private static byte[] exactly(InputStream in, int length) throws IOException {
		byte[] bytes = in.readNBytes(length);
		if (bytes.length < length) {
			throw new IOException("The connection ended within a request");
		}
		return bytes;
	}

	private static byte[] chunks(InputStream in) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		int length = Integer.parseInt(line(in), 16);
		while (length > 0) {
			body.write(exactly(in, length));
			line(in);
			length = Integer.parseInt(line(in), 16);
		}
		line(in);
		return body.toByteArray();
	}

	private static String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
			if (next != '\r') {
				line.write(next);
			}
		}
		return line.toString(StandardCharsets.ISO_8859_1);
	}

}
