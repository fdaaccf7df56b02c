package io.github.slacklogging.link;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinkTemplateTests {

	private static final String PROPERTY = "slack.logging.link.template";

	private static final String NASTY = "a \"b\" 'c' | + % # & ; ? / \\ <d> !(e)* 😀\nf";

	@Test
	void everyPlaceIsFilledAndEncodedInFull() {
		LinkTemplate template = LinkTemplate.of(PROPERTY,
				"https://logs.example.org/s/{service}?id={logId}&t={traceId}&f={fingerprint}&a={from}&b={to}&l={logger}&m={message}&x={fromMillis}-{toMillis}");
		Found found = Found.logged(NASTY).by("x.Y$Z#1").mdc("traceId", "64f0c1d2a3b4c5d6");
		String address = template.address(subject(found, "a b/c"), 1_999).orElseThrow();
		assertThat(address).isEqualTo("https://logs.example.org/s/a%20b%2Fc?id=7k3q9m2x4h8vt-1c&t=64f0c1d2a3b4c5d6"
				+ "&f=k7f3q2a&a=2026-08-14T11%3A58%3A00.250Z&b=2026-08-14T12%3A02%3A00.250Z&l=x.Y%24Z%231&m="
				+ "a%20%22b%22%20%27c%27%20%7C%20%2B%20%25%20%23%20%26%20%3B%20%3F%20%2F%20%5C%20%3Cd%3E%20%21%28e%29%2A%20%F0%9F%98%80%0Af"
				+ "&x=1786708680250-1786708920250");
		assertThat(URI.create(address).getRawQuery()).doesNotContain("+");
		String message = address.substring(address.indexOf("&m=") + 3, address.indexOf("&x="));
		assertThat(URLDecoder.decode(message, StandardCharsets.UTF_8)).isEqualTo(NASTY);
	}

	@Test
	void whatIsNotKnownGivesNoLink() {
		LinkTemplate template = LinkTemplate.of(PROPERTY, "https://tempo.example.org/trace/{traceId}");
		assertThat(template.address(subject(Found.logged("x"), "orders-api"), 1_999)).isEmpty();
	}

	@Test
	void messageIsCutToFitAtTheLimitAndOneAbove() {
		LinkTemplate template = LinkTemplate.of(PROPERTY, "https://logs.example.org/?m={message}");
		int room = 1_999 - "https://logs.example.org/?m=".length();
		assertThat(template.address(subject(Found.logged("x".repeat(room)), "s"), 1_999).orElseThrow()).hasSize(1_999);
		assertThat(template.address(subject(Found.logged("word ".repeat(600)), "s"), 1_999).orElseThrow())
			.hasSizeLessThan(2_000)
			.hasSizeGreaterThan(1_000)
			.endsWith("word");
		assertThat(template.address(subject(Found.logged("x".repeat(room + 1)), "s"), 1_999).orElse(""))
			.hasSizeLessThan(2_000);
	}

	@Test
	void whatWasMaskedIsNotLookedFor() {
		LinkTemplate message = LinkTemplate.of(PROPERTY, "https://logs.example.org/?m={message}");
		assertThat(message.address(subject(Found.logged("mail=*** bounced for order 4711, see ***"), "s"), 1_999))
			.contains("https://logs.example.org/?m=bounced%20for%20order%204711%2C%20see");
		assertThat(message.address(subject(Found.logged("order of ***"), "s"), 1_999))
			.contains("https://logs.example.org/?m=order%20of");
		assertThat(message.address(subject(Found.logged("***"), "s"), 1_999)).isEmpty();
		LinkTemplate logger = LinkTemplate.of(PROPERTY, "https://logs.example.org/?l={logger}");
		assertThat(logger.address(subject(Found.logged("x").by("com.acme.***"), "s"), 1_999)).isEmpty();
	}

	@Test
	void templateWithoutRoomGivesNoLink() {
		LinkTemplate template = LinkTemplate.of(PROPERTY, "https://logs.example.org/" + "x".repeat(1_990) + "{logId}");
		assertThat(template.address(subject(Found.logged("x"), "s"), 1_999)).isEmpty();
	}

	@Test
	void itIsAboutOneEventUnlessItNamesOnlyWhatTheKindHas() {
		assertThat(LinkTemplate.of(PROPERTY, "https://l.example.org/{logId}").isAboutOneEvent()).isTrue();
		assertThat(LinkTemplate.of(PROPERTY, "https://l.example.org/{message}").isAboutOneEvent()).isTrue();
		assertThat(LinkTemplate.of(PROPERTY, "https://l.example.org/").isAboutOneEvent()).isTrue();
		assertThat(LinkTemplate.of(PROPERTY, "https://l.example.org/{fingerprint}?{from}").isAboutOneEvent()).isFalse();
		assertThat(LinkTemplate.of(PROPERTY, "https://l.example.org/{logger}").isAboutOneEvent()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			logs.example.org/{logId}                   | must be an address that begins with https:// or http://
			javascript:alert({logId})                  | must be an address that begins with https:// or http://
			https://user:hunter2@logs.example.org/     | must name no user: everybody in the channel would read it
			https://{service}.example.org/{logId}      | must name its host in full, before the first {place}
			https://logs.example.org/{hunter2!}        | holds {…}, which is none of the places that are filled: logId,
			https://logs.example.org/{logid2}          | holds {…}, which is none of the places
			https://logs.example.org/{log}             | holds {log}, which is none of the places
			""")
	void whatCannotBeATemplateIsRefusedByName(String template, String told) {
		assertThatIllegalArgumentException().isThrownBy(() -> LinkTemplate.of(PROPERTY, template))
			.withMessageStartingWith(PROPERTY + " " + told)
			.satisfies((refused) -> assertThat(refused.getMessage()).doesNotContain("hunter2"));
	}

	private static Subject subject(Found found, String service) {
		return new Subject(service, found.group(), found.event(),
				TimeWindow.around(Found.NOON, Found.NOON, Duration.ofMinutes(2)));
	}

}
