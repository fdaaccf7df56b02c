package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import io.github.slacklogging.inbox.Reply.Manner;

/**
 * Brings answers out, in the manner a {@link Reply} asks for. Blocks the thread of the
 * request only; ends early when the inbox closes.
 */
final class Delivery {

	private final CountDownLatch closing = new CountDownLatch(1);

	void send(HttpExchange exchange, Answer answer, Reply reply) throws IOException {
		try (exchange) {
			if (reply.manner() == Manner.HANG) {
				this.closing.await();
			}
			else if (reply.manner() != Manner.CLOSE && !closesWithin(wholePause(reply))) {
				write(exchange, answer, reply);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	void close() {
		this.closing.countDown();
	}

	private void write(HttpExchange exchange, Answer answer, Reply reply) throws IOException, InterruptedException {
		start(exchange, answer);
		if (exchange.getRequestMethod().equals("HEAD")) {
			return;
		}
		OutputStream out = exchange.getResponseBody();
		byte[] body = answer.body();
		switch (reply.manner()) {
			case DRIP -> drip(out, body, reply.pause());
			case CUT -> {
				out.write(body, 0, body.length / 2);
				out.flush();
			}
			default -> out.write(body);
		}
	}

	private void drip(OutputStream out, byte[] body, Duration pause) throws IOException, InterruptedException {
		for (byte each : body) {
			if (closesWithin(pause)) {
				return;
			}
			out.write(each);
			out.flush();
		}
	}

	/** Announces the whole body, so that one which ends early is seen as cut. */
	private static void start(HttpExchange exchange, Answer answer) throws IOException {
		if (!answer.contentType().isEmpty()) {
			exchange.getResponseHeaders().set("Content-Type", answer.contentType());
		}
		answer.headers().forEach(exchange.getResponseHeaders()::set);
		boolean bodiless = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
		exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
	}

	private static Duration wholePause(Reply reply) {
		return (reply.manner() == Manner.WHOLE) ? reply.pause() : Duration.ZERO;
	}

	private boolean closesWithin(Duration pause) throws InterruptedException {
		return this.closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
	}

}
