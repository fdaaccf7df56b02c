package io.github.slacklogging.it.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;

/**
 * What the application can say of its own logging, by names that any operator may use: a
 * health component and two meters. Loaded only where the application has the actuator.
 */
final class Account {

	private static final String HEALTH = "slackLoggingHealthIndicator";

	private static final String REQUESTS = "slack.logging.requests";

	private static final String SHIPMENTS = "slack.logging.opensearch.requests";

	private final HealthIndicator indicator;

	private final MeterRegistry registry;

	Account(ApplicationContext context) {
		this.indicator = context.getBean(HEALTH, HealthIndicator.class);
		this.registry = context.getBean(MeterRegistry.class);
	}

	String json() {
		Health health = this.indicator.health();
		Map<String, Object> account = new LinkedHashMap<>();
		account.put("status", (health != null) ? health.getStatus().getCode() : null);
		account.put("details", (health != null) ? health.getDetails() : Map.of());
		account.put("requests", this.registry.find(REQUESTS).timers().stream().mapToLong(Timer::count).sum());
		account.put("shipments", shipments());
		return JsonText.of(account);
	}

	/** Requests to OpenSearch by what was answered. */
	private Map<String, Long> shipments() {
		Map<String, Long> shipments = new TreeMap<>();
		this.registry.find(SHIPMENTS)
			.timers()
			.forEach((timer) -> shipments.merge(String.valueOf(timer.getId().getTag("status")), timer.count(),
					Long::sum));
		return shipments;
	}

}
