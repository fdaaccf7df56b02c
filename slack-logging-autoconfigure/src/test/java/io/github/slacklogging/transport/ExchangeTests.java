package io.github.slacklogging.transport;

import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import org.springframework.http.client.reactive.ClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeTests {

	private final List<CoreSubscriber<? super ClientHttpResponse>> late = new ArrayList<>();

	@Test
	void errorThatComesAfterTheEndIsLoggedNowhere() {
		Exchange exchange = new Exchange(new HttpCall("POST", URI.create("http://localhost:1/x"), null,
				HttpCall.Content.of("text/plain", new byte[1])), 1000);
		Deadlines deadlines = new Deadlines("slack-logging-test-deadline");
		exchange.start((method, uri, request) -> new Unstoppable(), deadlines, Duration.ofMinutes(1));
		exchange.cancel();
		Logger reactor = (Logger) LoggerFactory.getLogger(Operators.class);
		ListAppender<ILoggingEvent> logged = new ListAppender<>();
		logged.start();
		reactor.addAppender(logged);
		try {
			this.late.get(0).onError(new ConnectException("too late"));
		}
		finally {
			reactor.detachAppender(logged);
			deadlines.close();
		}
		assertThat(logged.list).isEmpty();
	}

	/** An error that was on its way already when nobody wanted it any more. */
	private final class Unstoppable extends Mono<ClientHttpResponse> {

		@Override
		public void subscribe(CoreSubscriber<? super ClientHttpResponse> actual) {
			ExchangeTests.this.late.add(actual);
			actual.onSubscribe(Operators.emptySubscription());
		}

	}

}
