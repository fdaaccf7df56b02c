package io.github.slacklogging.masking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes characters an international bank account number: ISO 13616, with the
 * countries and lengths of the registry that SWIFT keeps (swift.com, IBAN Registry,
 * release 100). The check digits are ISO 7064's MOD 97-10.
 */
final class IbanNumber {

	/** Lengths and the countries that use them. */
	private static final Map<Integer, String> COUNTRIES = Map.ofEntries(Map.entry(15, "NO"), Map.entry(16, "BE"),
			Map.entry(18, "DK FI FK FO GL NL SD"), Map.entry(19, "MK SI"), Map.entry(20, "AT BA EE KZ LT LU MN XK"),
			Map.entry(21, "CH HR LI LV"), Map.entry(22, "BG BH CR DE GB GE IE ME RS VA"),
			Map.entry(23, "AE GI IL IQ OM SO TL"), Map.entry(24, "AD CZ ES MD PK RO SA SE SK TN VG"),
			Map.entry(25, "LY PT ST"), Map.entry(26, "IS TR"), Map.entry(27, "BI DJ FR GR IT MC MR SM"),
			Map.entry(28, "AL AZ BY CY DO GT HN HU LB NI PL SV"), Map.entry(29, "BR EG PS QA UA"),
			Map.entry(30, "JO KW MU YE"), Map.entry(31, "MT SC"), Map.entry(32, "LC"), Map.entry(33, "RU"));

	private static final Map<String, Integer> LENGTHS = COUNTRIES.entrySet()
		.stream()
		.flatMap((entry) -> Stream.of(entry.getValue().split(" ")).map((country) -> Map.entry(country, entry.getKey())))
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

	private IbanNumber() {
	}

	/** Codes of all countries, in upper case. */
	static List<String> countries() {
		return LENGTHS.keySet().stream().sorted().toList();
	}

	/** How many letters and digits a number of the country has, 0 if it has none. */
	static int length(String country) {
		return LENGTHS.getOrDefault(country.toUpperCase(Locale.ROOT), 0);
	}

	/**
	 * Whether the check digits are right.
	 * @param number ASCII letters and digits only, at least four
	 */
	static boolean isValid(String number) {
		int remainder = 0;
		for (int i = 0; i < number.length(); i++) {
			int value = Character.digit(number.charAt((i + 4) % number.length()), 36);
			remainder = (remainder * ((value > 9) ? 100 : 10) + value) % 97;
		}
		return remainder == 1;
	}

}
