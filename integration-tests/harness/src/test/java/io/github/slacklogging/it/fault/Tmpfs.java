package io.github.slacklogging.it.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;

/** A disk of one megabyte that can be full or read-only. Needs root. */
final class Tmpfs implements AutoCloseable {

	private final Path folder;

	private Tmpfs(Path folder) {
		this.folder = folder;
	}

	/** Mounts it; the test does not count where that is not allowed even to root. */
	static Tmpfs mount(Path folder) {
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		String refusal = run("mount", "-t", "tmpfs", "-o", "size=1m,mode=0700", "tmpfs", folder.toString());
		Assumptions.assumeTrue(refusal.isEmpty(), () -> "No tmpfs can be mounted here: " + refusal);
		return new Tmpfs(folder);
	}

	/** Nothing can be changed on it any more. */
	void readOnly() {
		String refusal = run("mount", "-o", "remount,ro", this.folder.toString());
		if (!refusal.isEmpty()) {
			throw new AssertionError(refusal);
		}
	}

	/** Leaves no room on it. */
	void fill() {
		try (OutputStream filler = Files.newOutputStream(this.folder.resolve("filler"),
				StandardOpenOption.CREATE_NEW)) {
			byte[] page = new byte[512];
			while (true) {
				filler.write(page);
			}
		}
		catch (IOException ex) {
			// full
		}
	}

	@Override
	public void close() {
		run("umount", "--lazy", this.folder.toString());
	}

	/** What it complains about, empty where it does not. */
	private static String run(String... command) {
		List<String> line = new ArrayList<>(List.of(command));
		try {
			Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return (process.waitFor() == 0) ? "" : said.isBlank() ? line + " failed" : said.strip();
		}
		catch (IOException ex) {
			return ex.toString();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
	}

}
