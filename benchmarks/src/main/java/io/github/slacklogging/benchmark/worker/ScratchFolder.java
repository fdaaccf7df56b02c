package io.github.slacklogging.benchmark.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * A folder of its own for a spool, gone when it is closed.
 *
 * @param path where it is
 */
record ScratchFolder(Path path) implements AutoCloseable {

	static ScratchFolder create() throws IOException {
		return new ScratchFolder(Files.createTempDirectory("slack-logging-benchmark"));
	}

	@Override
	public void close() throws IOException {
		FileSystemUtils.deleteRecursively(this.path);
	}

}
