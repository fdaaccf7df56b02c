package io.github.slacklogging.it.node;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.unit.TimeValue;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/**
 * Starts a single OpenSearch node without the security plugin, which listens on the
 * loopback interface only, and says {@code READY <port>} on its standard output when it
 * can be asked. It says nothing else there; errors go to standard error.
 * <p>
 * It ends in order when its standard input ends, when the process that started it is
 * gone, or on a signal. Its data stay: the next one with the same folder has them.
 */
public final class OpenSearchNode {

	/** For those whose standard input is nobody's promise. */
	private static final String WITHOUT_INPUT = "--without-input";

	/** Of the indices that were there at the last end; longer, and it is ready anyway. */
	private static final TimeValue RECOVERY = TimeValue.timeValueSeconds(30);

	private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(250);

	private OpenSearchNode() {
	}

	/**
	 * Runs until one of its ends.
	 * @param args port or 0 for a free one, folder of the data, then settings of the node
	 * as {@code key=value}; {@code --without-input} among them lets it outlive its
	 * standard input
	 */
	public static void main(String[] args) {
		List<String> arguments = List.of(args);
		// before the start: nobody is left to end a node whose parent died meanwhile
		daemon("end-with-parent", OpenSearchNode::awaitEndOfParent);
		if (!arguments.contains(WITHOUT_INPUT)) {
			daemon("end-with-input", OpenSearchNode::awaitEndOfInput);
		}
		Thread.setDefaultUncaughtExceptionHandler(OpenSearchNode::die);
		try {
			System.out.println("READY " + start(environment(arguments)));
			// all threads of a node are daemons
			new CountDownLatch(1).await();
		}
		catch (Exception ex) {
			ex.printStackTrace();
			// the threads of half a node would keep the JVM
			System.exit(1);
		}
	}

	/** Returns its port. */
	private static int start(Environment environment) throws Exception {
		// Lucene tells here which features of newer JVMs it does without
		Logger.getLogger("").setLevel(Level.SEVERE);
		Node node = new OpenSearchRunnerNode(environment, List.of(Netty4Plugin.class));
		Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "close-node"));
		node.start();
		node.client().admin().cluster().prepareHealth().setWaitForYellowStatus().setTimeout(RECOVERY).get();
		return node.injector().getInstance(HttpServerTransport.class).boundAddress().publishAddress().getPort();
	}

	private static Environment environment(List<String> arguments) {
		Settings.Builder settings = Settings.builder()
			.put("cluster.name", "slack-logging")
			.put("discovery.type", "single-node")
			.put("network.host", "127.0.0.1")
			.put("http.port", arguments.get(0))
			.put("transport.port", "0")
			.put("transport.type", Netty4Plugin.NETTY_TRANSPORT_NAME)
			.put("http.type", Netty4Plugin.NETTY_HTTP_TRANSPORT_NAME)
			.put("cluster.routing.allocation.disk.threshold_enabled", false)
			.put("path.home", Path.of(arguments.get(1)).toAbsolutePath().toString());
		arguments.stream()
			.skip(2)
			.filter((argument) -> !argument.equals(WITHOUT_INPUT))
			.map((argument) -> argument.split("=", 2))
			.forEach((setting) -> put(settings, setting));
		return InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), null, () -> "node");
	}

	private static void put(Settings.Builder settings, String[] setting) {
		if (setting.length != 2) {
			throw new IllegalArgumentException("Not key=value: " + Arrays.toString(setting));
		}
		settings.put(setting[0], setting[1]);
	}

	/**
	 * As a node does that was started by its own script, whose handler cannot be reached:
	 * {@code org.opensearch.bootstrap.OpenSearchUncaughtExceptionHandler} halts on any
	 * error. Without it, who asked would wait for ever.
	 */
	private static void die(Thread thread, Throwable cause) {
		System.err.println("Uncaught in " + thread.getName() + ": " + cause);
		if (cause instanceof Error) {
			Runtime.getRuntime().halt((cause instanceof OutOfMemoryError) ? 127 : 126);
		}
	}

	/**
	 * Asks for the parent anew: one that is dead may stay known until somebody buries it.
	 */
	private static void awaitEndOfParent() {
		Optional<ProcessHandle> parent = ProcessHandle.current().parent();
		while (ProcessHandle.current().parent().equals(parent)) {
			LockSupport.parkNanos(GLANCE);
		}
		System.exit(0);
	}

	private static void awaitEndOfInput() {
		try {
			System.in.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			// no more input either
		}
		System.exit(0);
	}

	private static void daemon(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
	}

	private static void close(Node node) {
		try {
			node.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
