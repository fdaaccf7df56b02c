package io.github.slacklogging.doctor;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.slacklogging.Finding;
import io.github.slacklogging.Secret;
import io.github.slacklogging.transport.HttpCall;
import io.github.slacklogging.transport.HttpOutcome;

/**
 * What Slack says of a bot token: whose it is ({@code auth.test}), what it may do (a
 * header of the same answer), and whether it reaches its channel.
 */
record BotQuestions(String subject, Line line, URI apiUrl, Secret authorization, NoAnswer noAnswer) {

	private static final String CHECK = "token";

	private static final Set<String> DEAD = Set.of("token_revoked", "token_expired", "account_inactive", "invalid_auth",
			"not_authed");

	private static final String FORM = "application/x-www-form-urlencoded";

	List<Finding> about(String channel) {
		Asked asked = ask("auth.test", "");
		if (asked.outcome() instanceof HttpOutcome.Unanswered unanswered) {
			return List.of(this.noAnswer.finding(this.subject, unanswered.trouble()),
					Finding.skipped(this.subject, CHECK, "there is no way to Slack", null));
		}
		HttpOutcome.Answered answer = (HttpOutcome.Answered) asked.outcome();
		SlackAnswer identity = SlackAnswer.read(answer.body());
		List<Finding> findings = new ArrayList<>();
		findings.add(token(answer, identity));
		if (identity.isOk()) {
			Scopes scopes = Scopes.of(answer.scopes());
			findings.add(scopes.finding(this.subject));
			findings.add(new ChannelQuestion(this, scopes).about(channel));
		}
		else {
			findings.add(Finding.skipped(this.subject, "scopes, channel", "without a token nobody tells", null));
		}
		findings.add(ClockSkew.of(this.subject, asked));
		return findings;
	}

	/** Asks a method of the Web API with arguments in form encoding. */
	Asked ask(String method, String form) {
		return this.line.ask("POST", this.apiUrl.resolve(method), this.authorization,
				HttpCall.Content.of(FORM, form.getBytes(StandardCharsets.UTF_8)));
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private Finding token(HttpOutcome.Answered answer, SlackAnswer identity) {
		if (identity.isOk()) {
			return Finding.ok(this.subject, CHECK, "Slack knows it: bot '" + identity.value("user") + "' in workspace '"
					+ identity.value("team") + "' (" + identity.value("team_id") + ")");
		}
		int status = answer.status();
		String code = identity.error();
		if (status == 429 || code.equals("ratelimited")) {
			return Finding.warning(this.subject, CHECK, "Slack throttles us at the moment", "Ask again in a minute.");
		}
		if (status >= 500) {
			return Finding.warning(this.subject, CHECK,
					"Slack, or what stands before it, is in trouble (HTTP " + status + ")",
					"Ask again later; messages are kept and sent then.");
		}
		return refused(status, code);
	}

	private Finding refused(int status, String code) {
		if (DEAD.contains(code)) {
			return Finding.failed(this.subject, CHECK, "Slack refuses it: " + code, advice(code));
		}
		if (status == 407) {
			return Finding.failed(this.subject, CHECK, "the proxy asks for a password (HTTP 407)",
					"Give it to the JVM by java.net.Authenticator and"
							+ " -Djdk.http.auth.tunneling.disabledSchemes=\"\".");
		}
		return code.equals("unexpected_answer")
				? Finding.failed(this.subject, CHECK, "somebody else answered than Slack (HTTP " + status + ")",
						"Look at what stands between: a proxy, a gateway, a sign-in page of the network;"
								+ " and at slack.logging.api-url.")
				: Finding.failed(this.subject, CHECK, "Slack refuses it: " + code,
						"Look the code up on Slack's page on auth.test.");
	}

	private static String advice(String code) {
		return switch (code) {
			case "token_expired" -> "The app rotates its tokens: give them by a file or a SlackCredentials bean.";
			case "account_inactive" -> "The app or its user was removed: install it again and take the new token.";
			default -> "Take the \"Bot User OAuth Token\" that the app shows under \"OAuth & Permissions\".";
		};
	}

}
