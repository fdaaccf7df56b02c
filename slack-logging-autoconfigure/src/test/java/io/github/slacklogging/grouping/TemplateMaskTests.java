package io.github.slacklogging.grouping;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class TemplateMaskTests {

	private final TemplateMask mask = new TemplateMask();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Order 4711 not found                          | Order <number> not found
			Order-4711 not found                          | Order-<number> not found
			order_4711 took 12ms, 3.5s or 1,234.56 units  | order_<number> took <number>ms, <number>s or <number> units
			GET /orders/4711/items?page=2                 | GET /orders/<number>/items?page=<number>
			no mail to joe.doe+x@mail.example.org.        | no mail to <email>.
			cannot reach https://pay.example.org/x/17?y=2 | cannot reach <url>
			cannot reach jdbc:postgresql://db:5432/orders | cannot reach jdbc:<url>
			trace 3fa85f64-5717-4562-b3fc-2c963f66afa6 !  | trace <uuid> !
			at 2026-08-14T09:57:12.123+02:00 exactly      | at <date> exactly
			on 2026-08-14 and 2026-08-14 09:57            | on <date> and <date>
			between 09:57:12 and 9:58                     | between <time> and <time>
			from 10.1.2.3:8080                            | from <ip>:<number>
			from fe80::1ff:fe23:4567:890a to 2001:db8::1  | from <ip> to <ip>
			mac 00:1b:44:11:3a:b7                         | mac <ip>
			file "a b.csv" and 'c d.csv'                  | file <quoted> and <quoted>
			it's said that it can't be done               | it's said that it can't be done
			option 'x' or "y"                             | option 'x' or "y"
			session 3f9a2b1c ended                        | session <id> ended
			session abcdef12 ended                        | session <id> ended
			session 9f8b7c6d5e4f3a2b ended                | session <id> ended
			address 0x7FFE and 0xFF                       | address <id> and <id>
			com.acme.Order@5e9f23b4 and Order@abcdef1     | com.acme.Order<id> and Order<id>
			pod orders-7d9f5c-x2vqp is down               | pod orders-<id>-x<number>vqp is down
			started PT1H2M3S ago                          | started <id> ago
			12345678901 of 1234                           | <number> of <number>
			12345678.90 of 1.5                            | <number> of <number>
			{"order":"4711","ok":true}                    | {<quoted>:<quoted>,"ok":true}
			""")
	void valueBecomesAPlaceholder(String text, String template) {
		assertThat(this.mask.mask(text)).isEqualTo(template);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Connection refused", "Payment declined!", "std::vector is no address", "a@b", "", "$1 \\",
			"Bestellung für Jürgen fehlgeschlagen", "失敗しました" })
	void textWithoutValuesStaysAsItIs(String text) {
		assertThat(this.mask.mask(text)).isEqualTo(text.replace("1", "<number>"));
	}

	@Test
	void firstTwoLinesThatSaySomethingCount() {
		assertThat(this.mask.mask("\n  \r\n Order 4711\n\n\tnot found \nat 17")).isEqualTo("Order <number>\nnot found");
	}

	@Test
	void longValueDoesNotChangeWhatIsKeptBehindIt() {
		String tail = " could not be read".repeat(30);

		assertThat(this.mask.mask("File 'a.csv'" + tail)).hasSizeBetween(280, 300)
			.isEqualTo(this.mask.mask("File '" + "long name ".repeat(30) + "'" + tail));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "1", "'", "\"", "a1", "a.", "1:", "1.", "ab-", "a@", "@", "::", "a:", "0x", "://",
			"http://", "1-", "\n", " " })
	void nothingTakesLong(String part) {
		assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
			for (int i = 0; i < 20; i++) {
				this.mask.mask(part.repeat(100_000));
			}
		});
	}

	@Test
	void halfACharacterHarmsNothing() {
		assertThatCode(() -> this.mask.mask("\ud83d".repeat(400) + "\ude00")).doesNotThrowAnyException();
	}

}
