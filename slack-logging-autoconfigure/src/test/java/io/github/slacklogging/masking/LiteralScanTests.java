package io.github.slacklogging.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LiteralScanTests {

	@Test
	void everyLiteralIsSeenAlsoInsideOfAnother() {
		LiteralScan scan = new LiteralScan(List.of("he", "she", "his", "hers"), List.of(1L, 2L, 4L, 8L), "");
		assertThat(scan.scan("ushers")).isEqualTo(1 | 2 | 8);
		assertThat(scan.scan("this")).isEqualTo(4);
		assertThat(scan.scan("h e")).isZero();
		assertThat(scan.scan("")).isZero();
	}

	@Test
	void caseDoesNotMatterAndAllDigitsAreAlike() {
		LiteralScan scan = new LiteralScan(List.of("de00", "@"), List.of(1L, 2L), "");
		assertThat(scan.scan("IBAN DE89")).isEqualTo(1);
		assertThat(scan.scan("De12 a@b")).isEqualTo(3);
		assertThat(scan.scan("de8x")).isZero();
	}

	@Test
	void charactersThatArePassedOverMayStandWithinALiteral() {
		LiteralScan scan = new LiteralScan(List.of("apikey"), List.of(1L), "-_.");
		assertThat(scan.scan("api-key")).isEqualTo(1);
		assertThat(scan.scan("A.P_I--KEY")).isEqualTo(1);
		assertThat(scan.scan("api/key")).isZero();
	}

	@Test
	void charactersBeyondAsciiBreakALiteralOff() {
		LiteralScan scan = new LiteralScan(List.of("token"), List.of(1L), "");
		assertThat(scan.scan("tok\u00E9n to\uD83D\uDE00ken")).isZero();
		assertThat(scan.scan("\u0100token")).isEqualTo(1);
	}

	@Test
	void scanFindsWhatAnHonestSearchFinds() {
		Random random = new Random(42);
		List<String> literals = List.of("ab", "abc", "bca", "ccc", "a0b", "cab0");
		List<Long> bits = new ArrayList<>();
		for (int i = 0; i < literals.size(); i++) {
			bits.add(1L << i);
		}
		LiteralScan scan = new LiteralScan(literals, bits, "");
		for (int round = 0; round < 5000; round++) {
			StringBuilder text = new StringBuilder();
			for (int i = random.nextInt(12); i >= 0; i--) {
				text.append("abcABC07".charAt(random.nextInt(8)));
			}
			String plain = text.toString().toLowerCase(Locale.ROOT).replace('7', '0');
			long expected = 0;
			for (int i = 0; i < literals.size(); i++) {
				expected |= plain.contains(literals.get(i)) ? 1L << i : 0;
			}
			assertThat(scan.scan(text.toString())).as("%s", text).isEqualTo(expected);
		}
	}

}
