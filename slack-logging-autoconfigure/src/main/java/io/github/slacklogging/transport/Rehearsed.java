package io.github.slacklogging.transport;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;

/**
 * The JDK's client as a rehearsal uses it: whatever is sent ends at this process's own
 * loopback, past any proxy, and nothing is left when it is over. Thread-safe.
 */
final class Rehearsed implements AutoCloseable {

	// Source: jdk.internal.net.http.HttpClientImpl, toString and SelectorManager.
	private static final Pattern NUMBER = Pattern.compile("\\((\\d+)\\)$");

	/**
	 * Of the thread's group; one that is not among them ends with the next collection.
	 */
	private static final int MAX_THREADS = 1_024;

	private final Loopback loopback;

	Rehearsed() throws IOException {
		this.loopback = new Loopback();
	}

	/** A client that goes past any proxy. */
	HttpClient client(HttpClient.Builder configured, Executor threads) {
		HttpClient http = configured.proxy(HttpClient.Builder.NO_PROXY).build();
		threads.execute(this.loopback);
		return http;
	}

	/** Sends everything to this process. */
	ClientHttpConnector connector(HttpClient http) {
		ClientHttpConnector real = new JdkClientHttpConnector(http);
		return (method, uri, request) -> real.connect(method, this.loopback.uri(), request);
	}

	/**
	 * Before Java 21 a client cannot be closed. Its thread would look around every three
	 * seconds until the client is collected; it ends when it is interrupted.
	 */
	static void endThread(HttpClient http) {
		Matcher number = NUMBER.matcher(http.toString());
		ThreadGroup group = Thread.currentThread().getThreadGroup();
		if (group != null && number.find()) {
			String name = "HttpClient-" + number.group(1) + "-SelectorManager";
			Thread[] threads = new Thread[MAX_THREADS];
			int count = group.enumerate(threads);
			Arrays.stream(threads, 0, count).filter((each) -> each.getName().equals(name)).forEach(Thread::interrupt);
		}
	}

	@Override
	public void close() {
		this.loopback.close();
	}

}
