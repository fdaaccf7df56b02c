package io.github.slacklogging.it.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import io.github.slacklogging.it.ClassPath;
import io.github.slacklogging.it.DrivenProbe;
import io.github.slacklogging.it.ProbeCommand;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything one case needs: an inbox, the network before it, a folder that outlives the
 * runs of the application, and the ledger. {@link #finish} draws the account. Times are
 * shortened. Used by one thread.
 */
final class Scenario implements AutoCloseable {

	/**
	 * Each kind speaks for itself, also in a crowd, and says soon that it has gone quiet.
	 */
	private static final List<String> SINGLE_KINDS = List.of("--slack.logging.grouping.quiet-after=1s",
			"--slack.logging.grouping.storm-kinds=1000");

	private static final List<String> SHORT_TIMES = List.of("--spring.application.name=faults",
			"--logging.threshold.console=OFF", "--slack.logging.batch.linger=100ms",
			"--slack.logging.digest.every=500ms", "--slack.logging.rate-limit.per-second=50",
			"--slack.logging.retry.initial-backoff=100ms", "--slack.logging.retry.max-backoff=500ms",
			"--slack.logging.circuit-breaker.failures=3", "--slack.logging.circuit-breaker.open-for=500ms",
			"--slack.logging.http.connect-timeout=1s", "--slack.logging.http.response-timeout=1s");

	/** Dropped are events of the library itself, which no application logged. */
	private static final String OWN_EVENTS = "self";

	private final Fault fault;

	private final Path folder;

	private final SlackInbox inbox = SlackInbox.start();

	private final SlackGate gate = new SlackGate(this.inbox.port());

	private final Ledger ledger;

	private final List<Run> runs = new ArrayList<>();

	private long requestsInOutage;

	private long maxLost;

	Scenario(Fault fault) {
		this(fault, 1);
	}

	/**
	 * A scenario.
	 * @param fault what will be broken
	 * @param destinations how many each event is for
	 */
	Scenario(Fault fault, int destinations) {
		this.fault = fault;
		this.ledger = new Ledger(destinations);
		try {
			this.folder = Files.createTempDirectory("slack-logging-fault-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	SlackInbox inbox() {
		return this.inbox;
	}

	SlackGate gate() {
		return this.gate;
	}

	Path folder() {
		return this.folder;
	}

	/** Where the application keeps what waits. */
	SpoolFolder spool() {
		return new SpoolFolder(this.folder.resolve("spool"));
	}

	/** A webhook of the inbox, through the gate. */
	String webhook() {
		URI url = this.inbox.webhookUrl();
		return url.toString().replace(":" + url.getPort() + "/", ":" + this.gate.port() + "/");
	}

	/**
	 * How the application is started in this scenario; the last of two properties wins.
	 */
	ProbeCommand command(String... properties) {
		return ProbeCommand.of(ClassPath.of("cli").withoutInbox())
			.with(SHORT_TIMES)
			.with(SINGLE_KINDS)
			.with(List.of("--slack.logging.webhook-url=" + webhook(),
					"--slack.logging.spool.directory=" + spool().path()))
			.with(List.of(properties));
	}

	/** Starts the application and waits until it has started. */
	Run start(String... properties) {
		return start(command(properties));
	}

	Run start(ProbeCommand command) {
		return launch(command).awaitStart();
	}

	/** Starts the application without waiting for it: it may never have started. */
	Run launch(ProbeCommand command) {
		Run run = new Run(DrivenProbe.start(command, this.folder), this.ledger);
		this.runs.add(run);
		return run;
	}

	/** Notes errors that the application logs without being told to. */
	void expect(String kind, long events) {
		this.ledger.logged(kind, events);
	}

	/** Something breaks, and later it is mended: what was asked of Slack meanwhile? */
	void outage(Run run, Runnable meanwhile) {
		long before = run.requests();
		meanwhile.run();
		this.requestsInOutage += run.requests() - before;
	}

	/** Everything that Slack shows. */
	String texts() {
		return this.inbox.messages().stream().map(InboxMessage::allText).collect(Collectors.joining("\n"));
	}

	/**
	 * Notes events that a {@code kill -9} may take along.
	 * @param events logged in the two seconds before
	 */
	void mayLose(long events) {
		this.maxLost += events;
	}

	/** The same, when nothing more is to be said of it. */
	void finish() {
		finish((row) -> {
		});
	}

	/** What Slack was told up to now. */
	ToldCounts told() {
		return ToldCounts.of(this.inbox.messages());
	}

	/**
	 * Draws the account, judges it, and brings its row. Every run must be over.
	 * @param more what else must be true of this case
	 */
	void finish(Consumer<FaultRow> more) {
		assertThat(this.runs).as("Runs that are not over").allMatch(Run::isOver);
		Map<String, Long> dropped = new TreeMap<>();
		this.runs.forEach((run) -> run.dropped().forEach((reason, count) -> dropped.merge(reason, count, Long::sum)));
		long drops = dropped.entrySet()
			.stream()
			.filter((drop) -> !drop.getKey().equals(OWN_EVENTS))
			.mapToLong(Map.Entry::getValue)
			.sum();
		FaultRow row = new FaultRow(this.fault, new Account(this.ledger.byKind(), told(), drops), this.maxLost,
				sum(Run::recovered), dropped, this.requestsInOutage, sum(Run::stderrLines));
		judge(row);
		more.accept(row);
		FaultTable.ofProject().bring(row);
	}

	private void judge(FaultRow row) {
		Account account = row.account();
		assertThat(account.lost()).as("Lost in %s\n%s", row.cells(), this.runs).isBetween(0L, this.maxLost);
		assertThat(account.repeatedUnmarked()).as("Repeated without a mark in %s\n%s", row.cells(), this.runs).isZero();
		if (!this.fault.isUnclear()) {
			assertThat(account.repeated()).as("Repeated in %s\n%s", row.cells(), this.runs).isZero();
		}
	}

	private long sum(ToLongFunction<Run> count) {
		return this.runs.stream().mapToLong(count).sum();
	}

	@Override
	public void close() {
		this.runs.forEach(Run::close);
		this.gate.close();
		this.inbox.close();
		try (Stream<Path> files = Files.walk(this.folder)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
