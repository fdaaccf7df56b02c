package io.github.slacklogging.actuate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.slacklogging.DeliveryKind;
import io.github.slacklogging.SpoolStatus;
import io.github.slacklogging.pipeline.BrokenThreshold;
import io.github.slacklogging.pipeline.DestinationStatus;
import io.github.slacklogging.pipeline.HealthThreshold;
import io.github.slacklogging.pipeline.PipelineStatus;
import org.jspecify.annotations.Nullable;

/**
 * The status as details of a health: maps, numbers and text only, so that any JSON
 * library writes it. What is not known is absent.
 *
 * @param status to show
 */
record HealthDetails(PipelineStatus status) {

	/**
	 * Health pages are often public: nothing that looks like an address, a token or a
	 * password passes, whoever let it into a failure's text. The word after a scheme of
	 * authorization counts from the length on that a short user and password have.
	 */
	private static final Pattern SECRET = Pattern.compile("(?i)(?:https?://|xox[a-z]+[-.]|xapp-)\\S*"
			+ "|\\b(?:basic|bearer|apikey) +[\\w+/=.~-]{16,}|[^\\s/:@]{1,128}:[^\\s/@]{1,128}@\\S*");

	Map<String, Object> asMap() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("state", lower(this.status.state()));
		Map<String, Object> destinations = new LinkedHashMap<>();
		this.status.destinations().forEach((each) -> destinations.put(each.name(), destination(each)));
		details.put("destinations", destinations);
		details.put("events", events());
		SpoolStatus spool = this.status.spool();
		if (spool != null) {
			details.put("spool", spool(spool));
		}
		details.put("buffer", Map.of("size", this.status.bufferSize(), "capacity", this.status.bufferCapacity(),
				"bytes", this.status.bufferBytes()));
		return details;
	}

	private Map<String, Object> events() {
		Map<String, Object> delivered = new LinkedHashMap<>();
		for (DeliveryKind how : DeliveryKind.values()) {
			delivered.put(how.tag(), this.status.delivered().getOrDefault(how, 0L));
		}
		Map<String, Object> dropped = new LinkedHashMap<>();
		this.status.dropped().forEach((reason, count) -> dropped.put(reason.tag(), count));
		Map<String, Object> events = new LinkedHashMap<>();
		events.put("accepted", this.status.accepted());
		events.put("recovered", this.status.recovered());
		events.put("filtered", this.status.filtered());
		events.put("delivered", delivered);
		events.put("dropped", dropped);
		events.put("waiting", this.status.waiting());
		events.put("spooled", this.status.spooled());
		return events;
	}

	private static Map<String, Object> spool(SpoolStatus spool) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("place", spool.place());
		details.put("survives", spool.temporary() ? "a crash of the process" : "a crash and a restart");
		putKnown(details, "problem", spool.problem());
		details.put("bytes", spool.bytes());
		details.put("rejectedMessages", spool.rejected());
		details.put("quarantinedFiles", spool.quarantined());
		if (!spool.unconfigured().isEmpty()) {
			details.put("unconfiguredDestinations", spool.unconfigured());
		}
		return details;
	}

	private static Map<String, Object> destination(DestinationStatus destination) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("circuit", lower(destination.circuit()));
		putKnown(details, "stoppedBy", destination.stoppedBy());
		details.put("consecutiveFailures", destination.consecutiveFailures());
		putKnown(details, "lastSuccess", destination.lastSuccess());
		putKnown(details, "lastFailure", destination.lastFailure());
		putKnown(details, "lastFailureReason", destination.lastFailureReason());
		details.put("successRate", destination.successRate());
		details.put("attempts", destination.attempts());
		if (destination.p95Latency() != null) {
			details.put("p95LatencyMillis", destination.p95Latency().toMillis());
		}
		details.put("waiting", destination.waiting());
		details.put("overdue", destination.overdue());
		details.put("spooled", destination.spooled());
		putKnown(details, "standIn", destination.standIn());
		if (!destination.limitations().isEmpty()) {
			details.put("limitations", destination.limitations().stream().map(HealthDetails::withoutSecrets).toList());
		}
		if (!destination.broken().isEmpty()) {
			details.put("broken", destination.broken().stream().map(HealthDetails::broken).toList());
		}
		return details;
	}

	private static Map<String, Object> broken(BrokenThreshold broken) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("threshold", lower(broken.threshold()));
		details.put("measured", broken.measured());
		details.put("limit", broken.limit());
		details.put("since", broken.since().toString());
		details.put("property", property(broken.threshold()));
		details.put("advice", broken.threshold().advice());
		return details;
	}

	/** The whole name. */
	static String property(HealthThreshold threshold) {
		return "slack.logging." + threshold.property();
	}

	static void putKnown(Map<String, Object> details, String name, @Nullable Object value) {
		if (value != null) {
			details.put(name, withoutSecrets(value.toString()));
		}
	}

	static String withoutSecrets(String text) {
		return SECRET.matcher(text).replaceAll("***");
	}

	/** The name as people write it, {@code half-open}. */
	static String lower(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
