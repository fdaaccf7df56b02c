package io.github.slacklogging.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import io.github.slacklogging.sample.branch.TillService;
import io.github.slacklogging.sample.branch.VoucherService;

import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Starts the other services of the shop, which tell the same Slack. Thread-safe; returns
 * at once.
 */
@Component
class Releases {

	private static final List<String> VERSIONS = List.of("2.0.0", "2.0.1");

	private final OtherProcess process;

	private final Executor executor;

	Releases(OtherProcess process, Executor executor) {
		this.process = process;
		this.executor = executor;
	}

	/** One release after the other, with the same error in each. */
	void breakTwice() {
		this.executor.execute(() -> {
			Path memory = memory();
			try {
				VERSIONS.forEach((version) -> this.process.run(VoucherService.class,
						Map.of("spring.application.name", "vouchers", "spring.application.version", version,
								"slack.logging.spool.enabled", "true", "slack.logging.spool.directory",
								memory.toString())));
			}
			finally {
				FileSystemUtils.deleteRecursively(memory.toFile());
			}
		});
	}

	void failToStart() {
		this.executor.execute(() -> this.process.run(TillService.class, Map.of("spring.application.name", "till",
				"spring.application.version", "3.1.0", "slack.logging.spool.enabled", "false")));
	}

	/** What a release knows of the one before it. */
	private static Path memory() {
		try {
			return Files.createTempDirectory("vouchers");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
