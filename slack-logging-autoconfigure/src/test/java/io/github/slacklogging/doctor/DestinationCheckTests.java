package io.github.slacklogging.doctor;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.slacklogging.Destination;
import io.github.slacklogging.Finding;
import io.github.slacklogging.Finding.Outcome;
import io.github.slacklogging.Secret;
import io.github.slacklogging.Tick;
import io.github.slacklogging.inbox.Calls;
import io.github.slacklogging.inbox.InboxRequest;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.transport.HttpTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DestinationCheckTests {

	private static final String ALL = "chat:write,files:write,reactions:write,channels:read,groups:read";

	private final SlackInbox inbox = SlackInbox.start();

	private final HttpTransport transport = new HttpTransport(
			new HttpTransport.Settings(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofMinutes(1), null, null,
					null, 1024 * 1024, "slack-logging-doctor-http", "slack.logging.http"));

	private Duration skew = Duration.ZERO;

	@AfterEach
	void close() {
		this.transport.close();
		this.inbox.close();
	}

	@Test
	void webhookThatLivesIsToldSoAndNothingIsPosted() {
		assertThat(told(webhook(this.inbox.webhookUrl()))).contains(
				"OK webhook lives: it refused what is no message (invalid_payload), so nothing was posted", "OK clock");
		assertThat(this.inbox.messages()).isEmpty();
		assertThat(this.inbox.requests()).singleElement().matches(InboxRequest::isProbe);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			404 | no_service                        | FAILED webhook Slack does not know it
			404 | no_active_hooks                   | FAILED webhook Slack does not know it
			404 | no_team                           | FAILED webhook Slack does not know it
			403 | invalid_token                     | FAILED webhook Slack does not know it
			410 | channel_is_archived               | FAILED webhook its channel is archived or gone
			403 | posting_to_general_channel_denied | FAILED webhook a rule of the workspace forbids it
			403 | <html>Forbidden</html>            | FAILED webhook somebody else answered than Slack
			407 | Proxy Authentication Required     | FAILED webhook the proxy asks for a password
			503 | upstream                          | WARNING webhook Slack, or what stands before it, is in trouble
			429 | rate_limited                      | WARNING webhook Slack throttles it
			200 | ok                                | WARNING webhook it took what is no message
			400 | no_text                           | OK webhook lives
			""")
	void answerOfAWebhookSaysHowItIs(int status, String body, String told) {
		this.inbox.answerAlways(Calls.of(Calls.WEBHOOK), Reply.webhookError(status, body));
		assertThat(told(webhook(this.inbox.webhookUrl()))).contains(told);
	}

	@Test
	void hostThatIsNotThereIsToldAsSuch() {
		URI nobody = URI.create("http://localhost:1/services/T000/B000/XXX_test");
		String told = told(webhook(nobody));
		assertThat(told).contains("FAILED connection localhost refuses the connection", "SKIPPED webhook");
		assertThat(told).doesNotContain("XXX_test");
	}

	@Test
	void hostThatHangsIsToldAsSlow() {
		this.inbox.answerAlways(Reply.hang());
		assertThat(told(webhook(this.inbox.webhookUrl())))
			.contains("FAILED connection localhost did not answer in time");
	}

	@ParameterizedTest
	@CsvSource({ "29s, OK", "-29s, OK", "60s, WARNING", "-60s, WARNING", "600s, FAILED", "-600s, FAILED" })
	void clockIsComparedWithTheAnswers(String seconds, Outcome outcome) {
		this.skew = Duration.ofSeconds(Long.parseLong(seconds.replace("s", "")));
		Finding clock = finding(webhook(this.inbox.webhookUrl()), "clock");
		assertThat(clock.outcome()).isEqualTo(outcome);
		if (outcome != Outcome.OK) {
			assertThat(clock.detail()).endsWith(this.skew.isNegative() ? "slow" : "fast");
		}
	}

	@Test
	void botThatIsWellIsNamedWithItsWorkspaceAndNotItsToken() {
		this.inbox.scopes(Set.of(ALL.split(",")));
		this.inbox.addBotTo("alerts");
		String told = told(bot("#alerts"));
		assertThat(told).contains("OK token Slack knows it: bot 'inbox-bot' in workspace 'Inbox'",
				"OK scopes all that is needed", "OK channel the bot is in #alerts", "OK clock");
		assertThat(told).doesNotContain(this.inbox.botToken());
	}

	@ParameterizedTest
	@CsvSource({ "token_revoked", "invalid_auth", "account_inactive", "token_expired" })
	void tokenThatSlackRefusesIsToldByItsCode(String code) {
		this.inbox.answerAlways(Calls.of("auth.test"), Reply.apiError(code));
		assertThat(told(bot("#alerts"))).contains("FAILED token Slack refuses it: " + code, "SKIPPED scopes, channel");
	}

	@Test
	void pageInThePlaceOfAnAnswerIsSomebodyElses() {
		this.inbox.answerAlways(Reply.html(500));
		assertThat(told(bot("#alerts"))).contains("FAILED token somebody else answered than Slack (HTTP 200)");
	}

	@Test
	void scopeThatIsMissingIsToldWithWhatIsLost() {
		this.inbox.scopes(Set.of("chat:write", "channels:read"));
		assertThat(told(bot("#alerts"))).contains("WARNING scopes without files:write (full stack traces",
				"reactions:write (the mark on messages");
		this.inbox.scopes(Set.of("files:write"));
		assertThat(told(bot("#alerts"))).contains("FAILED scopes chat:write is missing: nothing can be posted");
	}

	@Test
	void channelIsNotLookedAtWithoutTheScopeForIt() {
		this.inbox.scopes(Set.of("chat:write", "files:write", "reactions:write"));
		assertThat(told(bot("#alerts")))
			.contains("SKIPPED channel #alerts was not looked at: without the scope channels:read");
	}

	@Test
	void channelWithoutTheBotGetsNothingUnlessTheBotMayPostFromOutside() {
		this.inbox.scopes(Set.of(ALL.split(",")));
		this.inbox.removeBotFrom("alerts");
		assertThat(told(bot("#alerts"))).contains("FAILED channel the bot is not in #alerts: nothing arrives");
		assertThat(told(bot(this.inbox.channelId("alerts"))))
			.contains("FAILED channel the bot is not in #alerts (C000INBOX001): nothing arrives");
		this.inbox.scopes(Set.of((ALL + ",chat:write.public").split(",")));
		assertThat(told(bot("#alerts"))).contains("WARNING channel the bot is not in #alerts");
	}

	@Test
	void nameThatIsNotFoundMayBeAPrivateChannelThatCannotBeSeen() {
		this.inbox.scopes(Set.of("chat:write", "channels:read"));
		assertThat(told(bot("#alerts"))).contains("SKIPPED channel #alerts was not looked at:"
				+ " the bot is in no public channel of this name, and the others cannot be seen");
	}

	@Test
	void channelIsLookedUpByItsId() {
		this.inbox.scopes(Set.of(ALL.split(",")));
		this.inbox.addBotTo("alerts");
		assertThat(told(bot(this.inbox.channelId("alerts"))))
			.contains("OK channel the bot is in #alerts (C000INBOX001)");
		assertThat(told(bot("C0000NOBODY"))).contains("FAILED channel C0000NOBODY cannot be found: channel_not_found");
		this.inbox.archive("alerts");
		assertThat(told(bot(this.inbox.channelId("alerts"))))
			.contains("FAILED channel #alerts (C000INBOX001) is archived");
		assertThat(told(bot("#alerts"))).contains("FAILED channel #alerts is archived");
	}

	@Test
	void missingScopeOfAKindOfChannelIsNoFailure() {
		this.inbox.scopes(Set.of(ALL.split(",")));
		this.inbox.answerAlways(Calls.of("conversations.info"), Reply.missingScope("groups:read", "chat:write"));
		assertThat(told(bot("C0000NOBODY")))
			.contains("SKIPPED channel C0000NOBODY was not looked at: for a channel of its kind");
	}

	@Test
	void secretThatIsMissingIsToldAndNobodyIsAsked() {
		Destination destination = new Destination("oncall", Destination.Kind.BOT, "#oncall", "key");
		CredentialLookup nothing = (name) -> new CredentialLookup.Result.Missing(Outcome.FAILED, "the file is gone",
				"Put it there.");
		assertThat(check(destination, nothing).examine())
			.containsExactly(Finding.failed("destination oncall", "token", "the file is gone", "Put it there."));
		assertThat(this.inbox.requests()).isEmpty();
	}

	private DestinationCheck webhook(URI url) {
		return check(new Destination("default", Destination.Kind.WEBHOOK, null, "key"),
				(name) -> new CredentialLookup.Result.Found(Secret.of(url.toString())));
	}

	private DestinationCheck bot(String channel) {
		return check(new Destination("default", Destination.Kind.BOT, channel, "key"),
				(name) -> new CredentialLookup.Result.Found(Secret.of(this.inbox.botToken())));
	}

	private DestinationCheck check(Destination destination, CredentialLookup credentials) {
		Line line = new Line(this.transport, () -> new Tick(Instant.now().plus(this.skew), System.nanoTime()));
		return new DestinationCheck(destination, credentials, line, this.inbox.apiUrl(),
				(uri) -> new Route(null, "no proxy is configured"));
	}

	private static String told(DestinationCheck check) {
		List<Finding> findings = check.examine();
		assertThat(findings).allMatch((finding) -> finding.subject().equals("destination default"));
		return findings.stream()
			.map((finding) -> finding.outcome() + " " + finding.check() + " " + finding.detail())
			.collect(Collectors.joining("\n"));
	}

	private static Finding finding(DestinationCheck check, String word) {
		return check.examine().stream().filter((finding) -> finding.check().equals(word)).findFirst().orElseThrow();
	}

}
