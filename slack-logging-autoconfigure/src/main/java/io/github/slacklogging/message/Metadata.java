package io.github.slacklogging.message;

import java.io.StringWriter;
import java.util.Locale;

import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What machines read beside a message about one kind. Flat, names in lower case with
 * underscores, as docs.slack.dev, "Designing metadata event schema", asks; far below any
 * limit, which Slack does not publish. Thread-safe.
 */
final class Metadata {

	private static final int MAX_VALUE = 80;

	private final JsonFactory json = JsonFactory.builder().build();

	/**
	 * Writes it.
	 * @param plan about one kind
	 * @param identity who speaks
	 * @return a JSON object
	 */
	String of(MessagePlan plan, ServiceIdentity identity) {
		MaskedGroup group = plan.groups().get(0);
		StringWriter out = new StringWriter();
		try (JsonGenerator generator = this.json.createGenerator(ObjectWriteContext.empty(), out)) {
			generator.writeStartObject();
			generator.writeStringProperty("event_type", "slack_logging");
			generator.writeName("event_payload");
			generator.writeStartObject();
			write(generator, "fingerprint", group.fingerprint());
			write(generator, "severity", group.severity().name());
			generator.writeNumberProperty("count", group.total());
			write(generator, "phase", group.incident().phase().name().toLowerCase(Locale.ROOT));
			write(generator, "service", identity.name());
			write(generator, "environment", identity.environment());
			write(generator, "log_id", Layouts.shown(plan).logId());
			ToldJob.of(group).ifPresent((job) -> {
				write(generator, "job", job.name());
				write(generator, "outcome", job.outcome().name().toLowerCase(Locale.ROOT));
			});
			generator.writeEndObject();
			generator.writeEndObject();
		}
		return out.toString();
	}

	private static void write(JsonGenerator generator, String name, String value) {
		String line = LogText.line(value, MAX_VALUE);
		generator.writeStringProperty(name,
				line.substring(0, Graphemes.boundaryUpTo(line, Math.min(MAX_VALUE, line.length()))));
	}

}
