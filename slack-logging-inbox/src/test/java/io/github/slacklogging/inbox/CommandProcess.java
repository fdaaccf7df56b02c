package io.github.slacklogging.inbox;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The inbox as a command, in a JVM of its own. */
final class CommandProcess implements AutoCloseable {

	private static final String LAST_LINE = "Ctrl-C ends it.";

	private final Process process;

	private final Path errors;

	private CommandProcess(List<String> how, List<String> options) throws IOException {
		this.errors = Files.createTempFile("inbox", ".err");
		List<String> line = new ArrayList<>();
		line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		line.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
		line.addAll(how);
		line.addAll(options);
		this.process = new ProcessBuilder(line).redirectError(this.errors.toFile()).start();
	}

	/** With nothing on its class path but the library and what it needs. */
	static CommandProcess fromClasses(String... options) throws IOException {
		List<String> path = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
		String needed = String.join(File.pathSeparator,
				path.stream()
					.filter((entry) -> entry.contains("jackson-core") || entry.endsWith("classes")
							|| entry.contains("slack-logging-inbox-"))
					.toList());
		return new CommandProcess(List.of("-cp", needed, InboxCommand.class.getName()), List.of(options));
	}

	static CommandProcess fromJar(Path jar, String... options) throws IOException {
		return new CommandProcess(List.of("-jar", jar.toString()), List.of(options));
	}

	/** The lines it prints when it is ready. */
	String welcome() throws IOException {
		BufferedReader reader = this.process.inputReader(StandardCharsets.UTF_8);
		StringBuilder lines = new StringBuilder();
		for (String line = reader.readLine(); line != null; line = reader.readLine()) {
			lines.append(line).append('\n');
			if (line.equals(LAST_LINE)) {
				return lines.toString();
			}
		}
		throw new IOException("It ended: " + lines + errors());
	}

	static URI address(String welcome, String name) {
		Matcher line = Pattern.compile("  " + name + " +(http\\S+)").matcher(welcome);
		assertThat(line.find()).as(name).isTrue();
		return URI.create(line.group(1));
	}

	String output() throws IOException {
		return new String(this.process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	String errors() throws IOException {
		return Files.readString(this.errors);
	}

	int exitCode() throws InterruptedException {
		assertThat(this.process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
		return this.process.exitValue();
	}

	/** As {@code kill} and the end of a container do. */
	int terminate() throws InterruptedException {
		this.process.destroy();
		return exitCode();
	}

	@Override
	public void close() throws IOException {
		this.process.destroyForcibly();
		Files.delete(this.errors);
	}

}
