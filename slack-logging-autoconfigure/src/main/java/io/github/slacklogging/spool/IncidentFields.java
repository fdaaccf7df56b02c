package io.github.slacklogging.spool;

import java.time.Instant;
import java.util.stream.Stream;

import io.github.slacklogging.Incident.Phase;
import io.github.slacklogging.IncidentState;
import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.MessageRef;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Mute.End;
import io.github.slacklogging.Mute.Subject;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes and reads what an incident needs to go on, as JSON. Stateless. */
final class IncidentFields {

	private IncidentFields() {
	}

	static void write(JsonGenerator json, IncidentState incident) {
		json.writeStartObject();
		json.writeStringProperty("phase", incident.phase().name());
		GroupWriter.text(json, "version", incident.version());
		if (incident.message() != null) {
			json.writeObjectPropertyStart("message");
			GroupWriter.text(json, "channel", incident.message().channel());
			GroupWriter.text(json, "ts", incident.message().ts());
			json.writeEndObject();
		}
		instant(json, "lastSpoke", incident.lastSpoke());
		json.writeStringProperty("toldAs", incident.toldAs().name());
		json.writeNumberProperty("toldTotal", incident.toldTotal());
		json.writeNumberProperty("milestone", incident.milestone());
		json.writeNumberProperty("reminders", incident.reminders());
		json.writeNumberProperty("peakPerMinute", incident.peakPerMinute());
		json.writeNumberProperty("withoutStack", incident.withoutStack());
		if (incident.mute() != null) {
			json.writeObjectPropertyStart("mute");
			MuteFields.write(json, incident.mute());
			json.writeEndObject();
		}
		json.writeBooleanProperty("over", incident.over());
		if (incident.toldOutcome() != null) {
			json.writeStringProperty("toldOutcome", incident.toldOutcome().name());
		}
		json.writeEndObject();
	}

	private static void instant(JsonGenerator json, String name, @Nullable Instant instant) {
		if (instant != null) {
			json.writeStringProperty(name, instant.toString());
		}
	}

	/**
	 * Reads a state.
	 * @param fingerprint id of the kind
	 * @throws RuntimeException of any kind if it is none that we wrote
	 */
	static IncidentState read(JsonFields json, String fingerprint) {
		return new IncidentState(Phase.valueOf(json.text("phase")), json.text("version"),
				json.has("message") ? message(json.object("message")) : null, instant(json, "lastSpoke"),
				Severity.valueOf(json.text("toldAs")), json.number("toldTotal"), json.number("milestone"),
				Math.toIntExact(json.number("reminders")), json.number("peakPerMinute"), json.number("withoutStack"),
				mute(json, fingerprint), json.flag("over"), outcome(json));
	}

	/** One of a later version is not known, as of one that knew none. */
	private static @Nullable JobOutcome outcome(JsonFields json) {
		String name = json.isText("toldOutcome") ? json.text("toldOutcome") : "";
		return Stream.of(JobOutcome.values()).filter((outcome) -> outcome.name().equals(name)).findFirst().orElse(null);
	}

	/** Versions that muted by fingerprint and for a time only wrote when that ends. */
	private static @Nullable Mute mute(JsonFields json, String fingerprint) {
		if (json.has("mute")) {
			return MuteFields.read(json.object("mute"));
		}
		Instant until = instant(json, "mutedUntil");
		Instant spoke = instant(json, "lastSpoke");
		return (until == null) ? null
				: new Mute(new Subject.Kind(fingerprint), new End.At(until), (spoke != null) ? spoke : Instant.EPOCH);
	}

	private static MessageRef message(JsonFields json) {
		return new MessageRef(json.text("channel"), json.text("ts"));
	}

	private static @Nullable Instant instant(JsonFields json, String name) {
		return json.has(name) ? Instant.parse(json.text(name)) : null;
	}

}
