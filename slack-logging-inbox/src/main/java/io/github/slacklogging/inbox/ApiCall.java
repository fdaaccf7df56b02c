package io.github.slacklogging.inbox;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.inbox.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method of the Web API, by a token that may call it. Immutable.
 *
 * @param arguments what it was given, structured ones as JSON
 * @param scopes what else the token may do
 */
record ApiCall(Json.Obj arguments, Set<String> scopes) {

	/** A text argument, {@code null} if there is none. */
	@Nullable String find(String key) {
		return this.arguments.text(key);
	}

	/** A text argument, empty if there is none. */
	String text(String key) {
		return Objects.requireNonNullElse(find(key), "");
	}

	/** A boolean in JSON, a word in a form. */
	boolean flag(String key) {
		return Draft.isTrue(this.arguments.get(key));
	}

	/** A number in JSON, digits in a form; {@code null} if there is none. */
	@Nullable String digits(String key) {
		return (this.arguments.get(key) instanceof Json.Num number) ? number.literal() : find(key);
	}

	boolean has(String scope) {
		return this.scopes.contains(scope);
	}

	/** The refusal of a token that lacks one more scope; empty if it has it. */
	Optional<ApiResult> unless(String scope) {
		return has(scope) ? Optional.empty() : Optional.of(ApiResult.missingScope(scope, this.scopes));
	}

}
