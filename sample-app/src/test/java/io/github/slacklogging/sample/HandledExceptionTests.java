package io.github.slacklogging.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import io.github.slacklogging.inbox.InboxMessage;
import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose advice forgets the exception when it logs, with server, worker and
 * HTTP client as they are.
 */
class HandledExceptionTests {

	private static final Duration SOON = Duration.ofSeconds(40);

	/** Waits for no company. */
	private static final Marker CRITICAL = MarkerFactory.getMarker("CRITICAL");

	private static final Logger LOG = LoggerFactory.getLogger("com.acme.Requests");

	private final SlackInbox inbox = SlackInbox.start();

	private final ConfigurableApplicationContext context = new SpringApplicationBuilder(Forgetful.class).run(
			"--server.port=0", "--spring.config.name=none", "--spring.application.name=orders-api",
			"--slack.logging.grouping.in-app=io.github.slacklogging.sample",
			"--slack.logging.rate-limit.per-second=100", "--slack.logging.rate-limit.burst=100",
			"--slack.logging.webhook-url=" + this.inbox.webhookUrl());

	@AfterEach
	void stop() {
		this.context.close();
		this.inbox.close();
	}

	@Test
	void adviceThatForgetsTheExceptionIsToldWithItsTraceAndGroupedByIt() throws Exception {
		assertThat(get("/forgotten")).isEqualTo(409);
		assertThat(take().json()).contains("Request failed", "IllegalStateException", "Order 17", "Orders.forgotten");

		assertThat(get("/also-forgotten")).isEqualTo(409);
		assertThat(take().json()).contains("Request failed", "IllegalStateException", "Order 18",
				"Orders.alsoForgotten");
	}

	private InboxMessage take() throws InterruptedException {
		return this.inbox.takeMessage(SOON);
	}

	private int get(String path) throws IOException, InterruptedException {
		URI uri = URI
			.create("http://localhost:" + this.context.getEnvironment().getProperty("local.server.port") + path);
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
			.statusCode();
	}

	@EnableAutoConfiguration
	@Import({ Orders.class, Advice.class })
	static class Forgetful {

	}

	@RestController
	static class Orders {

		@GetMapping("/forgotten")
		String forgotten() {
			throw new IllegalStateException("Order 17");
		}

		@GetMapping("/also-forgotten")
		String alsoForgotten() {
			throw new IllegalStateException("Order 18");
		}

	}

	@RestControllerAdvice
	static class Advice {

		@ExceptionHandler
		@ResponseStatus(HttpStatus.CONFLICT)
		String conflict(IllegalStateException ex) {
			LOG.error(CRITICAL, "Request failed");
			return "conflict";
		}

	}

}
