package io.github.slacklogging.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.slacklogging.BoundedText;
import io.github.slacklogging.KindExplanation;
import io.github.slacklogging.KindExplanation.Component;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.OpenIncident;
import io.github.slacklogging.SpooledGroup;
import io.github.slacklogging.Tick;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.grouping.KeyReading;
import io.github.slacklogging.grouping.KnownKind;

/**
 * What those hear who ask about incidents: masked, one line, bounded. Used by the worker
 * only.
 */
final class Answers {

	/** More of them nobody reads, and masking takes the worker's time. */
	private static final int MAX_INCIDENTS = 500;

	private static final int MAX_TEXT = 200;

	private static final int MAX_COMPONENT = 500;

	/** What breaks a line or changes how it is read. */
	private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

	private final EventGrouping grouping;

	private final Telling telling;

	Answers(EventGrouping grouping, Telling telling) {
		this.grouping = grouping;
		this.telling = telling;
	}

	List<OpenIncident> incidents(Tick now) {
		return this.grouping.survey().loudest(MAX_INCIDENTS, now).stream().map(this::incident).toList();
	}

	Optional<KindExplanation> explain(String fingerprint, Tick now) {
		List<KnownKind> found = this.grouping.survey().of(fingerprint, now);
		if (found.isEmpty()) {
			return Optional.empty();
		}
		KnownKind first = found.get(0);
		return Optional.of(new KindExplanation(fingerprint, rule(found), components(first),
				found.stream().map(this::incident).toList()));
	}

	private OpenIncident incident(KnownKind kind) {
		SpooledGroup masked = this.telling.mask(kind.state());
		MaskedEvent first = masked.first();
		String type = kind.exceptionType();
		return new OpenIncident(kind.destination(), masked.fingerprint().id(), masked.severity(),
				kind.state().group().incident().phase(), line(first.loggerName(), MAX_COMPONENT),
				(type != null) ? line(type, MAX_COMPONENT) : null, line(first.message(), MAX_TEXT), masked.total(),
				kind.waiting(), masked.firstSeen(), masked.lastSeen(), kind.lastSpoke(), kind.next(), kind.because(),
				kind.mute());
	}

	private static String rule(List<KnownKind> found) {
		String rule = found.get(0).key().rule();
		long withoutStack = found.stream()
			.mapToLong((kind) -> kind.state().group().incident().withoutStack())
			.max()
			.orElse(0);
		return (withoutStack == 0) ? rule
				: rule + "; " + withoutStack + " came without the stack, which the JVM leaves out of hot exceptions, "
						+ "and were known by the statement that logged them";
	}

	private List<Component> components(KnownKind kind) {
		List<String> masked = this.telling.mask(kind.state()).fingerprint().components();
		List<KeyReading.Part> parts = kind.key().parts();
		List<Component> components = new ArrayList<>();
		for (int i = 0; i < masked.size(); i++) {
			KeyReading.Part part = parts.get(i);
			String value = masked.get(i).startsWith(part.prefix()) ? masked.get(i).substring(part.prefix().length())
					: masked.get(i);
			components.add(new Component(part.name(), line(value, MAX_COMPONENT)));
		}
		return components;
	}

	/** Masked text in one line. */
	static String line(String text, int maxLength) {
		return BoundedText.cut(UNFIT.matcher(text).replaceAll(" ").strip(), maxLength);
	}

}
