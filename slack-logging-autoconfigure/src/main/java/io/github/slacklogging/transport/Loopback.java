package io.github.slacklogging.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers requests of this process with {@code ok}, on a port of the loopback interface
 * that is open for the moment of a rehearsal. What is sent to it is thrown away. Runs on
 * one thread until it is closed.
 */
final class Loopback implements Runnable, AutoCloseable {

	private static final int MAX_MILLIS = 2_000;

	/** More than our own requests have: whoever sends more is somebody else. */
	private static final int MAX_HEAD = 16 * 1024;

	private static final String END_OF_HEAD = "\r\n\r\n";

	private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d{1,6})\r\n");

	private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n"
			+ "Connection: close\r\n\r\nok")
		.getBytes(StandardCharsets.US_ASCII);

	private final ServerSocket server;

	Loopback() throws IOException {
		this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
	}

	/** Where it listens. */
	URI uri() {
		String host = this.server.getInetAddress().getHostAddress();
		return URI.create(
				"http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + this.server.getLocalPort() + "/");
	}

	@Override
	public void run() {
		try {
			while (!this.server.isClosed()) {
				answer();
			}
		}
		catch (IOException ex) {
			// it was closed, or somebody else called: what comes now is not answered
		}
	}

	private void answer() throws IOException {
		try (Socket caller = this.server.accept()) {
			caller.setSoTimeout(MAX_MILLIS);
			read(new BufferedInputStream(caller.getInputStream()));
			caller.getOutputStream().write(ANSWER);
		}
	}

	private static void read(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf(END_OF_HEAD) < 0) {
			int next = in.read();
			if (next < 0 || head.length() == MAX_HEAD) {
				return;
			}
			head.append((char) next);
		}
		Matcher length = LENGTH.matcher(head);
		if (length.find()) {
			in.readNBytes(Integer.parseInt(length.group(1)));
		}
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			// it is gone all the same
		}
	}

}
