package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * A request that has arrived completely.
 *
 * @param method HTTP method
 * @param path decoded path
 * @param query raw query, empty if none
 * @param headers first value of each, with lower-case names
 * @param body the bytes; not to be changed
 * @param isTooLarge whether the body was over the bound; {@code body} is its beginning
 * @param length bytes of the whole body, as far as it was read
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
record Call(String method, String path, String query, Map<String, String> headers, byte[] body, boolean isTooLarge,
		long length) {

	/** Slack gives no figure; no message within its other limits is near this one. */
	static final int MAX_BODY = 1024 * 1024;

	private static final int MAX_DRAINED = 32 * 1024 * 1024;

	static Call read(HttpExchange exchange, int maxBody) throws IOException {
		Map<String, String> headers = new LinkedHashMap<>();
		exchange.getRequestHeaders()
			.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT),
					values.isEmpty() ? "" : values.get(0)));
		byte[] body = exchange.getRequestBody().readNBytes(maxBody + 1);
		long length = body.length + ((body.length > maxBody) ? drain(exchange.getRequestBody()) : 0);
		String query = exchange.getRequestURI().getRawQuery();
		return new Call(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), (query != null) ? query : "",
				headers, body, body.length > maxBody, length);
	}

	/**
	 * A caller still writing would see a reset instead of the answer. (Read and not
	 * skipped: the JDK's stream would skip past the end of the request, and wait.)
	 */
	private static long drain(InputStream body) throws IOException {
		byte[] buffer = new byte[8192];
		int left = MAX_DRAINED;
		for (int n = body.read(buffer); n >= 0 && left > 0; n = body.read(buffer)) {
			left -= n;
		}
		return (long) MAX_DRAINED - left;
	}

	@Nullable String header(String name) {
		return this.headers.get(name);
	}

	/** The media type without parameters, in lower case; empty if there is none. */
	String mediaType() {
		String type = this.headers.getOrDefault("content-type", "");
		int end = type.indexOf(';');
		return ((end < 0) ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
	}

	/** The charset of the content type in lower case, empty if it names none. */
	String charset() {
		String type = this.headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
		int start = type.indexOf("charset=");
		if (start < 0) {
			return "";
		}
		String charset = type.substring(start + "charset=".length());
		int end = charset.indexOf(';');
		return ((end < 0) ? charset : charset.substring(0, end)).replace("\"", "").strip();
	}

	/** The body for people: malformed bytes become replacement characters. */
	String bodyAsText() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/** The body for the parser: empty if it is not UTF-8. */
	Optional<String> bodyAsUtf8() {
		try {
			return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(this.body)).toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	static Map<String, String> form(String encoded) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (String pair : encoded.split("&", -1)) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
			}
		}
		return fields;
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text; // a stray percent sign: what follows will be refused as it
							// stands
		}
	}

}
