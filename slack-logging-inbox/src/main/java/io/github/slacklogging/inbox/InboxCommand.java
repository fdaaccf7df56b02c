package io.github.slacklogging.inbox;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * The inbox as a command: {@code java -jar slack-logging-inbox.jar [--port 8025]}. Runs
 * until the process is ended. Exit codes: 1 where it cannot listen, 2 for a wrong command
 * line.
 */
public final class InboxCommand {

	private static final String HELP = """
			A local Slack for development: webhooks, the Web API, and a page that shows every message.

			java -jar slack-logging-inbox.jar [options]

			  --port <number>      to listen on; 0 takes a free one. Default: 8025
			  --host <address>     to listen on, for example 0.0.0.0. Default: this machine only.
			                       There is no password: whoever reaches it reads every message
			  --allow-host <name>  a name by which requests may call the inbox, for example the name
			                       of its container. May be given several times
			  --lenient            what is too long, or has unknown keys, passes with a warning.
			                       Default: refused, as by Slack
			  --limits <which>     slack: Slack's rate limits, with 429 and Retry-After; none: no limit
			                       at all. Default: only the one on chat.update
			  --token <token>      the bot token that is good. Never use a real one
			  --help               this
			  --version            the version
			""";

	private final PrintStream out;

	private final PrintStream err;

	private InboxCommand(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/**
	 * Runs the inbox.
	 * @param arguments the options that {@code --help} lists
	 * @throws InterruptedException if something else in the JVM ends it
	 */
	public static void main(String[] arguments) throws InterruptedException {
		int status = new InboxCommand(System.out, System.err).run(arguments);
		if (status != 0) {
			System.exit(status);
		}
	}

	private int run(String... arguments) throws InterruptedException {
		try {
			InboxOptions options = InboxOptions.of(arguments);
			switch (options.task()) {
				case HELP -> this.out.print(HELP);
				case VERSION -> this.out.println(version());
				case RUN -> serve(options);
			}
			return 0;
		}
		catch (IllegalArgumentException ex) {
			this.err.println(ex.getMessage() + " All options: --help");
			return 2;
		}
		catch (UncheckedIOException ex) {
			this.err.println(ex.getMessage() + ".");
			return 1;
		}
	}

	/** The threads of the inbox are daemons: this one keeps the process. */
	private void serve(InboxOptions options) throws InterruptedException {
		try (SlackInbox inbox = SlackInbox.start(options.listening())) {
			inbox.lenient(options.lenient());
			options.token().ifPresent(inbox::issueToken);
			options.limits().ifPresent((limits) -> {
				switch (limits) {
					case SLACK -> inbox.limitLikeSlack();
					case NONE -> inbox.unlimited();
				}
			});
			this.out.print(welcome(inbox));
			this.out.flush();
			new CountDownLatch(1).await();
		}
	}

	private static String welcome(SlackInbox inbox) {
		return """
				Slack Logging Inbox %1$s, a local Slack. Nothing leaves this machine.

				  Page      %2$s
				  Webhook   %3$s
				            (the last word is the channel: choose any)
				  Web API   %4$s
				  Token     %5$s

				Spring Boot, by webhook
				  slack.logging.webhook-url=%3$s

				Spring Boot, as a bot
				  slack.logging.api-url=%4$s
				  slack.logging.bot-token=%5$s
				  slack.logging.channel=#inbox

				Anything else
				  curl -H 'Content-Type: application/json' -d '{"text":"Hello"}' %3$s

				Ctrl-C ends it.
				""".formatted(version(), inbox.url(), inbox.webhookUrl(), inbox.apiUrl(), inbox.botToken());
	}

	/** Of the jar; run from folders of classes there is none. */
	private static String version() {
		return Objects.requireNonNullElse(InboxCommand.class.getPackage().getImplementationVersion(), "(unpacked)");
	}

}
