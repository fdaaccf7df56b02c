package io.github.slacklogging.masking;

import java.util.List;

/** Names that only passwords have, while "token" and "secret" name other things too. */
final class PasswordNames {

	private static final List<String> NAMES = List.of("password", "passwd", "pwd", "passphrase", "passwort",
			"kennwort");

	private PasswordNames() {
	}

	static boolean matches(String text, int keyStart, int keyEnd) {
		for (String name : NAMES) {
			if (SecretNames.endsWith(text, keyStart, keyEnd, name)) {
				return true;
			}
		}
		return false;
	}

}
