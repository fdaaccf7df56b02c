package io.github.slacklogging.doctor;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.Finding;
import io.github.slacklogging.transport.HttpCall;
import io.github.slacklogging.transport.HttpOutcome;

/**
 * Whether a webhook lives, found out without posting: it is sent what is no JSON. A live
 * one refuses that as {@code invalid_payload}, a dead one says why it is dead. That is
 * how scanners for leaked secrets verify a webhook; Slack does not promise it. Source:
 * trufflesecurity/trufflehog, pkg/detectors/slackwebhook; for the codes, Slack's page on
 * incoming webhooks and answers seen in the field.
 */
record WebhookQuestion(String subject, Line line, NoAnswer noAnswer) {

	private static final String CHECK = "webhook";

	private static final HttpCall.Content NO_MESSAGE = HttpCall.Content.of("application/json; charset=utf-8",
			"this is no message".getBytes(StandardCharsets.UTF_8));

	/** Refusals of the body, which only a live webhook looks at. */
	private static final Set<String> ALIVE = Set.of("invalid_payload", "no_text", "invalid_blocks",
			"missing_text_or_fallback_or_attachments");

	private static final String MAKE = "Make another one under \"Incoming Webhooks\" of the Slack app,"
			+ " and put its URL in the place of this one.";

	List<Finding> ask(URI url) {
		Asked asked = this.line.ask("POST", url, null, NO_MESSAGE);
		if (asked.outcome() instanceof HttpOutcome.Unanswered unanswered) {
			return List.of(this.noAnswer.finding(this.subject, unanswered.trouble()),
					Finding.skipped(this.subject, CHECK, "there is no way to Slack", null));
		}
		return List.of(read((HttpOutcome.Answered) asked.outcome()), ClockSkew.of(this.subject, asked));
	}

	private Finding read(HttpOutcome.Answered answer) {
		String code = answer.body().strip();
		int status = answer.status();
		if (status == 400 && ALIVE.contains(code)) {
			return Finding.ok(this.subject, CHECK,
					"lives: it refused what is no message (" + code + "), so nothing was posted");
		}
		if (status == 429) {
			return Finding.warning(this.subject, CHECK, "Slack throttles it at the moment, so it lives",
					"Ask again in a minute; others may post through it too.");
		}
		if (status >= 500) {
			return Finding.warning(this.subject, CHECK,
					"Slack, or what stands before it, is in trouble (HTTP " + status + ")",
					"Ask again later; messages are kept and sent then.");
		}
		return dead(status, code.matches("[a-z][a-z0-9_]{0,63}") ? code : "");
	}

	private Finding dead(int status, String code) {
		String said = "HTTP " + status + (code.isEmpty() ? "" : " " + code);
		if (status == 407) {
			return Finding.failed(this.subject, CHECK, "the proxy asks for a password (" + said + ")",
					"Give it to the JVM by java.net.Authenticator and"
							+ " -Djdk.http.auth.tunneling.disabledSchemes=\"\".");
		}
		return switch (code) {
			case "channel_is_archived", "channel_not_found" ->
				Finding.failed(this.subject, CHECK, "its channel is archived or gone (" + said + ")",
						"Restore the channel, or make a webhook for another one.");
			case "action_prohibited", "posting_to_general_channel_denied" -> Finding.failed(this.subject, CHECK,
					"a rule of the workspace forbids it to post (" + said + ")", "Ask an admin of the workspace.");
			case "ok" -> Finding.warning(this.subject, CHECK, "it took what is no message, so it is not Slack's own",
					"Look whether something appeared in the channel.");
			default -> code.isEmpty() || status < 400 ? stranger(said) : Finding.failed(this.subject, CHECK,
					"Slack does not know it, or it was revoked (" + said + ")", MAKE);
		};
	}

	private Finding stranger(String said) {
		return Finding.failed(this.subject, CHECK, "somebody else answered than Slack (" + said + ")",
				"Look at what stands between: a proxy, a gateway, a sign-in page of the network.");
	}

}
