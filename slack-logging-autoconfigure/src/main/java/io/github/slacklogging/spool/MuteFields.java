package io.github.slacklogging.spool;

import java.time.Instant;

import io.github.slacklogging.GroupSpool.KeptMute;
import io.github.slacklogging.Mute;
import io.github.slacklogging.Mute.End;
import io.github.slacklogging.Mute.Subject;
import tools.jackson.core.JsonGenerator;

/** Writes and reads a mute as JSON. Stateless. */
final class MuteFields {

	/**
	 * All mutes, which belong to no destination; of two for one subject the later one.
	 * Where such a file was never written, a version before kept the mutes with their
	 * incidents.
	 */
	static final KeptFile.Format<KeptMute> FORMAT = new KeptFile.Format<>("mutes.json", "mutes", "a mute",
			MuteFields::kept, MuteFields::write, (kept) -> kept.mute().subject(), MuteFields::later);

	private MuteFields() {
	}

	private static void write(JsonGenerator json, KeptMute kept) {
		write(json, kept.mute());
		json.writeNumberProperty("counted", kept.counted());
	}

	private static KeptMute kept(JsonFields json) {
		return new KeptMute(read(json), json.has("counted") ? json.number("counted") : 0);
	}

	private static KeptMute later(KeptMute ours, KeptMute theirs) {
		return theirs.mute().since().isAfter(ours.mute().since()) ? theirs : ours;
	}

	/** Writes the fields of a mute into an object that is begun. */
	static void write(JsonGenerator json, Mute mute) {
		if (mute.subject() instanceof Subject.Kind kind) {
			json.writeStringProperty("kind", kind.fingerprint());
		}
		else if (mute.subject() instanceof Subject.Logger logger) {
			json.writeStringProperty("logger", logger.name());
		}
		json.writeStringProperty("since", mute.since().toString());
		if (mute.end() instanceof End.At at) {
			json.writeStringProperty("until", at.instant().toString());
		}
		else if (mute.end() instanceof End.AtTotal limit) {
			json.writeNumberProperty("untilTotal", limit.total());
		}
		else if (mute.end() instanceof End.AfterVersion then) {
			json.writeStringProperty("whileVersion", then.version());
		}
	}

	/**
	 * Reads a mute.
	 * @throws RuntimeException of any kind if it is none that we wrote
	 */
	static Mute read(JsonFields json) {
		Subject subject = json.has("kind") ? new Subject.Kind(json.text("kind"))
				: new Subject.Logger(json.text("logger"));
		return new Mute(subject, end(json), Instant.parse(json.text("since")));
	}

	private static End end(JsonFields json) {
		if (json.has("until")) {
			return new End.At(Instant.parse(json.text("until")));
		}
		return json.has("untilTotal") ? new End.AtTotal(json.number("untilTotal"))
				: new End.AfterVersion(json.text("whileVersion"));
	}

}
