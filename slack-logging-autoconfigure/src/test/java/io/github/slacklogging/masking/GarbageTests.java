package io.github.slacklogging.masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts of nothing but triggers, quotes and separators in random order, the same ones in
 * each run.
 */
class GarbageTests {

	private static final int TEXTS = 150;

	private static final int MAX_LENGTH = 600;

	private static final List<String> SIGNS = List.of("\"", "'", "`", "\\", "\\\"", "\\\\\"", "=", ":", "=>", " ", "\n",
			"\r\n", "\t", "[", "]", "{", "}", "(", ")", "<", ">", "</", "&lt;", "&quot;", "%3D", "%253D", "%40", "%2b",
			"://", "@", "/", ",", ";", "&", "|", "-", "_", ".", "..", "…", "?", "#", "a", "B", "1", "aB3xZ9", "at ",
			"is ", "value", "\\n", "\\u003d", "<![CDATA[", "]]>", "“", "”", "„", "«", "：", "\u00a0", "ä", "漢",
			"\ud83d\ude00", "\ud800", "\udc00", "\u200b", "\u0000");

	private static final List<Secret> SECRETS = List.of(secret("password=", "hunter2Tulpe"),
			secret("{\"apiKey\":\"", "hunter2Tulpe", "\"}"), secret("--token ", "hunter2Tulpe"),
			secret("<password>", "hunter2Tulpe", "</password>"), secret("Authorization: Bearer ", "hunter2Tulpe"),
			secret("Cookie: sid=", "hunter2Tulpe"), secret("redis://bob:", "hunter2Tulpe", "@cache:6379/0"),
			secret("", "ghp" + "_" + "Ab3xK9mQ7rT2wY5zC8vB1nM4pL6sD0fG2hJk"), secret("", "AKI" + "A3XK9MQ7RT2WY5ZC8"),
			secret("", "xoxb" + "-1234567890-1234567890123-Ab3xK9mQ7rT2wY5zC8vB1nM4"),
			secret("curl -u bob:", "hunter2Tulpe", " https://a.example"), secret("card ", "4111 1111 1111 1111"),
			secret("mail to ", "jane.doe@example.com"), secret("ssn ", "123-45-6789"),
			secret("iban ", "DE89 3704 0044 0532 0130 00"));

	private final List<MaskingRule> rules = BuiltInRules.all(new SecretNames(EventMasking.Settings.DEFAULT_KEYS));

	private final TextMasking masking = new TextMasking(this.rules, List.of());

	private final List<String> pieces = Stream
		.concat(this.rules.stream()
			.flatMap((rule) -> Stream.concat(rule.triggers().literals().stream(), rule.triggers().names().stream())),
				Stream.of(SIGNS, SIGNS, SIGNS, SIGNS).flatMap(List::stream))
		.toList();

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void noRuleFailsOrReportsAPlaceOutsideOfTheText(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < TEXTS; i++) {
			String text = garbage(random);
			for (MaskingRule rule : this.rules) {
				rule.find(text,
						(span) -> assertThat(span.start()).as("%s in %s", rule.sheet().name(), text)
							.isNotNegative()
							.isLessThan(span.end()));
				rule.find(text, (span) -> assertThat(span.end()).as("%s in %s", rule.sheet().name(), text)
					.isLessThanOrEqualTo(text.length()));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 11, 12, 13, 14, 15, 16, 17, 18 })
	void noSecretSurvivesWithABlankBetweenItAndGarbage(long seed) {
		Random random = new Random(seed);
		List<String> leaks = new ArrayList<>();
		for (int i = 0; i < TEXTS; i++) {
			String before = garbage(random);
			String after = garbage(random);
			for (Secret secret : SECRETS) {
				String text = before + " " + secret.before() + secret.value() + secret.after() + " " + after;
				if (this.masking.mask(text).text().contains(secret.value())) {
					leaks.add(secret + " behind " + before.substring(Math.max(0, before.length() - 80)));
				}
			}
		}
		assertThat(leaks).isEmpty();
	}

	private String garbage(Random random) {
		int kinds = random.nextBoolean() ? this.pieces.size() : 1 + random.nextInt(6);
		List<String> some = random.ints(kinds, 0, this.pieces.size()).mapToObj(this.pieces::get).toList();
		StringBuilder text = new StringBuilder();
		int length = random.nextInt(MAX_LENGTH);
		while (text.length() < length) {
			text.append(some.get(random.nextInt(some.size())));
		}
		return text.toString();
	}

	private static Secret secret(String before, String value) {
		return new Secret(before, value, "");
	}

	private static Secret secret(String before, String value, String after) {
		return new Secret(before, value, after);
	}

	private record Secret(String before, String value, String after) {

	}

}
