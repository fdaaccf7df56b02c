package io.github.slacklogging.message;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextLinkTests {

	@Test
	void linkIsWrittenAsSlackReadsIt() {
		assertThat(markup("runbook", "https://wiki.example/a?b=c&d=e%20f#g"))
			.isEqualTo("<https://wiki.example/a?b=c&amp;d=e%20f#g|runbook>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = { "a|b a%7Cb", "a>b a%3Eb", "a<b a%3Cb", "a`b a%60b", "ä %C3%A4",
			"\uD83D\uDE00 %F0%9F%98%80", "\uD83D %3F", "a\"b a%22b" })
	void whatWouldEndAnAddressIsEncoded(String path, String encoded) {
		assertThat(markup("x", "https://x.example/" + path)).isEqualTo("<https://x.example/" + encoded + "|x>");
	}

	@Test
	void blanksAndLineBreaksInAnAddressAreEncoded() {
		assertThat(markup("x", "https://x.example/a b")).isEqualTo("<https://x.example/a%20b|x>");
		assertThat(TextLink.of("x", "https://x.example/a\nb")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "ftp://x.example", "//x.example", "/path", "https:", "https://",
			"https:///path", "mailto:a@x.example", "slack://open", "" })
	void onlyAddressesOfTheWebAreLinks(String address) {
		assertThat(TextLink.of("x", address)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://kim:pass@x.example/", "https://bank.example@x.example", "https://@x.example",
			"https://bank.example\\\\@x.example", "https://bank.example%40x.example",
			"https://x.example\\\\.y.example/" })
	void addressThatLooksLikeAnotherHostsIsNoLink(String address) {
		assertThat(TextLink.of("x", address)).isEmpty();
		assertThat(TextLink.of("x", "https://x.example/@kim?a@b=c%40d")).isPresent();
	}

	@Test
	void schemeIsReadInAnyCase() {
		assertThat(TextLink.of("x", "HTTP://x.example")).isPresent();
	}

	@Test
	void addressAtTheLimitIsALinkAndOnePastItIsNone() {
		String start = "https://x.example/";
		String most = start + "y".repeat(TextLink.MAX_ADDRESS - start.length());
		assertThat(TextLink.of("x", most)).isPresent();
		assertThat(TextLink.of("x", most + "y")).isEmpty();
		assertThat(TextLink.of("x", most.substring(2 + start.length()).replaceFirst("^", start) + "|")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '=', value = { "a<b>&c=a&lt;b&gt;&amp;c", "*b* _i_ ~s~=∗b∗ ˍiˍ ∼s∼",
			"`c` :fire: a|b=ˋcˋ ∶fire∶ a¦b", "'two\nlines'=two lines", "<!channel>=&lt;!channel&gt;" })
	void nothingInALabelActs(String label, String shown) {
		assertThat(markup(label, "https://x.example")).isEqualTo("<https://x.example|" + shown + ">");
	}

	@Test
	void labelIsCutBehindFortyCharacters() {
		assertThat(markup("x".repeat(40), "https://x.example")).endsWith("|" + "x".repeat(40) + ">");
		assertThat(markup("x".repeat(41), "https://x.example")).endsWith("|" + "x".repeat(39) + "…>");
	}

	@Test
	void linkWithoutALabelStillHasWords() {
		assertThat(markup(" \u202E", "https://x.example")).isEqualTo("<https://x.example|link>");
	}

	private static String markup(String label, String address) {
		Optional<TextLink> link = TextLink.of(label, address);
		return link.orElseThrow().markup();
	}

}
