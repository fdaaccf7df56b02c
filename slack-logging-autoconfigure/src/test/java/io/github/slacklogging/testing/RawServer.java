package io.github.slacklogging.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that says what it likes, reads as much as it likes and breaks the connection
 * when it likes.
 */
public final class RawServer implements AutoCloseable {

	private final ServerSocket listening;

	private final Conversation conversation;

	private final AtomicInteger connections = new AtomicInteger();

	private final List<Socket> open = new CopyOnWriteArrayList<>();

	private RawServer(Conversation conversation) throws IOException {
		this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.conversation = conversation;
	}

	public static RawServer start(Conversation conversation) {
		try {
			RawServer server = new RawServer(conversation);
			daemon(server::accept);
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public URI uri(String scheme) {
		return URI.create(scheme + "://localhost:" + this.listening.getLocalPort());
	}

	public int connections() {
		return this.connections.get();
	}

	@Override
	public void close() {
		try {
			this.listening.close();
			for (Socket socket : this.open) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.listening.accept();
				this.connections.incrementAndGet();
				this.open.add(socket);
				daemon(() -> talk(socket));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private void talk(Socket socket) {
		try {
			this.conversation.with(socket, new BufferedInputStream(socket.getInputStream()));
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	/** Ends the connection so that the other side is told of a reset. */
	public static void reset(Socket socket) throws IOException {
		socket.setSoLinger(true, 0);
		socket.close();
	}

	public static void answer(Socket socket, String answer) throws IOException {
		socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
		socket.getOutputStream().flush();
	}

	/** Reads up to the empty line, and gives the length of the body that follows. */
	public static int readHead(InputStream in) throws IOException {
		int length = 0;
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
				length = Integer.parseInt(line.substring("content-length:".length()).trim());
			}
		}
		return length;
	}

	/** Reads a request with its body. */
	public static void readAll(InputStream in) throws IOException {
		in.readNBytes(readHead(in));
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int character = in.read(); character != '\n' && character != -1; character = in.read()) {
			line.append((char) character);
		}
		return line.toString().trim();
	}

	/** What is done with a connection, which stays open at its end. */
	@FunctionalInterface
	public interface Conversation {

		void with(Socket socket, InputStream in) throws IOException;

	}

}
