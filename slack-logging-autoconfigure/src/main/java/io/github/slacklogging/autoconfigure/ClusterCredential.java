package io.github.slacklogging.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.slacklogging.AuthorizationSource;
import io.github.slacklogging.credential.FileAuthorization;
import io.github.slacklogging.credential.KnownSecrets;
import io.github.slacklogging.credential.SecretRule;
import io.github.slacklogging.credential.SecretSource;
import org.jspecify.annotations.Nullable;

/**
 * By what the shipping proves who it is: the one way that the configuration names.
 *
 * @param way of the three there are
 * @param user where the way is a password, else empty
 * @param source of the secret
 */
record ClusterCredential(Way way, String user, SecretSource source) {

	/** How to prove it. */
	enum Way {

		PASSWORD("password-file", SecretRule.password()),

		API_KEY("api-key-file", SecretRule.apiKey()),

		BEARER_TOKEN("bearer-token-file", SecretRule.bearerToken());

		private final String property;

		private final SecretRule rule;

		Way(String key, SecretRule rule) {
			this.property = OpenSearchProperties.GROUP + "." + key;
			this.rule = rule;
		}

	}

	private static final String USERNAME = OpenSearchProperties.GROUP + ".username";

	/**
	 * Reads it, and the file once.
	 * @param properties as typed
	 * @param problems collects what is wrong
	 * @return empty where none is named or something is wrong
	 */
	static Optional<ClusterCredential> read(OpenSearchProperties properties, Problems problems) {
		Map<Way, String> files = new LinkedHashMap<>();
		put(files, Way.PASSWORD, properties.passwordFile());
		put(files, Way.API_KEY, properties.apiKeyFile());
		put(files, Way.BEARER_TOKEN, properties.bearerTokenFile());
		List<Way> ways = List.copyOf(files.keySet());
		checkUser(properties.username(), files, problems);
		if (ways.size() > 1) {
			problems.add(ways.get(1).property, "is set beside slack.logging." + ways.get(0).property,
					"Keep one of them: a request proves in one way who asks.");
		}
		if (ways.size() != 1) {
			return Optional.empty();
		}
		Way way = ways.get(0);
		String user = (properties.username() != null) ? properties.username() : "";
		return new SecretFiles(problems).find(way.property, files.getOrDefault(way, ""), way.rule)
			.map((found) -> new ClusterCredential(way, user, found.source()));
	}

	private static void put(Map<Way, String> files, Way way, @Nullable String file) {
		if (file != null) {
			files.put(way, file);
		}
	}

	private static void checkUser(@Nullable String user, Map<Way, String> files, Problems problems) {
		boolean password = files.containsKey(Way.PASSWORD);
		if (user == null) {
			if (password) {
				problems.add(USERNAME, "is not set, but slack.logging." + Way.PASSWORD.property + " is",
						"Name the user whose password it is.");
			}
			return;
		}
		if (user.indexOf(':') >= 0 || user.chars().anyMatch(Character::isISOControl)) {
			problems.add(USERNAME, "holds a colon or control characters, which no user has that logs in with Basic",
					"Name the user alone; the password stands in the file that slack.logging." + Way.PASSWORD.property
							+ " names.");
		}
		if (!password) {
			problems.add(Way.PASSWORD.property, "is not set, but slack.logging." + USERNAME + " is",
					"Name the file that holds the password of the user.");
		}
	}

	/**
	 * What requests take their header from.
	 * @param known remembers what is given
	 * @param trouble told in texts without any secret
	 */
	AuthorizationSource authorization(KnownSecrets known, Consumer<String> trouble) {
		return switch (this.way) {
			case PASSWORD -> FileAuthorization.basic(this.user, this.source, known, trouble);
			case API_KEY -> FileAuthorization.apiKey(this.source, known, trouble);
			case BEARER_TOKEN -> FileAuthorization.bearer(this.source, known, trouble);
		};
	}

}
