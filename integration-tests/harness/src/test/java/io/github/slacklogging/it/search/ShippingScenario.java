package io.github.slacklogging.it.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.github.slacklogging.it.ClassPath;
import io.github.slacklogging.it.DrivenProbe;
import io.github.slacklogging.it.ProbeCommand;

/**
 * Applications that ship, all to one index or data stream, and the folder that outlives
 * them. Nothing is logged but what a test asks for, so that the counts are exact. Times
 * are shortened. Used by one thread.
 */
final class ShippingScenario implements AutoCloseable {

	private static final List<String> SHORT_TIMES = List.of("--spring.application.name=search",
			"--logging.threshold.console=OFF", "--logging.level.root=OFF", "--logging.level.com.acme=TRACE",
			"--slack.logging.opensearch.bulk.linger=100ms", "--slack.logging.retry.initial-backoff=100ms",
			"--slack.logging.retry.max-backoff=500ms", "--slack.logging.circuit-breaker.failures=3",
			"--slack.logging.circuit-breaker.open-for=500ms");

	private final String index;

	private final Path folder;

	private final List<ShippingRun> runs = new ArrayList<>();

	/**
	 * Nothing runs yet.
	 * @param index that is shipped to
	 */
	ShippingScenario(String index) {
		this.index = index;
		try {
			this.folder = Files.createTempDirectory("slack-logging-search-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts an application and waits until it has started.
	 * @param cluster what it ships to
	 * @param properties in addition; the last of two wins
	 */
	ShippingRun start(URI cluster, String... properties) {
		ProbeCommand command = ProbeCommand.of(ClassPath.of("cli").withoutInbox())
			.with(SHORT_TIMES)
			.with(List.of("--slack.logging.opensearch.uris=" + cluster,
					"--slack.logging.opensearch.index=" + this.index,
					"--slack.logging.fallback.file=" + fallbackFile()))
			.with(List.of(properties));
		DrivenProbe probe = DrivenProbe.start(command, this.folder);
		ShippingRun run = new ShippingRun(probe);
		this.runs.add(run);
		probe.awaitStart();
		return run;
	}

	/** What applications run in, and write to. */
	Path folder() {
		return this.folder;
	}

	/** One for each event that found no other place. */
	List<String> fallbackLines() {
		try {
			return Files.exists(fallbackFile()) ? Files.readAllLines(fallbackFile()) : List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path fallbackFile() {
		return this.folder.resolve("fallback.log");
	}

	/**
	 * Writes a secret, as a rotation does: a reader sees the old or the new one, never a
	 * half.
	 * @return the file
	 */
	Path writeSecret(String secret) {
		try {
			Path fresh = Files.writeString(this.folder.resolve("secret.new"), secret + "\n");
			return Files.move(fresh, this.folder.resolve("secret"), StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.runs.forEach(ShippingRun::close);
		try (Stream<Path> files = Files.walk(this.folder)) {
			files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
