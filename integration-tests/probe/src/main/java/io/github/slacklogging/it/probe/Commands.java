package io.github.slacklogging.it.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;

import io.github.slacklogging.it.probe.ErrorSource.Batch;
import io.github.slacklogging.job.JobNotifier;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Does what the standard input says, a command a line, and answers each with one line
 * {@code probe.done.<command>=<result>}. At the end of the input the application returns
 * from {@code main}.
 * <ul>
 * <li>{@code log <events> <kinds> [<pause in ms> <every>]} logs errors,</li>
 * <li>{@code interrupted <events>} logs them with the thread's interrupt set, and tells
 * whether it still is,</li>
 * <li>{@code reactor <events>} logs them on a thread that must not block,</li>
 * <li>{@code throws <times>} throws and logs one exception in hot code, and tells how
 * often it came without a stack,</li>
 * <li>{@code deep <frames>} throws and logs one with as many frames,</li>
 * <li>{@code lines <lines> <error every> <pause in ms> <every> <padding>} logs lines most
 * of which are no errors, see {@link LineSource},</li>
 * <li>{@code labels <lines>} logs lines with keys that nobody knows, and tells how many
 * of them are hostile, see {@link LabelSource},</li>
 * <li>{@code same-number} gives all events that are logged later the same number,</li>
 * <li>{@code say <text>} logs a text in every place of an event,</li>
 * <li>{@code fail-job <text>} tells of a job that failed, with the text in every
 * place,</li>
 * <li>{@code books} tells health and requests as JSON,</li>
 * <li>{@code disclose <file>} writes down what can be seen from within, see
 * {@link Disclosure}, and tells how many lines that is,</li>
 * <li>{@code close} closes the context,</li>
 * <li>{@code exit <code>} ends the JVM; the answer comes before.</li>
 * </ul>
 */
final class Commands {

	private final ConfigurableApplicationContext context;

	private final ErrorSource errors;

	private final Failures failures = new Failures();

	private final LineSource lines;

	private final LabelSource labels = new LabelSource();

	private final Account account;

	Commands(ConfigurableApplicationContext context) {
		this.context = context;
		long first = context.getEnvironment().getProperty("probe.first-event", Long.class, 1L);
		this.errors = new ErrorSource(first);
		this.lines = new LineSource(first);
		this.account = new Account(context);
	}

	void obey() throws IOException, InterruptedException {
		answer("start", "");
		BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			Scanner words = new Scanner(line);
			String command = words.next();
			if (command.equals("exit")) {
				answer(command, "");
				System.exit(words.nextInt());
			}
			answer(command, result(command, words));
		}
	}

	private String result(String command, Scanner words) throws IOException, InterruptedException {
		return switch (command) {
			case "log" -> log(words);
			case "interrupted" -> interrupted(words.nextInt());
			case "reactor" -> NonBlocking.run(() -> this.errors.log(new Batch(words.nextInt(), 1, 0, 1)));
			case "throws" -> String.valueOf(this.failures.hot(words.nextInt()));
			case "deep" -> deep(words.nextInt());
			case "lines" -> lines(words);
			case "labels" -> String.valueOf(this.labels.log(words.nextInt()));
			case "same-number" -> sameNumber();
			case "say" -> say(words);
			case "fail-job" -> failJob(words);
			case "books" -> this.account.json();
			case "disclose" -> String.valueOf(Disclosure.write(this.context, Path.of(words.next())));
			case "close" -> close();
			default -> throw new IllegalArgumentException(command);
		};
	}

	private String log(Scanner words) throws InterruptedException {
		int events = words.nextInt();
		int kinds = words.nextInt();
		int pauseMillis = words.hasNextInt() ? words.nextInt() : 0;
		this.errors.log(new Batch(events, kinds, pauseMillis, words.hasNextInt() ? words.nextInt() : 1));
		return String.valueOf(events);
	}

	private String interrupted(int events) throws InterruptedException {
		Thread.currentThread().interrupt();
		this.errors.log(new Batch(events, 1, 0, 1));
		return String.valueOf(Thread.interrupted());
	}

	private String deep(int frames) {
		this.failures.deep(frames);
		return "1";
	}

	private String lines(Scanner words) throws InterruptedException {
		int lines = words.nextInt();
		this.lines.log(new LineSource.Batch(lines, words.nextInt(), words.nextInt(), words.nextInt(), words.nextInt()));
		return String.valueOf(lines);
	}

	private static String sameNumber() {
		Numbering.stop();
		return "";
	}

	private String say(Scanner words) {
		this.lines.say(words.nextLine().strip());
		return "";
	}

	/** A run that tells a text in every place that a report of a job has for one. */
	private String failJob(Scanner words) {
		String text = words.nextLine().strip();
		this.context.getBean(JobNotifier.class)
			.start("import " + text)
			.detail(text, text)
			.count(text, 1)
			.failed(new IllegalStateException(text));
		return "";
	}

	private String close() {
		this.context.close();
		return "";
	}

	private static void answer(String command, String result) {
		System.out.println("probe.done." + command + "=" + result);
	}

}
