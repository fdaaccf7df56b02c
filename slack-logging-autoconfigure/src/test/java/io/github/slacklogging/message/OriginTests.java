package io.github.slacklogging.message;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OriginTests {

	@Test
	void requestIsMethodAndPathWithoutQuery() {
		assertThat(Origin.of(Map.of("req.method", "GET", "req.requestURI", "/orders?token=x")))
			.isEqualTo("GET /orders");
		assertThat(Origin.of(Map.of("http.route", "/orders/{id}"))).isEqualTo("/orders/{id}");
		assertThat(Origin.of(Map.of("request", "POST /orders"))).isEqualTo("POST /orders");
	}

	@Test
	void jobIsToldWhereThereIsNoRequest() {
		assertThat(Origin.of(Map.of("jobName", "cleanup"))).isEqualTo("job cleanup");
	}

	@Test
	void nothingIsToldWhenNothingIsKnown() {
		assertThat(Origin.of(Map.of("user", "x", "req.method", "GET", "job", " "))).isEmpty();
	}

}
