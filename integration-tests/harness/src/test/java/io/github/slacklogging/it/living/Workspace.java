package io.github.slacklogging.it.living;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.it.Books;
import io.github.slacklogging.it.ClassPath;
import io.github.slacklogging.it.DrivenProbe;
import io.github.slacklogging.it.Patience;
import io.github.slacklogging.it.ProbeCommand;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Slack, and a folder that outlives the runs of the application. The limits of Slack
 * and of the application are those that everybody has. Used by one thread.
 */
final class Workspace implements AutoCloseable {

	static final String CHANNEL = "alerts";

	static final String DESTINATION = "default";

	private final Path folder;

	private final SlackInbox slack = SlackInbox.start();

	private final List<DrivenProbe> probes = new ArrayList<>();

	Workspace() {
		this.slack.limitLikeSlack();
		try {
			this.folder = Files.createTempDirectory("slack-logging-living-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	SlackInbox slack() {
		return this.slack;
	}

	/** An application that speaks as a bot. */
	ProbeCommand bot(String... properties) {
		return bot().with(List.of("--slack.logging.bot-token=" + this.slack.botToken())).with(List.of(properties));
	}

	/** The same with its token in a file. */
	ProbeCommand botWithTokenFile(String... properties) {
		writeToken(this.slack.botToken());
		return bot().with(List.of("--slack.logging.bot-token-file=" + tokenFile())).with(List.of(properties));
	}

	private ProbeCommand bot() {
		return application()
			.with(List.of("--slack.logging.channel=#" + CHANNEL, "--slack.logging.api-url=" + this.slack.apiUrl()));
	}

	/** An application that speaks through a webhook. */
	ProbeCommand webhook(String... properties) {
		return application().with(List.of("--slack.logging.webhook-url=" + this.slack.webhookUrl(CHANNEL)))
			.with(List.of(properties));
	}

	private static ProbeCommand application() {
		return ProbeCommand.of(ClassPath.of("cli").withoutInbox(), "--spring.application.name=living",
				"--logging.threshold.console=OFF");
	}

	/** What a rotation does; a reader sees the old or the new token, never a half. */
	void writeToken(String token) {
		try {
			Path fresh = Files.writeString(this.folder.resolve("token.new"), token + "\n");
			Files.move(fresh, tokenFile(), StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path tokenFile() {
		return this.folder.resolve("token");
	}

	/** Starts the application on the spool of the run before. */
	DrivenProbe start(ProbeCommand command) {
		DrivenProbe probe = DrivenProbe.start(command, this.folder);
		this.probes.add(probe);
		return probe.awaitStart();
	}

	/** Looks at the books until they are as described; they must always balance. */
	static Books await(DrivenProbe probe, String description, Predicate<Books> condition) {
		return probe.await(description, (books) -> {
			assertThat(books.balance()).as("These books balance: %s", books).isTrue();
			return condition.test(books);
		});
	}

	/** Waits until so many were logged in this run and none of them waits any more. */
	static Books settle(DrivenProbe probe, long logged) {
		return await(probe, "everything is told",
				(books) -> books.accepted() == logged && books.buffered() == 0 && books.waiting() == 0);
	}

	/** What stands in the channel, not counting what threads show there too. */
	List<InboxMessage> topLevel() {
		return this.slack.messages().stream().filter((message) -> message.threadTs() == null).toList();
	}

	/** The one message that stands in the channel. */
	InboxMessage message() {
		List<InboxMessage> messages = topLevel();
		assertThat(messages).as("Messages in the channel").hasSize(1);
		return messages.get(0);
	}

	/** Waits until the one message is as described. */
	InboxMessage awaitMessage(String description, Predicate<InboxMessage> condition) {
		Patience.until(description, this::topLevel, (messages) -> messages.stream().anyMatch(condition),
				this.probes::toString);
		return message();
	}

	/** What is said in the thread of the one message. */
	List<String> thread() {
		return this.slack.replies(message().ts()).stream().map(InboxMessage::text).toList();
	}

	@Override
	public void close() {
		this.probes.forEach(DrivenProbe::close);
		this.slack.close();
		try (Stream<Path> files = Files.walk(this.folder)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
