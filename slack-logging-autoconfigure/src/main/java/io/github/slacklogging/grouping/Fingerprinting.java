package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
 */
final class Fingerprinting {

	/** Key-value or MDC key that sets the fingerprint. */
	static final String EXPLICIT_KEY = "slack.fingerprint";

	/** In an explicit fingerprint: what the rules would have found. */
	static final String DEFAULT_PLACEHOLDER = "{{default}}";

	private static final int MAX_CACHED = 2_000;

	private final Settings settings;

	private final List<Fingerprinter> fingerprinters;

	private final StackKey stackKey;

	private final TemplateMask templateMask = new TemplateMask();

	private final Map<PreKey, Fingerprint> cache = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<PreKey, Fingerprint> eldest) {
			return size() > MAX_CACHED;
		}
	};

	Fingerprinting(Settings settings, List<Fingerprinter> fingerprinters) {
		this.settings = settings;
		this.fingerprinters = List.copyOf(fingerprinters);
		this.stackKey = new StackKey(settings.inAppPackages());
	}

	Fingerprint fingerprint(LogEvent event) {
		String explicit = explicit(event);
		if (!this.settings.enabled()) {
			return Fingerprint.of(List.of(event.logId()));
		}
		if (explicit != null || !this.fingerprinters.isEmpty()) {
			return Fingerprint.of(custom(event, compose(explicit, event)));
		}
		return this.cache.computeIfAbsent(PreKey.of(event), (key) -> Fingerprint.of(proposed(event)));
	}

	private @Nullable String explicit(LogEvent event) {
		for (KeyValue pair : event.keyValues()) {
			if (EXPLICIT_KEY.equals(pair.key())) {
				return pair.text();
			}
		}
		return event.mdc().get(EXPLICIT_KEY);
	}

	private List<String> compose(@Nullable String explicit, LogEvent event) {
		if (explicit == null) {
			return proposed(event);
		}
		List<String> components = new ArrayList<>(this.settings.scope());
		components.add(explicit);
		if (explicit.contains(DEFAULT_PLACEHOLDER)) {
			components.addAll(proposed(event));
		}
		return components;
	}

	private List<String> custom(LogEvent event, List<String> proposed) {
		List<String> components = proposed;
		for (Fingerprinter fingerprinter : this.fingerprinters) {
			components = ask(fingerprinter, event, components);
		}
		return components;
	}

	@SuppressWarnings("NullAway") // an application's bean may return null all the same
	private static List<String> ask(Fingerprinter fingerprinter, LogEvent event, List<String> proposed) {
		try {
			List<String> answer = fingerprinter.fingerprint(event, proposed);
			return (answer == null || answer.isEmpty() || answer.stream().anyMatch(Objects::isNull)) ? proposed
					: answer;
		}
		catch (RuntimeException | LinkageError | StackOverflowError ex) {
			return proposed;
		}
	}

	private List<String> proposed(LogEvent event) {
		List<String> components = new ArrayList<>(this.settings.scope());
		ThrowableSnapshot throwable = event.throwable();
		List<String> frames = List.of();
		if (throwable != null) {
			components.addAll(this.stackKey.types(throwable));
			frames = this.stackKey.frames(throwable);
			components.addAll(frames);
		}
		if (frames.isEmpty()) {
			components.add(event.loggerName());
			components.add(template(event));
		}
		return components;
	}

	private String template(LogEvent event) {
		boolean isTemplate = event.argumentCount() > 0 && event.template().contains("{}");
		return isTemplate ? event.template() : this.templateMask.mask(event.template());
	}

	/**
	 * A cheap key in front of the rules: it holds more than the rules read, so events
	 * with the same pre-key have the same fingerprint.
	 */
	private record PreKey(String loggerName, String template, boolean arguments, long stackHash) {

		private static final int MAX_FRAMES = 1_024;

		private static final int MAX_CAUSES = 8;

		static PreKey of(LogEvent event) {
			long hash = 0;
			ThrowableSnapshot thrown = event.throwable();
			for (int depth = 0; thrown != null && depth < MAX_CAUSES; depth++) {
				hash = mix(hash, thrown.type().hashCode());
				List<StackTraceElement> frames = thrown.frames();
				for (int i = 0; i < Math.min(frames.size(), MAX_FRAMES); i++) {
					hash = mix(hash, frames.get(i).hashCode());
				}
				hash = mix(hash, frames.size());
				thrown = thrown.cause();
			}
			return new PreKey(event.loggerName(), event.template(), event.argumentCount() > 0, hash);
		}

		private static long mix(long hash, int value) {
			// FNV-1a with its 64-bit prime, a word at a time
			return (hash ^ value) * 0x100000001b3L;
		}

	}

}
