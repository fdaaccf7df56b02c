package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.Fingerprinter;
import io.github.slacklogging.KeyValue;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.ThrowableSnapshot;
import io.github.slacklogging.grouping.EventGrouping.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Says what makes events the same. An explicit key wins; with a usable stack the types
 * and the application's own frames count and the message does not; without one, logger
 * and template do. Host, thread, version, severity and line numbers never count. Used by
 * the worker only.
 *
 * <p>
 * Components say in words what they are, so that they answer "why are these the same?".
 */
final class Fingerprinting {

	/** Key-value or MDC key that sets the fingerprint. */
	static final String EXPLICIT_KEY = "slack.fingerprint";

	/** In an explicit fingerprint: what the rules would have found. */
	private static final Pattern DEFAULT_PLACEHOLDER = Pattern.compile("\\{\\{ ?default ?}}");

	private static final int MAX_KNOWN = 2_000;

	/**
	 * Longer ones were concatenated; they hardly come twice and would fill the memory.
	 */
	private static final int MAX_KNOWN_TEMPLATE = 500;

	private final Settings settings;

	private final List<Fingerprinter> fingerprinters;

	private final StackKey stackKey;

	private final TemplateMask templateMask = new TemplateMask();

	private final RememberedAnswers<Traits, Fingerprint> known = new RememberedAnswers<>(MAX_KNOWN, this::builtIn);

	Fingerprinting(Settings settings, List<Fingerprinter> fingerprinters) {
		this.settings = settings;
		this.fingerprinters = List.copyOf(fingerprinters);
		this.stackKey = new StackKey(settings.inAppPackages());
	}

	Fingerprint fingerprint(LogEvent event) {
		if (!this.settings.enabled()) {
			return Fingerprint.of(List.of("event " + event.logId()));
		}
		Traits traits = traits(event);
		Fingerprint builtIn = traits.areWorthRemembering() ? this.known.get(traits) : builtIn(traits);
		String explicit = explicit(event);
		List<String> components = (explicit != null) ? explicit(explicit, builtIn.components()) : builtIn.components();
		for (Fingerprinter fingerprinter : this.fingerprinters) {
			components = ask(fingerprinter, event, components);
		}
		return components.equals(builtIn.components()) ? builtIn : Fingerprint.of(components);
	}

	private Traits traits(LogEvent event) {
		ThrowableSnapshot thrown = event.throwable();
		List<String> types = (thrown != null) ? this.stackKey.types(thrown) : List.of();
		List<String> frames = (thrown != null) ? this.stackKey.frames(thrown) : List.of();
		return frames.isEmpty()
				? new Traits(types, frames, event.loggerName(), event.template(), event.argumentCount() > 0)
				: new Traits(types, frames, "", "", false);
	}

	private Fingerprint builtIn(Traits traits) {
		List<String> components = new ArrayList<>(this.settings.scope());
		traits.types().forEach((type) -> components.add("exception " + type));
		traits.frames().forEach((frame) -> components.add("at " + frame));
		if (traits.frames().isEmpty()) {
			components.add("logger " + traits.loggerName());
			components.add("template " + template(traits));
		}
		return Fingerprint.of(components);
	}

	/**
	 * Arguments alone do not make a text a template: structured ones come beside texts
	 * that were concatenated. Nor do braces alone: that may be JSON.
	 */
	private String template(Traits traits) {
		boolean isTemplate = traits.arguments() && traits.template().contains("{}");
		return isTemplate ? traits.template() : this.templateMask.mask(traits.template());
	}

	private static @Nullable String explicit(LogEvent event) {
		for (KeyValue pair : event.keyValues()) {
			if (EXPLICIT_KEY.equals(pair.key()) && pair.value() != null && !pair.text().isBlank()) {
				return pair.text();
			}
		}
		String value = event.mdc().get(EXPLICIT_KEY);
		return (value != null && !value.isBlank()) ? value : null;
	}

	private List<String> explicit(String key, List<String> builtIn) {
		int scope = this.settings.scope().size();
		List<String> components = new ArrayList<>(this.settings.scope());
		Matcher placeholder = DEFAULT_PLACEHOLDER.matcher(key);
		int from = 0;
		while (placeholder.find()) {
			addKey(components, key.substring(from, placeholder.start()));
			components.addAll(builtIn.subList(scope, builtIn.size()));
			from = placeholder.end();
		}
		addKey(components, key.substring(from));
		return components;
	}

	private static void addKey(List<String> components, String key) {
		if (!key.isBlank()) {
			components.add("key " + key.strip());
		}
	}

	private static List<String> ask(Fingerprinter fingerprinter, LogEvent event, List<String> proposed) {
		try {
			// refuses null, as answer and in it
			List<String> answer = List.copyOf(fingerprinter.fingerprint(event, proposed));
			return answer.isEmpty() ? proposed : answer;
		}
		catch (Throwable ex) {
			// the application's own code; the event is told all the same
			return proposed;
		}
	}

	/**
	 * Exactly what the rules read of an event, cheap to compare: names are shared, so
	 * most are equal by identity.
	 *
	 * @param types of the chain
	 * @param frames the application's own
	 * @param loggerName empty when there are frames
	 * @param template likewise
	 * @param arguments whether the template has arguments; likewise
	 */
	private record Traits(List<String> types, List<String> frames, String loggerName, String template,
			boolean arguments) {

		boolean areWorthRemembering() {
			return this.template.length() <= MAX_KNOWN_TEMPLATE;
		}

	}

}
