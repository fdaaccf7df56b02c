package io.github.slacklogging.masking;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands where a secret could, and is none: something masked already, a variable to
 * be filled in, a word that talks about the value.
 */
final class StandIn {

	private static final int LONGEST_WORD = 16;

	private static final int LONGEST_VARIABLE = 80;

	/** No secret is one of these words; messages about secrets go on with them. */
	private static final Set<String> WORDS = Set.of("about", "absent", "active", "already", "an", "and", "any", "are",
			"args", "argument", "arguments", "at", "be", "because", "blank", "but", "by", "can", "cannot", "can't",
			"changed", "check", "closed", "contains", "correct", "could", "created", "deleted", "denied", "did",
			"disabled", "does", "doesn't", "empty", "enabled", "env", "error", "exceeds", "expected", "expecting",
			"expired", "expires", "failed", "failure", "false", "field", "flag", "for", "format", "found", "from",
			"has", "header", "hidden", "if", "in", "incorrect", "invalid", "is", "isn't", "it", "length", "line",
			"malformed", "masked", "may", "missing", "must", "mustn't", "new", "nil", "no", "none", "not", "null", "of",
			"off", "ok", "on", "only", "opened", "option", "options", "optional", "optional.empty", "or", "parameter",
			"please", "port", "property", "protected", "redacted", "refused", "rejected", "removed", "required",
			"requires", "reset", "revoked", "sent", "set", "should", "size", "some", "string", "than", "that", "the",
			"then", "there", "this", "to", "too", "true", "type", "undefined", "unexpected", "unknown", "unset",
			"unsupported", "updated", "use", "used", "valid", "value", "was", "were", "when", "which", "will", "with",
			"without", "wrong", "yes", "you", "your", "abgelaufen", "darf", "der", "erforderlich", "falsch", "fehlt",
			"für", "ist", "kann", "leer", "muss", "nicht", "ungültig", "wurde");

	private static final List<Marks> VARIABLES = List.of(new Marks("${", "}"), new Marks("${", ":}"),
			new Marks("#{", "}"), new Marks("{{", "}}"), new Marks("$(", ")"), new Marks("%(", ")s"),
			new Marks("%", "%"), new Marks("@", "@"), new Marks("{", "}"), new Marks(":", ""), new Marks("%s", ""));

	/** Of {@code MessageFormat} and of {@code Formatter}. */
	private static final Set<String> PLACEHOLDERS = Set.of("{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "%1$s", "%2$s",
			"%3$s", "%4$s");

	private StandIn() {
	}

	/**
	 * Whether the value is none.
	 * @param value without its quotes
	 */
	static boolean matches(String value) {
		return value.isBlank() || isOneCharacter(value) || value.equals("{}") || value.equals("[]") || isVariable(value)
				|| isRemark(value) || isWord(value);
	}

	/** "****", "xxxx", "--": whoever has such a secret loses nothing. */
	private static boolean isOneCharacter(String value) {
		char first = value.charAt(0);
		boolean stars = "*•#.-_?…".indexOf(first) >= 0 || ((first == 'x' || first == 'X') && value.length() > 2);
		return stars && value.chars().allMatch((c) -> c == first);
	}

	private static boolean isWord(String value) {
		return value.length() <= LONGEST_WORD && WORDS.contains(stripped(value).toLowerCase(Locale.ROOT));
	}

	private static String stripped(String value) {
		int end = value.length();
		while (end > 0 && ".,;:!)".indexOf(value.charAt(end - 1)) >= 0) {
			end--;
		}
		return value.substring(0, end);
	}

	// Only a name: "${DB_PASSWORD:hunter2}" holds a secret behind its colon.
	private static boolean isVariable(String value) {
		if (value.length() > LONGEST_VARIABLE) {
			return false;
		}
		if (value.startsWith("$") && value.length() > 1 && isName(value.substring(1))) {
			return value.equals(value.toUpperCase(Locale.ROOT));
		}
		return PLACEHOLDERS.contains(value) || "$#{%@:".indexOf(value.charAt(0)) >= 0
				&& VARIABLES.stream().anyMatch((marks) -> marks.enclose(value));
	}

	private static boolean isName(String text) {
		return text.chars().allMatch((c) -> Literals.isKeyCharacter((char) c));
	}

	/** "<your password>" is to be filled in; "[PROTECTED]" and "(not set)" say it. */
	private static boolean isRemark(String value) {
		int last = value.length() - 1;
		int kind = "<[(".indexOf(value.charAt(0));
		if (kind < 0 || last < 2 || ">])".indexOf(value.charAt(last)) != kind) {
			return false;
		}
		String inside = value.substring(1, last);
		boolean words = inside.chars().allMatch((c) -> Character.isLetter(c) || " -_".indexOf(c) >= 0);
		// What else is in square or round brackets may be a secret: "(swordfish)".
		return words && (kind == 0 || Stream.of(inside.split("[ _-]+")).allMatch(StandIn::isWord));
	}

	/**
	 * What stands around a variable's name.
	 *
	 * @param before it
	 * @param after it
	 */
	private record Marks(String before, String after) {

		boolean enclose(String value) {
			int end = value.length() - this.after.length();
			return end >= this.before.length() && value.startsWith(this.before) && value.endsWith(this.after)
					&& isName(value.substring(this.before.length(), end).strip())
					&& (this.before.length() > 1 || value.chars().noneMatch((c) -> Literals.isDigit((char) c)));
		}

	}

}
