package io.github.slacklogging.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/** The bot tokens of this Slack, good and bad, and what each may do. Thread-safe. */
final class Tokens {

	/** Not shaped like a real token, so that no secret scanner stumbles over it. */
	static final String FIRST = "xoxb-inbox_test_token";

	/** Without {@code chat:write.public}: the bot posts where it is a member. */
	static final Set<String> ALL = Set.of("channels:history", "channels:join", "channels:read", "chat:write",
			"chat:write.customize", "files:read", "files:write", "groups:history", "groups:read", "pins:read",
			"pins:write", "reactions:read", "reactions:write");

	private static final String GOOD = "";

	private static final Token UNKNOWN = new Token("invalid_auth", Set.of());

	private final Map<String, Token> tokens = new HashMap<>(Map.of(FIRST, new Token(GOOD, ALL)));

	private String current = FIRST;

	/** Those of a token that is issued without a word about them. */
	private Set<String> usualScopes = ALL;

	synchronized String current() {
		return this.current;
	}

	/** Makes another token a good one; the others stay what they are. */
	synchronized void issue(String token) {
		issue(token, this.usualScopes);
	}

	synchronized void issue(String token, Set<String> scopes) {
		this.tokens.put(token, new Token(GOOD, Set.copyOf(scopes)));
		this.current = token;
	}

	synchronized void refuseAll(String error) {
		this.tokens.replaceAll((name, token) -> token.isGood() ? new Token(error, token.scopes()) : token);
	}

	/** Makes the current token a good one again. */
	synchronized void restore() {
		this.tokens.computeIfPresent(this.current, (name, token) -> new Token(GOOD, token.scopes()));
	}

	/** Whether the current one is good. */
	synchronized boolean isGood() {
		return this.tokens.getOrDefault(this.current, UNKNOWN).isGood();
	}

	synchronized void scopes(Set<String> granted) {
		this.usualScopes = Set.copyOf(granted);
		this.tokens.replaceAll((name, token) -> new Token(token.refusal(), this.usualScopes));
	}

	/** What the token may do; nothing if there is no such token. */
	synchronized Set<String> scopesOf(@Nullable String token) {
		return this.tokens.getOrDefault((token != null) ? token : "", UNKNOWN).scopes();
	}

	/** The error for this token, empty if it is good. */
	synchronized Optional<String> refusal(@Nullable String token) {
		if (token == null) {
			return Optional.of("not_authed");
		}
		return Optional.of(this.tokens.getOrDefault(token, UNKNOWN).refusal()).filter((error) -> !error.isEmpty());
	}

	/** As Slack lists them, with commas. */
	static String listed(Set<String> scopes) {
		return String.join(",", new TreeSet<>(scopes));
	}

	private record Token(String refusal, Set<String> scopes) {

		boolean isGood() {
			return this.refusal.equals(GOOD);
		}

	}

}
