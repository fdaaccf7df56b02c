package io.github.slacklogging.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** The bot tokens of this Slack, good and bad, and what they may do. Thread-safe. */
final class Tokens {

	/** Not shaped like a real token, so that no secret scanner stumbles over it. */
	static final String FIRST = "xoxb-inbox_test_token";

	/** Without {@code chat:write.public}: the bot posts where it is a member. */
	private static final Set<String> ALL = Set.of("chat:write", "chat:write.customize", "files:write",
			"reactions:write");

	private static final String GOOD = "";

	private final Map<String, String> refusalByToken = new HashMap<>(Map.of(FIRST, GOOD));

	private String current = FIRST;

	private Set<String> scopes = ALL;

	synchronized String current() {
		return this.current;
	}

	/** Whether the current one is good. */
	synchronized boolean isGood() {
		return GOOD.equals(this.refusalByToken.get(this.current));
	}

	/** Makes another token a good one; the others stay what they are. */
	synchronized void issue(String token) {
		this.refusalByToken.put(token, GOOD);
		this.current = token;
	}

	synchronized void refuseAll(String error) {
		this.refusalByToken.replaceAll((token, refusal) -> refusal.isEmpty() ? error : refusal);
	}

	synchronized void scopes(Set<String> granted) {
		this.scopes = Set.copyOf(granted);
	}

	synchronized boolean mayPostAnywhere() {
		return this.scopes.contains("chat:write.public");
	}

	/** Whether the token has the scope; every token has the empty one. */
	synchronized boolean has(String scope) {
		return scope.isEmpty() || this.scopes.contains(scope);
	}

	/** As Slack lists them, with commas. */
	synchronized String scopes() {
		return String.join(",", new TreeSet<>(this.scopes));
	}

	/** The error for this header, empty if its token is good. */
	synchronized Optional<String> refusal(@Nullable String authorization) {
		if (authorization == null) {
			return Optional.of("not_authed");
		}
		String token = authorization.startsWith("Bearer ") ? authorization.substring("Bearer ".length()) : "";
		return Optional.of(this.refusalByToken.getOrDefault(token, "invalid_auth")).filter((error) -> !error.isEmpty());
	}

}
