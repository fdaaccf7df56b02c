package io.github.slacklogging.masking;

import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Slack's own secrets: webhook and upload URLs, tickets of socket URLs, tokens. This rule
 * cannot be turned off, because they are this library's own secrets too.
 *
 * <p>
 * Shapes: docs.slack.dev "Sending messages using incoming webhooks" and "Tokens". Looser
 * than real secrets are, so that shortened and invented ones are masked too.
 */
final class SlackSecretRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("slack", LeakSeverity.CRITICAL,
			"Slack's tokens, and its webhook, workflow, upload and socket URLs.");

	private static final String SERVICES = "services";

	private static final String SOCKET = "wss://";

	private static final String TICKET = "ticket=";

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals("hooks.slack", "files.slack", "services/t", "services%0ft", "services\\/t",
				"services\\u000ft", TICKET, "xox", "xapp-", "xwfp-");
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		int at = 0;
		while (at < text.length() - 1) {
			at = switch (text.charAt(at + 1)) {
				case 'o', 'O' -> (text.charAt(at) == 'x') ? token(text, at, found) : host(text, at, found);
				case 'i', 'I' -> host(text, at, found);
				case 'e', 'E' -> services(text, at, found);
				case 's', 'S' -> socket(text, at, found);
				case 'a', 'w' -> token(text, at, found);
				default -> at + 1;
			};
		}
	}

	/** {@code hooks.slack.com/…}: everything behind the host. */
	private static int host(String text, int at, Consumer<Span> found) {
		if ("hHfF".indexOf(text.charAt(at)) < 0) {
			return at + 1;
		}
		int slack = SlackUrl.pass(text, at, "hooks.slack");
		slack = (slack > at) ? slack : SlackUrl.pass(text, at, "files.slack");
		if (slack == at) {
			return at + 1;
		}
		int host = SlackUrl.pass(text, SlackUrl.pass(text, slack, "-gov"), ".com");
		int path = SlackUrl.passSlash(text, SlackUrl.passPort(text, host));
		return (path > host) ? report(path, SlackUrl.end(text, path), path, found) : slack;
	}

	/** Another host: a proxy, a test double, a Slack-compatible receiver. */
	private static int services(String text, int at, Consumer<Span> found) {
		int end = SlackUrl.pass(text, at, SERVICES);
		if (end == at || !SlackUrl.isBehindSlash(text, at)) {
			return at + 1;
		}
		int team = SlackUrl.passSlash(text, end);
		int app = id(text, team, 'T');
		int secret = id(text, app, 'B');
		boolean whole = team > end && app > team && secret > app;
		return whole ? report(team, SlackUrl.end(text, secret), secret, found) : end;
	}

	/** Behind an id and the slash that follows, or {@code at}. */
	private static int id(String text, int at, char first) {
		int end = SlackUrl.passId(text, at, first);
		int next = SlackUrl.passSlash(text, end);
		return (end > at && next > end) ? next : at;
	}

	private static int report(int start, int end, int least, Consumer<Span> found) {
		if (end > least) {
			found.accept(Span.stars(start, end));
		}
		return end;
	}

	/** {@code wss://…?ticket=…}, as many as there are up to the end of the URL. */
	private static int socket(String text, int at, Consumer<Span> found) {
		int url = SlackUrl.pass(text, at, SOCKET);
		if (url == at) {
			return at + 1;
		}
		int next = url;
		while (next < text.length() && SlackUrl.isUrl(text.charAt(next))) {
			boolean parameter = "?&".indexOf(text.charAt(next)) >= 0;
			int value = parameter ? SlackUrl.pass(text, next + 1, TICKET) : next + 1;
			next = (value > next + 1)
					? report(value, end(text, value, (c) -> c != '&' && SlackUrl.isUrl((char) c)), value, found)
					: next + 1;
		}
		return next;
	}

	private static int token(String text, int at, Consumer<Span> found) {
		int start = (text.charAt(at) == 'x') ? tokenStart(text, at) : at;
		return (start > at) ? report(start, end(text, start, SlackSecretRule::isToken), start, found) : at + 1;
	}

	private static int tokenStart(String text, int at) {
		if (text.startsWith("xapp-", at) || text.startsWith("xwfp-", at)) {
			boolean word = at > 0 && text.charAt(at - 1) == '_';
			return (!word && Edges.beginsAt(text, at)) ? at + 5 : at;
		}
		int kind = kindEnd(text, at);
		int rotated = (kind > at && kind < text.length() && text.charAt(kind) == '.') ? kindEnd(text, kind + 1) : kind;
		int dash = (rotated > kind + 1) ? rotated : kind;
		return (dash > at && dash < text.length() && text.charAt(dash) == '-') ? dash + 1 : at;
	}

	/** Behind {@code xoxb}, or {@code at}. */
	private static int kindEnd(String text, int at) {
		boolean kind = text.startsWith("xox", at) && at + 3 < text.length() && text.charAt(at + 3) >= 'a'
				&& text.charAt(at + 3) <= 'z';
		return kind ? at + 4 : at;
	}

	private static boolean isToken(int c) {
		return c == '%' || (c < 128 && Alphabet.DOTTED.contains((char) c));
	}

	private static int end(String text, int start, IntPredicate part) {
		int end = start;
		while (end < text.length() && part.test(text.charAt(end))) {
			end++;
		}
		return end;
	}

}
