package io.github.slacklogging.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.slacklogging.DeliveryGap;
import io.github.slacklogging.LogSearch;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.SlackMessage;
import io.github.slacklogging.TextFile;
import org.jspecify.annotations.Nullable;

/**
 * Composes what people read in Slack. One kind is told in full: as a first message, as
 * one that goes on when it was told before, as one that went quiet, as a start that
 * failed, or as the run of a job. Several kinds are summed up by severity; a storm is one
 * banner. A thread gets short replies and the whole trace.
 *
 * <p>
 * Every message is within Slack's limits, whatever was logged, and nothing that was
 * logged acts in Slack: no mention, no link, no markup, no emoji. What acts is what the
 * plan asks for: the one mention and the links of the application, and the links into the
 * log store. Times are those of the plan. Stateless but for its collaborators,
 * thread-safe, does not block.
 */
public final class MessageComposer {

	/**
	 * Kinds that find a row of their own in one summary. A plan may hold more; those are
	 * counted with the remainder.
	 */
	public static final int MAX_KINDS = 40;

	private static final int MAX_USERNAME = 80;

	private final Settings settings;

	private final Supplier<ServiceIdentity> identity;

	private final LateWriting writing;

	/**
	 * A composer for a team that names no log store.
	 * @param settings what to show
	 * @param identity who speaks; asked for each message
	 */
	public MessageComposer(Settings settings, Supplier<ServiceIdentity> identity) {
		this(settings, identity, LogSearch.NONE);
	}

	/**
	 * A composer.
	 * @param settings what to show
	 * @param identity who speaks; asked for each message
	 * @param search where readers find what was logged
	 */
	public MessageComposer(Settings settings, Supplier<ServiceIdentity> identity, LogSearch search) {
		this.settings = settings;
		this.identity = identity;
		this.writing = new LateWriting(settings, search);
	}

	/**
	 * The message that tells the plan, as a post or as a new form of a post.
	 * @param plan masked already; it names who is called only where the message is new
	 */
	public SlackMessage compose(MessagePlan plan) {
		ServiceIdentity identity = this.identity.get();
		Draft draft = this.writing.layouts().of(plan).draft(plan, identity);
		return written(draft, identity,
				Layouts.isAboutOneKind(plan) ? this.writing.metadata().of(plan, identity) : null);
	}

	/**
	 * The message that tells of a time in which nothing reached the destination. It
	 * stands before what gathered meanwhile.
	 * @param gap the reason in it masked already
	 */
	public SlackMessage compose(DeliveryGap gap) {
		ServiceIdentity identity = this.identity.get();
		return written(this.writing.gap().draft(gap, identity), identity, null);
	}

	/**
	 * A message that says of itself that it is a test, and who sent it.
	 * @param now when it is composed
	 */
	public SlackMessage composeTest(Instant now) {
		ServiceIdentity identity = this.identity.get();
		return written(this.writing.test().draft(identity, now), identity, null);
	}

	/**
	 * What the plan's occasions changed, for the thread of the message that tells the
	 * rest. It also makes sense where the channel shows it alone.
	 * @param plan masked already, about its first group
	 */
	public SlackMessage composeReply(MessagePlan plan) {
		ServiceIdentity identity = this.identity.get();
		return written(this.writing.layouts().reply(plan).draft(plan, identity), identity, null);
	}

	/**
	 * The whole stack trace, for the thread of the message that shows the short one.
	 * @param group masked already
	 * @return nothing where there is no trace or none is to be shown
	 */
	public Optional<Trace> trace(MaskedGroup group) {
		if (this.settings.stackTrace() == StackTraceStyle.NONE) {
			return Optional.empty();
		}
		ServiceIdentity identity = this.identity.get();
		return this.writing.layouts()
			.trace()
			.parts(group, identity)
			.map((parts) -> new Trace(written(parts.inline(), identity, null), parts.file().orElse(null)));
	}

	private SlackMessage written(Draft draft, ServiceIdentity identity, @Nullable String metadata) {
		return new SlackMessage(draft.text(), this.writing.writer().blocks(draft),
				this.writing.writer().attachments(draft), username(identity), this.settings.iconEmoji(), metadata);
	}

	private @Nullable String username(ServiceIdentity identity) {
		String configured = this.settings.username();
		String name = PlainName.of((configured != null) ? configured : identity.name(), MAX_USERNAME);
		return name.isEmpty() ? null : name;
	}

	/**
	 * A whole stack trace.
	 *
	 * @param inline a reply that holds it, cut where there is a file
	 * @param file everything, {@code null} where the reply holds all of it
	 */
	public record Trace(SlackMessage inline, @Nullable TextFile file) {

	}

	/** How much of a stack trace a message shows. */
	public enum StackTraceStyle {

		/** The root cause, what wrapped it, and the application's own frames. */
		SHORT,

		/** Everything that fits. */
		FULL,

		/** Nothing. */
		NONE

	}

	/**
	 * What messages show.
	 *
	 * @param mdcKeys MDC keys to show, {@code *} for all
	 * @param fields keys of key-value pairs to show, {@code *} for all
	 * @param stackTrace how much of a stack trace
	 * @param inAppPackages packages of the application's own frames; empty for everything
	 * that is not of a well-known library
	 * @param username shown where Slack lets the sender choose, {@code null} for the
	 * service's name
	 * @param iconEmoji likewise, for example {@code :rotating_light:}, {@code null} for
	 * Slack's own
	 */
	public record Settings(List<String> mdcKeys, List<String> fields, StackTraceStyle stackTrace,
			List<String> inAppPackages, @Nullable String username, @Nullable String iconEmoji) {

		/**
		 * Ids of traces, spans, requests and correlations as most libraries write them.
		 */
		public static final List<String> DEFAULT_MDC_KEYS = List.of("traceId", "trace_id", "trace.id", "X-B3-TraceId",
				"dd.trace_id", "spanId", "span_id", "span.id", "X-B3-SpanId", "dd.span_id", "requestId", "request_id",
				"request.id", "X-Request-ID", "X-Request-Id", "correlationId", "correlation_id", "correlation.id",
				"X-Correlation-ID", "X-Correlation-Id");

		public Settings {
			mdcKeys = noBlank("slack.logging.message.mdc", mdcKeys);
			fields = noBlank("slack.logging.message.fields", fields);
			inAppPackages = noBlank("slack.logging.grouping.in-app", inAppPackages);
			if (iconEmoji != null && !iconEmoji.matches(":[^\\s:]+:")) {
				throw new IllegalArgumentException(
						"slack.logging.message.icon-emoji must look like :rotating_light:, not '" + iconEmoji + "'");
			}
		}

		public static Settings defaults() {
			return new Settings(DEFAULT_MDC_KEYS, List.of(FieldGrid.ALL), StackTraceStyle.SHORT, List.of(), null,
					":rotating_light:");
		}

		private static List<String> noBlank(String property, List<String> values) {
			if (values.stream().anyMatch(String::isBlank)) {
				throw new IllegalArgumentException(property + " must not hold an empty value");
			}
			return List.copyOf(values);
		}

	}

}
