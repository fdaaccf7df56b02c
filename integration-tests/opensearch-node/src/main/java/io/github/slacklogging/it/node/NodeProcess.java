package io.github.slacklogging.it.node;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The JVM of one {@link OpenSearchNode}, from its start to its end. It cannot outlive
 * this JVM: it ends with its standard input.
 * <p>
 * Knows the JDK only, since it stands on class paths that must hold nothing of
 * OpenSearch; the libraries of the node are those that the build of this module has
 * collected beside it. Methods block, and fail with {@link IllegalStateException}.
 */
public final class NodeProcess implements AutoCloseable {

	/** By its name: its class file refers to OpenSearch. */
	private static final String MAIN_CLASS = "io.github.slacklogging.it.node.OpenSearchNode";

	private static final String READY = "READY ";

	/** It takes three seconds of a core: long where many others want one. */
	private static final long PATIENCE_SECONDS = 180;

	private final Process process;

	private final Path errors;

	private final int port;

	private NodeProcess(Process process, Path errors) {
		this.process = process;
		this.errors = errors;
		this.port = awaitReady();
	}

	/**
	 * Starts a node and waits until it can be asked.
	 * @param port to listen on, 0 for a free one
	 * @param folder of its data, made where it is missing
	 * @param settings of the node, as {@code key=value}
	 */
	public static NodeProcess start(int port, Path folder, List<String> settings) {
		try {
			Path errors = Files.createDirectories(folder).resolve("node.err");
			ProcessBuilder builder = new ProcessBuilder(command(port, folder, settings));
			return new NodeProcess(builder.redirectError(errors.toFile()).start(), errors);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What starts a node, for example from a shell.
	 * @param port to listen on, 0 for a free one
	 * @param folder of its data, made where it is missing
	 * @param settings of the node, as {@code key=value}
	 */
	public static List<String> command(int port, Path folder, List<String> settings) {
		Path classes = classes();
		Path libraries = classes.resolveSibling("lib");
		if (!Files.isDirectory(libraries)) {
			throw new IllegalStateException("Build the module first (mvn verify does): " + libraries);
		}
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
		command.addAll(List.of("-cp", classes + File.pathSeparator + libraries + File.separator + "*"));
		command.addAll(List.of(MAIN_CLASS, String.valueOf(port), folder.toAbsolutePath().toString()));
		command.addAll(settings);
		return command;
	}

	/**
	 * The jar or the folder of classes that this class is from, in the build's folder.
	 */
	private static Path classes() {
		try {
			return Path.of(NodeProcess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public int port() {
		return this.port;
	}

	/** Where it listens, without a slash at the end. */
	public URI uri() {
		return URI.create("http://127.0.0.1:" + this.port);
	}

	/** SIGSTOP: it keeps its connections, and answers nothing. */
	public void freeze() {
		signal("-STOP");
	}

	/** SIGCONT: it goes on where it was frozen. */
	public void thaw() {
		signal("-CONT");
	}

	private void signal(String signal) {
		try {
			new ProcessBuilder("kill", signal, String.valueOf(this.process.pid())).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted", ex);
		}
	}

	/** SIGKILL, and waits for the end. Its data stay. */
	public void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/** Kills it. */
	@Override
	public void close() {
		kill();
	}

	/**
	 * Ends its standard input, and waits for the end.
	 * @return what it exited with
	 */
	public int endInput() {
		try {
			this.process.getOutputStream().close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return awaitEnd();
	}

	private int awaitEnd() {
		try {
			if (!this.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new IllegalStateException("The node did not end in " + PATIENCE_SECONDS + " s");
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	private int awaitReady() {
		CompletableFuture<String> line = CompletableFuture.supplyAsync(this::firstLine);
		try {
			String said = line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			if (!said.startsWith(READY)) {
				throw new IllegalStateException("Not ready but '" + said + "'\n" + Files.readString(this.errors));
			}
			return Integer.parseInt(said.substring(READY.length()));
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
		catch (ExecutionException | TimeoutException | IOException ex) {
			this.process.destroyForcibly();
			throw new IllegalStateException("Not ready in " + PATIENCE_SECONDS + " s", ex);
		}
	}

	/** Empty where it ended without one. */
	private String firstLine() {
		try {
			BufferedReader lines = this.process.inputReader(StandardCharsets.UTF_8);
			String line = lines.readLine();
			return (line != null) ? line : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
