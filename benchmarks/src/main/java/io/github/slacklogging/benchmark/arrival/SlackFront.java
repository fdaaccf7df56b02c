package io.github.slacklogging.benchmark.arrival;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * What stands before the inbox: counts, passes on, and makes the weather. A daemon thread
 * for each connection, so that one waits for no other. Its port stays the same for life.
 * Thread-safe.
 */
final class SlackFront implements AutoCloseable {

	/** Longer than any burst, so that nobody waits for a place in the queue. */
	private static final int BACKLOG = 4_096;

	private static final int ATTEMPTS = 3;

	private static final Duration SLOWNESS = Duration.ofMillis(150);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI target;

	private final Arrivals arrivals;

	private final List<Socket> links = new CopyOnWriteArrayList<>();

	private final int port;

	private volatile Weather weather = Weather.WELL;

	private volatile @Nullable ServerSocket listening;

	/**
	 * Open, and all is well.
	 * @param target what it stands before
	 * @param arrivals where it counts
	 */
	SlackFront(URI target, Arrivals arrivals) {
		this.target = target;
		this.arrivals = arrivals;
		this.port = listen(0);
	}

	int port() {
		return this.port;
	}

	/** From now on. A change between listening and not cuts what is open. */
	void use(Weather next) {
		this.weather = next;
		if (next == Weather.DOWN || next == Weather.GONE) {
			close();
		}
		else if (this.listening == null) {
			listen(this.port);
		}
	}

	@Override
	public void close() {
		ServerSocket socket = this.listening;
		this.listening = null;
		if (socket != null) {
			closeQuietly(socket);
		}
		this.links.forEach(SlackFront::closeQuietly);
		this.links.clear();
	}

	private int listen(int wanted) {
		try {
			ServerSocket socket = new ServerSocket();
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
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
				Socket link = socket.accept();
				this.links.add(link);
				daemon(() -> serve(link));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void serve(Socket link) {
		try {
			InputStream in = new BufferedInputStream(link.getInputStream());
			for (FrontRequest request = FrontRequest.read(in); request != null; request = FrontRequest.read(in)) {
				this.arrivals.requested();
				if (this.weather == Weather.SILENT) {
					return;
				}
				if (this.weather == Weather.RESETTING) {
					link.setSoLinger(true, 0);
					break;
				}
				if (this.weather == Weather.SLOW) {
					LockSupport.parkNanos(SLOWNESS.toNanos());
				}
				answer(link, request);
			}
		}
		catch (IOException ex) {
			// the other side is gone
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		closeQuietly(link);
		this.links.remove(link);
	}

	private void answer(Socket link, FrontRequest request) throws IOException, InterruptedException {
		HttpResponse<String> response = passOn(request.to(this.target));
		if (response.statusCode() == 200 && (response.body().equals("ok") || response.body().contains("\"ok\":true"))) {
			this.arrivals.accepted(request.text());
		}
		link.getOutputStream().write(wire(response));
		link.getOutputStream().flush();
	}

	/** A connection to the inbox that just ended is no product's loss. */
	private HttpResponse<String> passOn(HttpRequest request) throws IOException, InterruptedException {
		for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
			try {
				return this.client.send(request, BodyHandlers.ofString());
			}
			catch (IOException ex) {
				// once more, on another one
			}
		}
		return this.client.send(request, BodyHandlers.ofString());
	}

	private static byte[] wire(HttpResponse<String> response) {
		byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
		StringBuilder head = new StringBuilder("HTTP/1.1 " + response.statusCode() + " \r\n");
		head.append("Content-Length: ").append(body.length).append("\r\n");
		for (String name : List.of("Content-Type", "Retry-After")) {
			response.headers()
				.firstValue(name)
				.ifPresent((value) -> head.append(name).append(": ").append(value).append("\r\n"));
		}
		byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
		byte[] whole = new byte[start.length + body.length];
		System.arraycopy(start, 0, whole, 0, start.length);
		System.arraycopy(body, 0, whole, start.length, body.length);
		return whole;
	}

	private static void daemon(Runnable task) {
		Thread thread = new Thread(task, "slack-front");
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

}
