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
import java.util.function.BiFunction;

/**
 * An HTTP server for faults below HTTP: it says which connection a request came on, and
 * answers raw text or nothing.
 */
public final class SocketServer implements AutoCloseable {

	/** Leaves the connection open and silent for good. */
	public static final String SILENCE = "";

	private final ServerSocket listening;

	private final BiFunction<Integer, String, String> conversation;

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private SocketServer(BiFunction<Integer, String, String> conversation) throws IOException {
		this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.conversation = conversation;
	}

	/**
	 * Starts a server on a free port.
	 * @param conversation from number of the connection, from 1, and request line to the
	 * whole answer
	 */
	public static SocketServer start(BiFunction<Integer, String, String> conversation) {
		try {
			SocketServer server = new SocketServer(conversation);
			daemon(server::accept);
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A whole answer on a connection that stays open. */
	public static String answer(String status, String body) {
		return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
	}

	public int port() {
		return this.listening.getLocalPort();
	}

	public URI url() {
		return URI.create("http://localhost:" + port() + "/services/T000/B000/secret_test");
	}

	/** Connection and request line of every request, in order. */
	public List<String> requests() {
		return this.requests;
	}

	/** Closes what is open, as a load balancer does with idle connections. */
	public void closeConnections() {
		for (Socket connection : this.connections) {
			try {
				connection.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	@Override
	public void close() {
		try {
			this.listening.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		closeConnections();
	}

	private void accept() {
		try {
			while (true) {
				Socket connection = this.listening.accept();
				this.connections.add(connection);
				int number = this.connections.size();
				daemon(() -> talk(number, connection));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private void talk(int number, Socket connection) {
		try (connection) {
			InputStream in = new BufferedInputStream(connection.getInputStream());
			for (String request = read(in); !request.isEmpty(); request = read(in)) {
				this.requests.add(number + " " + request);
				String answer = this.conversation.apply(number, request);
				connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
			}
		}
		catch (IOException ex) {
			// Closed.
		}
	}

	private static String read(InputStream in) throws IOException {
		String requestLine = line(in);
		int length = 0;
		for (String header = line(in); !header.isEmpty(); header = line(in)) {
			if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
				length = Integer.parseInt(header.substring("content-length:".length()).trim());
			}
		}
		in.readNBytes(length);
		return requestLine;
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int character = in.read(); character != '\n' && character != -1; character = in.read()) {
			line.append((char) character);
		}
		return line.toString().trim();
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "socket-server");
		thread.setDaemon(true);
		thread.start();
	}

}
