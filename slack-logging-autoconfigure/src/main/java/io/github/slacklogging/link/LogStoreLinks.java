package io.github.slacklogging.link;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.slacklogging.LogSearch;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.TraceIds;
import org.jspecify.annotations.Nullable;

/**
 * Addresses in the log store of the team, or in what its own templates say. Immutable,
 * thread-safe, does not block and asks nobody. Addresses are encoded in full, their times
 * are absolute, and they are shorter than 2,000 characters: what is longer is cut by
 * browsers, chats and mail programs.
 */
public final class LogStoreLinks implements LogSearch {

	private final String service;

	private final Duration margin;

	private final Consumer<String> trouble;

	private final @Nullable ShortLinks store;

	private final @Nullable LinkTemplate template;

	private final @Nullable LinkTemplate traceTemplate;

	/**
	 * Links as they are configured.
	 * @param settings checked here as well
	 * @param service name of the service whose events are looked for
	 * @param trouble told of a link that could not be written, without what was logged
	 * @throws IllegalArgumentException with one sentence that begins with the property
	 * that is wrong or missing; it tells no value that could be a secret
	 */
	public LogStoreLinks(Settings settings, String service, Consumer<String> trouble) {
		this.service = service;
		this.trouble = trouble;
		this.margin = settings.window();
		LinkType type = settings.type();
		this.store = (type != null)
				? new ShortLinks(type.store(settings.linkParts(), settings.fieldNames(type)), service) : null;
		this.template = template("slack.logging.link.template", settings.template());
		this.traceTemplate = template("slack.logging.link.trace-template", settings.traceTemplate());
		if (this.store != null && this.template != null) {
			throw new IllegalArgumentException(
					"slack.logging.link.template must not be set beside slack.logging.link.type: take one of them");
		}
	}

	private static @Nullable LinkTemplate template(String property, @Nullable String template) {
		return (template == null || template.isBlank()) ? null : LinkTemplate.of(property, template.strip());
	}

	@Override
	public Optional<URI> line(MaskedGroup group, MaskedEvent event) {
		return safely(() -> toLine(group, event));
	}

	@Override
	public Optional<URI> alike(MaskedGroup group) {
		return safely(() -> toKind(group));
	}

	@Override
	public Optional<URI> trace(MaskedGroup group, MaskedEvent event) {
		return safely(() -> toTrace(group, event));
	}

	/** No link is worth a message: what goes wrong here costs the link. */
	private Optional<URI> safely(Supplier<Optional<URI>> link) {
		try {
			return link.get();
		}
		catch (RuntimeException ex) {
			this.trouble.accept("a link was left out: " + ex.getClass().getName());
			return Optional.empty();
		}
	}

	private Optional<URI> toLine(MaskedGroup group, MaskedEvent event) {
		TimeWindow window = around(event);
		if (this.template != null) {
			return this.template.isAboutOneEvent() ? filled(this.template, group, event, window) : Optional.empty();
		}
		return asked(List.of(new Criterion.Is(LogField.LOG_ID, event.logId())), window);
	}

	private Optional<URI> toKind(MaskedGroup group) {
		TimeWindow window = TimeWindow.around(group.firstSeen(), group.lastSeen(), this.margin);
		if (this.template != null) {
			return this.template.isAboutOneEvent() ? Optional.empty()
					: filled(this.template, group, group.latest(), window);
		}
		if (this.store != null && this.store.findsIdsOnly()) {
			return Optional.empty();
		}
		List<Criterion> criteria = new ArrayList<>();
		String logger = group.latest().loggerName();
		if (!logger.isBlank() && logger.equals(group.first().loggerName()) && Phrases.isAsLogged(logger)) {
			criteria.add(new Criterion.Is(LogField.LOGGER, logger));
		}
		Phrases.of(group).forEach((phrase) -> criteria.add(new Criterion.Says(phrase)));
		return criteria.isEmpty() ? Optional.empty() : asked(criteria, window);
	}

	private Optional<URI> toTrace(MaskedGroup group, MaskedEvent event) {
		Optional<String> id = TraceIds.of(event);
		if (id.isEmpty()) {
			return Optional.empty();
		}
		if (this.traceTemplate != null) {
			return filled(this.traceTemplate, group, event, around(event));
		}
		return asked(List.of(new Criterion.Is(LogField.TRACE_ID, id.get())), around(event));
	}

	private TimeWindow around(MaskedEvent event) {
		return TimeWindow.around(event.timestamp(), event.timestamp(), this.margin);
	}

	private Optional<URI> filled(LinkTemplate template, MaskedGroup group, MaskedEvent event, TimeWindow window) {
		return template.address(new Subject(this.service, group, event, window), ShortLinks.MAX_LENGTH)
			.map(URI::create);
	}

	private Optional<URI> asked(List<Criterion> criteria, TimeWindow window) {
		return (this.store != null) ? this.store.link(criteria, window) : Optional.empty();
	}

	/**
	 * What links lead to. All of it may be left out, and then there are none.
	 *
	 * @param type the log store, {@code null} for none
	 * @param parts what only the team knows, by names of properties such as
	 * {@code base-url}; blank ones count as not given
	 * @param fields whose names of fields, {@code null} for those usual in the log store
	 * @param fieldNames names of single fields, by words such as {@code log-id}
	 * @param template address instead of a type
	 * @param traceTemplate address of a trace, wins over the type
	 * @param window how long before and after the events to look, longer than nothing
	 */
	public record Settings(@Nullable LinkType type, Map<String, String> parts, @Nullable FieldPreset fields,
			Map<String, String> fieldNames, @Nullable String template, @Nullable String traceTemplate,
			Duration window) {

		public Settings {
			parts = Map.copyOf(parts);
			fieldNames = Map.copyOf(fieldNames);
			if (window.isNegative() || window.isZero() || window.compareTo(Duration.ofDays(1)) > 0) {
				throw new IllegalArgumentException(
						"slack.logging.link.window must be longer than 0s, and a day at most");
			}
		}

		/** No links. */
		public static Settings none() {
			return new Settings(null, Map.of(), null, Map.of(), null, null, Duration.ofMinutes(2));
		}

		LinkParts linkParts() {
			Map<LinkPart, String> given = new EnumMap<>(LinkPart.class);
			this.parts.forEach((word, value) -> {
				if (!value.isBlank()) {
					LinkPart part = LinkPart.of(word);
					given.put(part, part.checked(value.strip()));
				}
			});
			return new LinkParts(given);
		}

		FieldNames fieldNames(LinkType type) {
			Map<LogField, String> own = new EnumMap<>(LogField.class);
			this.fieldNames.forEach((word, name) -> own.put(LogField.of(word), LogField.checked(word, name.strip())));
			return ((this.fields != null) ? type.names(this.fields) : type.names()).with(own);
		}

	}

}
