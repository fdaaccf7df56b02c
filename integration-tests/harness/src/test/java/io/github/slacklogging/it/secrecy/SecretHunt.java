package io.github.slacklogging.it.secrecy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks for a marked secret: in texts, in every file of a folder, and in whatever an
 * actuator shows. In any case, and in Base64. Used by one thread.
 *
 * <p>
 * Not looked at: {@code heapdump}, which holds the memory as it is, and what Spring's own
 * beans tell of the configuration itself.
 */
final class SecretHunt {

	/** What marks a secret, part of it. */
	static final String MARK = "markedsecret";

	private static final Pattern LINK = Pattern.compile("\"href\":\"(http[^\"]+)\"");

	private static final Pattern METRIC = Pattern.compile("\"([a-z0-9.]+)\"");

	private static final int EXCERPT = 120;

	/** Asked for by name, since they are the ones that a secret stands in. */
	private static final List<String> BY_NAME = List.of("env/SLACK_WEBHOOK_URL", "env/SLACK_BOT_TOKEN",
			"env/PROBE_SECRET", "env/slack.logging.webhook-url", "env/slack.logging.bot-token",
			"env/slack.logging.destinations.bot.bot-token", "env/sun.java.command", "configprops/spring");

	private final HttpClient http = HttpClient.newHttpClient();

	private final Set<String> encodings = encodings();

	private final Map<String, String> places = new LinkedHashMap<>();

	private final List<String> finds = new ArrayList<>();

	/** Three, as the mark may begin at any byte of a group. */
	private static Set<String> encodings() {
		Set<String> encodings = new LinkedHashSet<>();
		for (int before = 0; before < 3; before++) {
			String encoded = Base64.getEncoder()
				.encodeToString((" ".repeat(before) + MARK).getBytes(StandardCharsets.UTF_8));
			encodings.add(encoded.substring((before == 0) ? 0 : 4, (encoded.length() - 4) / 4 * 4));
		}
		return encodings;
	}

	/**
	 * Looks into a text.
	 * @param place where it stands, for humans
	 * @param text all of it
	 */
	SecretHunt text(String place, String text) {
		this.places.put(place, text);
		int at = text.toLowerCase(Locale.ROOT).indexOf(MARK);
		for (String encoding : this.encodings) {
			at = (at < 0) ? text.indexOf(encoding) : at;
		}
		if (at >= 0) {
			this.finds.add(place + ": …"
					+ text.substring(Math.max(0, at - EXCERPT), Math.min(text.length(), at + EXCERPT)) + "…");
		}
		return this;
	}

	/** Looks into every file of a folder, and at its name. */
	SecretHunt folder(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.toList()) {
				text("name of " + folder.relativize(file), file.getFileName().toString());
				if (Files.isRegularFile(file)) {
					text("file " + folder.relativize(file), Files.readString(file, StandardCharsets.ISO_8859_1));
				}
			}
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Looks at all that an actuator shows.
	 * @param actuator its root
	 */
	SecretHunt actuator(URI actuator) {
		Set<String> addresses = new TreeSet<>();
		Matcher links = LINK.matcher(get(actuator.toString()));
		while (links.find()) {
			addresses.add(links.group(1));
		}
		BY_NAME.forEach((name) -> addresses.add(actuator + "/" + name));
		Matcher metrics = METRIC.matcher(get(actuator + "/metrics"));
		while (metrics.find()) {
			addresses.add(actuator + "/metrics/" + metrics.group(1));
		}
		addresses.removeIf((address) -> address.contains("{") || address.endsWith("/heapdump"));
		addresses.forEach((address) -> text(address.substring(actuator.toString().length()), get(address)));
		return this;
	}

	/**
	 * Looks at what the endpoint answers to an order.
	 * @param actuator its root
	 * @param action what it is told to do
	 */
	SecretHunt order(URI actuator, String action) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(actuator + "/slacklogging"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"action\":\"" + action + "\"}"));
		return text("order " + action, send(request));
	}

	private String get(String address) {
		return send(HttpRequest.newBuilder(URI.create(address)));
	}

	private String send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
	}

	/** Where it has looked so far. */
	Set<String> places() {
		return this.places.keySet();
	}

	/** What it saw there. */
	String at(String place) {
		return this.places.getOrDefault(place, "");
	}

	/** Where it has found the secret. */
	List<String> finds() {
		return this.finds;
	}

	void assertFoundNowhere() {
		assertThat(this.places).isNotEmpty();
		assertThat(this.finds).isEmpty();
	}

}
