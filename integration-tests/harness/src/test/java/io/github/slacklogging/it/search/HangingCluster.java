package io.github.slacklogging.it.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Accepts connections and never says a word. Its thread is a daemon. Thread-safe.
 */
final class HangingCluster implements AutoCloseable {

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final ServerSocket server;

	HangingCluster() {
		try {
			this.server = new ServerSocket();
			this.server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread thread = new Thread(this::accept, "hanging-cluster");
		thread.setDaemon(true);
		thread.start();
	}

	/** Where it listens, without a slash at the end. */
	URI uri() {
		return URI.create("http://127.0.0.1:" + this.server.getLocalPort());
	}

	/** How many connections were made so far. */
	int connections() {
		return this.connections.size();
	}

	private void accept() {
		try {
			while (true) {
				this.connections.add(this.server.accept());
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
			for (Socket connection : this.connections) {
				connection.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
