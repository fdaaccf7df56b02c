package io.github.slacklogging.benchmark.shipping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real OpenSearch node in a JVM of its own, the one of the integration tests. It ends
 * with this JVM at the latest.
 */
final class NodeProcess implements AutoCloseable {

	static final List<String> OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC");

	private static final String READY = "READY ";

	private final Process process;

	private final String uri;

	private NodeProcess(Process process, String uri) {
		this.process = process;
		this.uri = uri;
	}

	/**
	 * Starts it and waits until it can be asked.
	 * @param root of the project, where the module is built
	 * @param folder of its data
	 */
	static NodeProcess start(Path root, Path folder) throws IOException {
		Path module = root.resolve("integration-tests/opensearch-node/target");
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(OPTIONS);
		command.addAll(List.of("-cp", module.resolve("classes") + ":" + module.resolve("lib") + "/*",
				"io.github.slacklogging.it.node.OpenSearchNode", "0", folder.toString()));
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		String line = process.inputReader().readLine();
		if (line == null || !line.startsWith(READY)) {
			process.destroyForcibly();
			throw new IOException("The node did not start: " + line);
		}
		return new NodeProcess(process, "http://127.0.0.1:" + line.substring(READY.length()));
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	String uri() {
		return this.uri;
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
