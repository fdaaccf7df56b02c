package io.github.slacklogging.inbox;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One connection to the inbox's webhook that asks again without a pause, and expects each
 * message to be taken. A tenth of what a client of comfort takes.
 */
final class Flood implements AutoCloseable {

	private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private final String head;

	private final Socket socket;

	private final OutputStream out;

	private final DataInputStream in;

	Flood(SlackInbox inbox) throws IOException {
		this.head = "POST " + inbox.webhookUrl().getPath()
				+ " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ";
		this.socket = new Socket(InetAddress.getLoopbackAddress(), inbox.port());
		this.socket.setTcpNoDelay(true);
		this.socket.setSoTimeout(20_000);
		this.out = new BufferedOutputStream(this.socket.getOutputStream());
		this.in = new DataInputStream(new BufferedInputStream(this.socket.getInputStream()));
	}

	/** Sends {@code message <from>} to {@code message <to>}, one after the other. */
	void post(int from, int to) throws IOException {
		for (int i = from; i <= to; i++) {
			String body = "{\"text\":\"message " + i + "\"}";
			this.out.write((this.head + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
			this.out.flush();
			expectOk(i);
		}
	}

	/** Slack's answer to a webhook is its head and two letters. */
	private void expectOk(int number) throws IOException {
		StringBuilder answer = new StringBuilder();
		for (int seen = 0; seen < END.length;) {
			byte next = this.in.readByte();
			answer.append((char) next);
			seen = (next == END[seen]) ? seen + 1 : ((next == END[0]) ? 1 : 0);
		}
		byte[] body = new byte[2];
		this.in.readFully(body);
		if (!answer.toString().startsWith("HTTP/1.1 200 ") || body[0] != 'o' || body[1] != 'k') {
			throw new IOException("message " + number + " was answered " + answer);
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
