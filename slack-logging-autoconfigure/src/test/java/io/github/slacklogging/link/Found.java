package io.github.slacklogging.link;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.slacklogging.Incident;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.Severity;

/** What is to be found again, changed one part at a time. */
final class Found {

	static final Instant NOON = Instant.parse("2026-08-14T12:00:00.250Z");

	private final Map<String, String> mdc = new LinkedHashMap<>();

	private final Map<String, String> keyValues = new LinkedHashMap<>();

	private final String template;

	private String message;

	private String logger = "com.acme.orders.OrderService";

	private Found(String template) {
		this.template = template;
		this.message = template;
	}

	static Found logged(String template) {
		return new Found(template);
	}

	Found as(String message) {
		this.message = message;
		return this;
	}

	Found by(String logger) {
		this.logger = logger;
		return this;
	}

	Found mdc(String key, String value) {
		this.mdc.put(key, value);
		return this;
	}

	Found field(String key, String value) {
		this.keyValues.put(key, value);
		return this;
	}

	MaskedEvent event() {
		return new MaskedEvent("7k3q9m2x4h8vt-1c", NOON, Severity.ERROR, this.logger, "main", this.template,
				this.message, this.mdc, this.keyValues, null, null, 0);
	}

	MaskedGroup group() {
		return group(this, this);
	}

	/** A kind with two events, ten minutes apart. */
	static MaskedGroup group(Found first, Found latest) {
		return new MaskedGroup("k7f3q2a", Severity.ERROR, 2, 2, false, NOON.minusSeconds(600), NOON, first.event(),
				latest.event(), Incident.UNKNOWN);
	}

}
