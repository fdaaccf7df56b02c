package io.github.slacklogging.it.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/**
 * The network between the application and the inbox: passes bytes on, and breaks as
 * networks do. Its port stays the same for life. All threads are daemons. Thread-safe.
 */
final class SlackGate implements AutoCloseable {

	private static final int CHUNK = 8_192;

	private final int target;

	private final int port;

	private final List<Link> links = new CopyOnWriteArrayList<>();

	private volatile Manner manner = Manner.PASS;

	private volatile @Nullable ServerSocket listening;

	/**
	 * An open gate on a free port.
	 * @param target port that everything goes to
	 */
	SlackGate(int target) {
		this.target = target;
		this.port = listen(0);
	}

	int port() {
		return this.port;
	}

	/** From now on nobody listens, and what is open is cut. */
	void shut() {
		close();
	}

	/** Listens again, on the same port. */
	void open() {
		listen(this.port);
	}

	/** What happens to connections made from now on. */
	void use(Manner manner) {
		this.manner = manner;
	}

	/**
	 * Connections that are open now lead nowhere any more, and nobody is told: so dies a
	 * connection whose state a firewall has forgotten.
	 */
	void forgetConnections() {
		this.links.forEach(Link::forget);
	}

	/** How many connections were made so far. */
	int connections() {
		return this.links.size();
	}

	@Override
	public void close() {
		ServerSocket socket = this.listening;
		this.listening = null;
		if (socket != null) {
			closeQuietly(socket);
		}
		this.links.forEach(Link::cut);
	}

	private int listen(int wanted) {
		try {
			ServerSocket socket = new ServerSocket();
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 50);
			this.listening = socket;
			daemon(() -> accept(socket));
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept(ServerSocket socket) {
		try {
			while (true) {
				Link link = new Link(socket.accept(), this.manner);
				this.links.add(link);
				daemon(() -> link.run(this.target));
			}
		}
		catch (IOException ex) {
			// shut
		}
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "slack-gate");
		thread.setDaemon(true);
		thread.start();
	}

	private static void closeQuietly(AutoCloseable closeable) {
		try {
			closeable.close();
		}
		catch (Exception ex) {
			// it is gone either way
		}
	}

	/** What happens to a connection. */
	enum Manner {

		/** Both sides hear each other. */
		PASS,

		/** It is reset as soon as a request comes. */
		RESET

	}

	/** One connection of the application. */
	private static final class Link {

		private final Socket caller;

		private final Manner manner;

		private volatile boolean forgotten;

		Link(Socket caller, Manner manner) {
			this.caller = caller;
			this.manner = manner;
		}

		void run(int target) {
			try (Socket slack = new Socket(InetAddress.getLoopbackAddress(), target)) {
				if (this.manner == Manner.RESET) {
					reset();
					return;
				}
				daemon(() -> pass(slack, this.caller));
				pass(this.caller, slack);
			}
			catch (IOException ex) {
				cut();
			}
		}

		void forget() {
			this.forgotten = true;
		}

		void cut() {
			closeQuietly(this.caller);
		}

		/** Closed with unsent data thrown away, TCP says reset and not goodbye. */
		private void reset() throws IOException {
			this.caller.getInputStream().read(new byte[CHUNK]);
			this.caller.setSoLinger(true, 0);
			this.caller.close();
		}

		private void pass(Socket from, Socket to) {
			byte[] chunk = new byte[CHUNK];
			try {
				InputStream in = from.getInputStream();
				OutputStream out = to.getOutputStream();
				for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
					if (!this.forgotten) {
						out.write(chunk, 0, length);
						out.flush();
					}
				}
			}
			catch (IOException ex) {
				// one side is gone, so the other one goes too
			}
			if (!this.forgotten) {
				closeQuietly(to);
			}
		}

	}

}
