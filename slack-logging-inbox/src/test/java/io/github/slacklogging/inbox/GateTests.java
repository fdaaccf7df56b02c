package io.github.slacklogging.inbox;

import java.util.List;
import java.util.Set;

import com.sun.net.httpserver.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GateTests {

	private final Gate shut = new Gate(Set.of("inbox"), false);

	private final Gate exposed = new Gate(Set.of("inbox"), true);

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST:8025", "app.localhost:8025", "127.0.0.1:8025", "127.8.8.8",
			"[::1]:8025", "inbox:8025", "Inbox" })
	void loopbackAndAllowedNamesPass(String host) {
		assertThat(this.shut.refusal(host(host))).isEmpty();
		assertThat(this.exposed.refusal(host(host))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.test", "inbox.evil.test", "localhost.evil.test", "127.0.0.1.evil.test", "127.1",
			"2130706433", "localhost@evil.test", "localhost:8025:1", "localhost/", "", " ", "[::1",
			"evil.test#localhost", "localhost.", "xn--lcalhost-9xa" })
	void otherNamesAreRefusedWhereverTheInboxListens(String host) {
		assertThat(this.shut.refusal(host(host))).isPresent();
		assertThat(this.exposed.refusal(host(host))).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "192.168.1.7:8025", "10.0.0.1", "[fd00::2]:8025" })
	void addressIsTakenWhereTheInboxIsExposedAsNobodyCanRebindIt(String host) {
		assertThat(this.shut.refusal(host(host))).isPresent();
		assertThat(this.exposed.refusal(host(host))).isEmpty();
	}

	@Test
	void refusalSaysHowToAllowTheName() {
		assertThat(this.exposed.refusal(host("my_container:8025"))).get()
			.asString()
			.endsWith("allow it: --allow-host my_container");
	}

	@Test
	void twoHostsAreNone() {
		Headers headers = host("localhost");
		headers.add("Host", "evil.test");
		assertThat(this.shut.refusal(headers)).isPresent();
	}

	@Test
	void hostIsNeeded() {
		assertThat(this.exposed.refusal(new Headers())).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://evil.test", "null", "https://localhost:8025", "http://localhost",
			"http://10.0.0.1:8025" })
	void foreignOriginIsRefusedAlsoWhereTheInboxIsExposed(String origin) {
		Headers headers = host("localhost:8025");
		headers.set("Origin", origin);
		assertThat(this.shut.refusal(headers)).isPresent();
		assertThat(this.exposed.refusal(headers)).isPresent();
	}

	@Test
	void secondOriginDoesNotHideBehindTheFirst() {
		Headers headers = host("localhost:8025");
		headers.put("Origin", List.of("http://localhost:8025", "http://evil.test"));
		assertThat(this.shut.refusal(headers)).isPresent();
	}

	@Test
	void ownOriginPassesUnderEachAllowedName() {
		Headers headers = host("inbox:8025");
		headers.set("Origin", "http://inbox:8025");
		headers.set("Sec-Fetch-Site", "same-origin");
		assertThat(this.shut.refusal(headers)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site" })
	void browserThatFetchesForAnotherSiteIsRefusedUnlessSomebodyFollowsALink(String site) {
		Headers headers = host("localhost:8025");
		headers.set("Sec-Fetch-Site", site);
		headers.set("Sec-Fetch-Mode", "no-cors");
		assertThat(this.shut.refusal(headers)).isPresent();
		headers.set("Sec-Fetch-Mode", "navigate");
		assertThat(this.shut.refusal(headers)).isEmpty();
	}

	private static Headers host(String host) {
		Headers headers = new Headers();
		headers.set("Host", host);
		return headers;
	}

}
