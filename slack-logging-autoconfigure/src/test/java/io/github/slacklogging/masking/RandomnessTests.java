package io.github.slacklogging.masking;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RandomnessTests {

	private static final int ROUNDS = 2000;

	private final Random random = new Random(17);

	@ParameterizedTest
	@CsvSource({ "16, 60", "24, 20", "32, 10", "64, 2" })
	void bytesInBase64AreHardlyEverTakenForWords(int bytes, int tolerated) {
		assertThat(taken(bytes, Base64.getEncoder().withoutPadding()::encodeToString)).isLessThanOrEqualTo(tolerated);
		assertThat(taken(bytes, Base64.getUrlEncoder().withoutPadding()::encodeToString))
			.isLessThanOrEqualTo(tolerated);
	}

	@Test
	void bytesInHexAreNeverTakenForWords() {
		assertThat(taken(20, HexFormat.of()::formatHex)).isZero();
	}

	private int taken(int bytes, Function<byte[], String> encoding) {
		int taken = 0;
		for (int i = 0; i < ROUNDS; i++) {
			byte[] secret = new byte[bytes];
			this.random.nextBytes(secret);
			taken += (kind(encoding.apply(secret)) == Randomness.Kind.NONE) ? 1 : 0;
		}
		return taken;
	}

	@ParameterizedTest
	@ValueSource(strings = { "EcdsaSecp256k1Signature2019", "PBKDF2WithHmacSHA256", "AES/CBC/PKCS5Padding",
			"Orders-2026-Prod-Rotation-Of-Keys-1", "OrdersConfiguration2026Settings", "ClientSecretBasicAuthentication",
			"12345678901234567890123456789012", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1", "ORDERS2026PRODUCTIONGERMANY",
			"orders-service-7d9c5b8f6d-x2k4q-germany", "KundenAuftragsVerwaltung2026Einstellungen",
			"META-INF/spring/Autoconfiguration4imports" })
	void wordsAreNotRandom(String text) {
		assertThat(kind(text)).isEqualTo(Randomness.Kind.NONE);
	}

	private static Randomness.Kind kind(String text) {
		return Randomness.of(text, 0, text.length()).kind();
	}

}
