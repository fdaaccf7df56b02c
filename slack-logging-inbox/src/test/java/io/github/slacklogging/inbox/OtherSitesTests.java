package io.github.slacklogging.inbox;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page of another site can make its visitor's browser do to the inbox: nothing.
 * Every endpoint with every attack, and after all of them the inbox is as it was.
 */
class OtherSitesTests {

	private static final String OWN_HOST = "localhost:PORT";

	private static final String OWN_ORIGIN = "http://localhost:PORT";

	private static final String EMPTY_FILE = "{\"format\":\"slack-inbox\",\"version\":1,\"messages\":[],\"refused\":[]}";

	/** Method, path and the body with which the page itself succeeds. */
	private static final List<List<String>> CHANGING = List.of(List.of("POST", "/clear", ""),
			List.of("POST", "/import", EMPTY_FILE), List.of("POST", "/faults", "{\"kind\":\"hang\"}"),
			List.of("DELETE", "/faults/1", ""), List.of("DELETE", "/faults", ""),
			List.of("POST", "/workspace", "{\"revokeToken\":true}"));

	private static final List<List<String>> READING = List.of(List.of("GET", "/messages", ""),
			List.of("GET", "/details?request=r1", ""), List.of("GET", "/export", ""), List.of("GET", "/faults", ""),
			List.of("GET", "/files/F000INBOX1", ""), List.of("GET", "/events", ""));

	/** What a browser says when another site asks. */
	private static final Map<String, Map<String, String>> ATTACKS = Map.of("another origin",
			Map.of("Origin", "http://evil.example"), "an origin that is hidden", Map.of("Origin", "null"),
			"another port of this machine", Map.of("Origin", "http://localhost:1"), "a name that was rebound",
			Map.of("Host", "evil.example:PORT"), "a name that was rebound, of the same origin",
			Map.of("Host", "evil.example:PORT", "Origin", "http://evil.example:PORT"),
			"no origin, but from across sites", Map.of("Sec-Fetch-Site", "cross-site"),
			"no origin, but from a sister of localhost", Map.of("Sec-Fetch-Site", "same-site"));

	/** One for all attacks, each of which leaves it as it is. */
	private static final SlackInbox SHARED = SlackInbox.start();

	private SlackInbox inbox = SHARED;

	@BeforeAll
	static void fillTheSharedOne() throws Exception {
		fill(SHARED);
	}

	@AfterAll
	static void closeTheSharedOne() {
		SHARED.close();
	}

	private static void fill(SlackInbox inbox) throws Exception {
		HttpProbe probe = new HttpProbe();
		probe.post(inbox.webhookUrl(), "{}");
		Bot bot = new Bot(inbox);
		Bot.Posted posted = bot.post("inbox", "\"text\":\"x\"");
		bot.share(bot.upload("a.txt", "secret"), ",\"channel_id\":\"" + posted.channel() + "\"");
		inbox.answerAlways(Reply.serverError(503));
	}

	static Stream<Arguments> endpointsAndAttacks() {
		return Stream.concat(CHANGING.stream(), READING.stream())
			.flatMap((endpoint) -> ATTACKS.keySet().stream().sorted().map((attack) -> Arguments.of(endpoint, attack)));
	}

	@ParameterizedTest
	@MethodSource("endpointsAndAttacks")
	void otherSiteIsRefusedAndChangesNothing(List<String> endpoint, String attack) throws Exception {
		String before = state();
		Map<String, String> headers = ATTACKS.getOrDefault(attack, Map.of());
		List<String> answer = ask(endpoint, headers, "application/json");
		assertThat(answer.get(0)).startsWith("HTTP/1.1 403 ");
		assertThat(answer).noneMatch((line) -> line.toLowerCase(Locale.ROOT).startsWith("access-control"));
		assertThat(String.join("\n", answer)).doesNotContain("secret", this.inbox.botToken());
		assertThat(state()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
			"text/plain; application/json" })
	void noFormCanChangeAnything(String type) throws Exception {
		String before = state();
		for (List<String> endpoint : CHANGING) {
			if (endpoint.get(0).equals("POST")) {
				assertThat(ask(endpoint, Map.of(), type).get(0)).as(endpoint.toString()).startsWith("HTTP/1.1 415 ");
			}
		}
		assertThat(state()).isEqualTo(before);
	}

	@Test
	void browserThatAsksFirstGetsNoPermission() throws Exception {
		for (List<String> endpoint : CHANGING) {
			List<String> answer = ask(List.of("OPTIONS", endpoint.get(1), ""),
					Map.of("Origin", "http://evil.example", "Access-Control-Request-Method", endpoint.get(0)), "");
			assertThat(answer.get(0)).startsWith("HTTP/1.1 403 ");
		}
	}

	@Test
	void pageItselfMayDoAllOfIt() throws Exception {
		try (SlackInbox own = SlackInbox.start()) {
			fill(own);
			this.inbox = own;
			List<List<String>> all = new ArrayList<>(READING);
			all.remove(5); // it has no end
			all.addAll(List.of(CHANGING.get(3), CHANGING.get(2), CHANGING.get(4), CHANGING.get(5), CHANGING.get(1),
					CHANGING.get(0)));
			for (List<String> endpoint : all) {
				List<String> answer = ask(endpoint, Map.of("Origin", OWN_ORIGIN, "Sec-Fetch-Site", "same-origin"),
						endpoint.get(2).isEmpty() ? "" : "application/json");
				assertThat(answer.get(0)).as(endpoint.toString()).startsWith("HTTP/1.1 200 ");
				assertThat(answer).contains("Cross-origin-resource-policy: same-origin", "Cache-control: no-store",
						"X-content-type-options: nosniff");
			}
		}
	}

	@Test
	void linkOnAnotherSiteMayLeadToThePage() throws Exception {
		for (String path : List.of("/", "/archives/C000INBOX001/p1795175160000001")) {
			assertThat(ask(List.of("GET", path, ""),
					Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate"), "")
				.get(0)).startsWith("HTTP/1.1 200 ");
		}
	}

	@Test
	void otherMethodIsNamed() throws Exception {
		List<String> answer = ask(List.of("GET", "/clear", ""), Map.of(), "");
		assertThat(answer.get(0)).startsWith("HTTP/1.1 405 ");
		assertThat(answer).contains("Allow: POST");
		assertThat(ask(List.of("PUT", "/faults", ""), Map.of(), "")).contains("Allow: DELETE, GET, HEAD, POST");
	}

	private String state() throws Exception {
		Json listed = new Page(this.inbox).get("/messages");
		return Page.in(listed, "messages").write() + Page.in(listed, "workspace").write()
				+ new Page(this.inbox).get("/faults").write();
	}

	/**
	 * The lines of the answer, the body's included. The JDK's client forbids some
	 * headers.
	 */
	private List<String> ask(List<String> endpoint, Map<String, String> headers, String contentType) throws Exception {
		StringBuilder request = new StringBuilder(endpoint.get(0) + " " + endpoint.get(1) + " HTTP/1.1\r\n");
		String host = headers.getOrDefault("Host", OWN_HOST);
		request.append("Host: ").append(host).append("\r\nConnection: close\r\n");
		headers.forEach((name, value) -> request.append(name.equals("Host") ? "" : name + ": " + value + "\r\n"));
		request.append(contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n");
		request.append("Content-Length: ").append(endpoint.get(2).length()).append("\r\n\r\n").append(endpoint.get(2));
		String bytes = request.toString().replace("PORT", "" + this.inbox.port());
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.inbox.port())) {
			socket.setSoTimeout(20_000);
			OutputStream out = socket.getOutputStream();
			out.write(bytes.getBytes(StandardCharsets.UTF_8));
			out.flush();
			return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).lines()
				.collect(Collectors.toList());
		}
	}

}
