package io.github.slacklogging.it.living;

import java.util.List;
import java.util.Set;

import io.github.slacklogging.inbox.Calls;
import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.Reply;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.it.Books;
import io.github.slacklogging.it.DrivenProbe;
import io.github.slacklogging.it.EndedProbe;
import io.github.slacklogging.it.Patience;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a bot may meet: each is said once, stands in health, and costs no event its place
 * in the books.
 */
class BadWeatherTests {

	private static final String FRESH_TOKEN = "xoxb-inbox_fresh_token";

	private static final String SOON_QUIET = "--slack.logging.grouping.quiet-after=1s";

	@Test
	void missingScopeCostsTheReactionAndNothingElse() {
		try (Workspace workspace = new Workspace()) {
			workspace.slack().scopes(Set.of("chat:write", "chat:write.customize", "files:write"));
			DrivenProbe probe = workspace.start(workspace.bot(SOON_QUIET));
			probe.log(30, 1);
			InboxMessage quiet = workspace.awaitMessage("it is quiet", BadWeatherTests::isQuiet);
			Books books = Workspace.await(probe, "the missing scope stands in health",
					(latest) -> !latest.limitations(Workspace.DESTINATION).isEmpty());
			assertThat(books.limitations(Workspace.DESTINATION)).containsExactly("reactions.add (missing_scope)");
			assertThat(books.delivered()).isEqualTo(30);
			assertThat(quiet.reactions()).isEmpty();
			saidOnce(probe.end(), "missing_scope");
		}
	}

	@Test
	void channelWithoutTheBotIsToldWhenTheBotWasInvited() {
		refusedThenMended("not_in_channel", (slack) -> slack.removeBotFrom(Workspace.CHANNEL),
				(slack) -> slack.addBotTo(Workspace.CHANNEL));
	}

	@Test
	void archivedChannelIsToldWhenItIsOpenAgain() {
		refusedThenMended("is_archived", (slack) -> slack.archive(Workspace.CHANNEL),
				(slack) -> slack.unarchive(Workspace.CHANNEL));
	}

	private static void refusedThenMended(String code, Turn breaks, Turn mends) {
		try (Workspace workspace = new Workspace()) {
			breaks.of(workspace.slack());
			DrivenProbe refused = workspace.start(workspace.bot());
			refused.log(30, 1);
			Books books = Workspace.await(refused, "it is refused",
					(latest) -> latest.stoppedBy(Workspace.DESTINATION).equals(code) && latest.waiting() == 30);
			assertThat(books.allDropped()).isZero();
			saidOnce(refused.end(), code);
			assertThat(workspace.topLevel()).isEmpty();
			mends.of(workspace.slack());
			DrivenProbe mended = workspace.start(workspace.bot());
			Workspace.await(mended, "what was kept is told",
					(latest) -> latest.recovered() == 30 && latest.delivered() == 30);
			mended.end();
			assertThat(workspace.topLevel().stream().map(InboxMessage::text).mapToLong(ShownCount::in))
				.as("Counts in the channel")
				.contains(30L);
		}
	}

	@Test
	void revokedTokenIsFollowedByTheFreshOneFromItsFile() {
		try (Workspace workspace = new Workspace()) {
			DrivenProbe probe = workspace.start(workspace.botWithTokenFile(SOON_QUIET));
			probe.log(5, 1);
			workspace.awaitMessage("it is quiet", BadWeatherTests::isQuiet);
			workspace.slack().revoke();
			probe.log(10, 1);
			Books refused = Workspace.await(probe, "the token is refused, and what waits is kept",
					(latest) -> latest.stoppedBy(Workspace.DESTINATION).equals("token_revoked")
							&& latest.spooled() == 10);
			assertThat(refused.allDropped()).isZero();
			saidOnce(probe.kill(), "token_revoked");
			workspace.slack().issueToken(FRESH_TOKEN);
			workspace.writeToken(FRESH_TOKEN);
			DrivenProbe restarted = workspace.start(workspace.botWithTokenFile());
			restarted.end();
			assertThat(ShownCount.in(workspace.message().text())).isEqualTo(15);
		}
	}

	@Test
	void expiredTokenIsReadAgainAndNothingElseHappens() {
		try (Workspace workspace = new Workspace()) {
			DrivenProbe probe = workspace.start(workspace.botWithTokenFile(SOON_QUIET));
			probe.log(5, 1);
			workspace.awaitMessage("it is quiet", BadWeatherTests::isQuiet);
			workspace.slack().expireToken(FRESH_TOKEN);
			workspace.writeToken(FRESH_TOKEN);
			probe.log(10, 1);
			Books books = Workspace.settle(probe, 15);
			assertThat(books.stoppedBy(Workspace.DESTINATION)).isEmpty();
			assertThat(OwnTrouble.in(probe.end().err()).about("token_expired")).hasSizeLessThanOrEqualTo(1);
			assertThat(ShownCount.in(workspace.message().text())).isEqualTo(15);
		}
	}

	@Test
	void deletedMessageIsPostedAnewWithItsWholeCount() {
		try (Workspace workspace = new Workspace()) {
			DrivenProbe probe = workspace.start(workspace.bot(SOON_QUIET));
			probe.log(5, 1);
			InboxMessage deleted = workspace.awaitMessage("it is quiet", BadWeatherTests::isQuiet);
			workspace.slack().delete(Workspace.CHANNEL, deleted.ts());
			probe.log(20, 1);
			Books books = Workspace.settle(probe, 25);
			assertThat(books.delivered()).isEqualTo(25);
			probe.end();
			InboxMessage anew = workspace.message();
			assertThat(anew.ts()).isNotEqualTo(deleted.ts());
			assertThat(ShownCount.in(anew.text())).isEqualTo(25);
		}
	}

	@Test
	void stackTraceIsAFileInTheThread() {
		try (Workspace workspace = new Workspace()) {
			DrivenProbe probe = workspace.start(workspace.bot());
			probe.logDeepFailure(120);
			awaitTrace(workspace, probe);
			probe.end();
			assertThat(workspace.slack().files()).singleElement()
				.satisfies((file) -> assertThat(file.toString()).contains(".txt"));
		}
	}

	@Test
	void stackTraceIsATextInTheThreadWhereFilesAreDisabled() {
		try (Workspace workspace = new Workspace()) {
			workspace.slack()
				.answerAlways(Calls.of("files.getUploadURLExternal"), Reply.apiError("file_uploads_disabled"));
			DrivenProbe probe = workspace.start(workspace.bot());
			probe.logDeepFailure(120);
			awaitTrace(workspace, probe);
			Books books = Workspace.settle(probe, 1);
			assertThat(books.limitations(Workspace.DESTINATION)).singleElement()
				.satisfies((limit) -> assertThat(limit).contains("file_uploads_disabled"));
			saidOnce(probe.end(), "file_uploads_disabled");
			assertThat(workspace.slack().files()).isEmpty();
		}
	}

	private static void awaitTrace(Workspace workspace, DrivenProbe probe) {
		Patience.until("the stack trace is in the thread",
				() -> workspace.topLevel().isEmpty() ? List.<String>of() : workspace.thread(),
				(thread) -> !thread.isEmpty(), probe::toString);
	}

	private static void saidOnce(EndedProbe end, String code) {
		assertThat(OwnTrouble.in(end.err()).about(code)).as(end.err())
			.singleElement()
			.satisfies((sentence) -> assertThat(sentence).doesNotContain(" times)"));
	}

	private static boolean isQuiet(InboxMessage message) {
		return message.text().startsWith("Quiet");
	}

	/** What somebody does in Slack. */
	@FunctionalInterface
	private interface Turn {

		void of(SlackInbox slack);

	}

}
