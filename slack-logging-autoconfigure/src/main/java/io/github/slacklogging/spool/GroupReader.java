package io.github.slacklogging.spool;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.JobReport;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import io.github.slacklogging.Severity;
import io.github.slacklogging.SpooledGroup;
import org.jspecify.annotations.Nullable;

/** Reads a group or an incident from JSON. Stateless. */
final class GroupReader {

	private GroupReader() {
	}

	/**
	 * Reads a group.
	 * @return empty where it is none that we wrote
	 */
	static Optional<SpooledGroup> read(byte[] bytes, int offset, int length) {
		try {
			return Optional.of(group(JsonFields.read(bytes, offset, length)));
		}
		catch (RuntimeException ex) {
			// Whatever is wrong with it, for example a severity of a later version.
			return Optional.empty();
		}
	}

	private static SpooledGroup group(JsonFields json) {
		Map<Severity, Long> counts = new EnumMap<>(Severity.class);
		JsonFields counted = json.object("counts");
		counted.names().forEach((name) -> counts.put(Severity.valueOf(name), counted.number(name)));
		List<StackTraceElement> frames = json.objects("frames").stream().map(GroupReader::frame).toList();
		MaskedEvent first = event(json.object("first"), frames);
		return new SpooledGroup(new Fingerprint(json.text("fingerprint"), json.texts("components")), json.flag("other"),
				Severity.valueOf(json.text("severity")), counts, json.number("total"), json.flag("spoken"),
				Instant.parse(json.text("firstSeen")), Instant.parse(json.text("lastSeen")), first,
				json.has("latest") ? event(json.object("latest"), frames) : first, json.flag("mayBeRepeat"),
				json.has("incident") ? IncidentFields.read(json.object("incident"), json.text("fingerprint")) : null);
	}

	private static MaskedEvent event(JsonFields json, List<StackTraceElement> frames) {
		String template = json.text("template");
		return new MaskedEvent(json.text("logId"), Instant.parse(json.text("timestamp")),
				Severity.valueOf(json.text("severity")), json.text("logger"), json.text("thread"), template,
				json.has("message") ? json.text("message") : template, json.object("mdc").textMap(),
				json.object("keyValues").textMap(),
				json.has("throwable") ? throwable(json.object("throwable"), frames) : null,
				json.has("caller") ? frame(json.object("caller")) : null, Math.toIntExact(json.number("maskedValues")),
				job(json));
	}

	/** What is no object where one was written is damaged as the rest of it may be. */
	private static @Nullable JobReport job(JsonFields json) {
		return json.isObject("job") ? JobFields.report(json.object("job")) : null;
	}

	private static MaskedThrowable throwable(JsonFields json, List<StackTraceElement> table) {
		List<StackTraceElement> frames = json.numbers("frames")
			.stream()
			.map((place) -> table.get(Math.toIntExact(place)))
			.toList();
		return new MaskedThrowable(json.text("type"), json.textOrNull("message"), frames,
				Math.toIntExact(json.number("framesInCommon")),
				json.has("cause") ? throwable(json.object("cause"), table) : null,
				json.objects("suppressed").stream().map((one) -> throwable(one, table)).toList());
	}

	private static StackTraceElement frame(JsonFields json) {
		return new StackTraceElement(json.textOrNull("loader"), json.textOrNull("module"), json.textOrNull("version"),
				json.text("class"), json.text("method"), json.textOrNull("file"), Math.toIntExact(json.number("line")));
	}

}
