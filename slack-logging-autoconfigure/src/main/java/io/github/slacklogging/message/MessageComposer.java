package io.github.slacklogging.message;

import java.util.List;
import java.util.function.Supplier;

import io.github.slacklogging.DeliveryGap;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.SlackMessage;
import org.jspecify.annotations.Nullable;

/**
 * Composes what people read in Slack. One kind is told in full: as a first message, as
 * one that goes on when it was told before, or as a start that failed. Several kinds are
 * summed up by severity.
 *
 * <p>
 * Every message is within Slack's limits, whatever was logged, and nothing that was
 * logged acts in Slack: no mention, no link, no markup, no emoji. Times are those of the
 * plan. Stateless but for its collaborators, thread-safe, does not block.
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

	private final Layout first;

	private final Layout ongoing;

	private final Layout summary;

	private final Layout failedStart;

	private final GapLayout gap = new GapLayout();

	private final DraftWriter writer = new DraftWriter();

	/**
	 * A composer.
	 * @param settings what to show
	 * @param identity who speaks; asked for each message
	 */
	public MessageComposer(Settings settings, Supplier<ServiceIdentity> identity) {
		this.settings = settings;
		this.identity = identity;
		InAppFrames inApp = new InAppFrames(settings.inAppPackages());
		TraceBox traceBox = new TraceBox(settings.stackTrace(), inApp);
		this.first = new FirstLayout(settings.mdcKeys(), settings.fields(), inApp, traceBox);
		this.ongoing = new OngoingLayout(traceBox);
		this.summary = new SummaryLayout(inApp);
		this.failedStart = new FailedStartLayout(inApp, traceBox);
	}

	/**
	 * The message that tells the plan.
	 * @param plan masked already
	 */
	public SlackMessage compose(MessagePlan plan) {
		ServiceIdentity identity = this.identity.get();
		return written(layout(plan).draft(plan, identity), identity);
	}

	/**
	 * The message that tells of a time in which nothing reached the destination. It
	 * stands before what gathered meanwhile.
	 * @param gap the reason in it masked already
	 */
	public SlackMessage compose(DeliveryGap gap) {
		ServiceIdentity identity = this.identity.get();
		return written(this.gap.draft(gap, identity), identity);
	}

	private SlackMessage written(Draft draft, ServiceIdentity identity) {
		return new SlackMessage(draft.text(), this.writer.blocks(draft), this.writer.attachments(draft),
				username(identity), this.settings.iconEmoji(), null);
	}

	private Layout layout(MessagePlan plan) {
		boolean nothingElse = plan.remainder().values().stream().allMatch((remainder) -> remainder.events() == 0);
		if (plan.groups().size() != 1 || !nothingElse) {
			return this.summary;
		}
		MaskedGroup group = plan.groups().get(0);
		if (FailedStartLayout.tells(group)) {
			return this.failedStart;
		}
		return group.spoken() ? this.ongoing : this.first;
	}

	private @Nullable String username(ServiceIdentity identity) {
		String configured = this.settings.username();
		String name = LogText.line((configured != null) ? configured : identity.name(), MAX_USERNAME);
		String cut = name.substring(0, Graphemes.boundaryUpTo(name, Math.min(MAX_USERNAME, name.length())));
		return cut.isEmpty() ? null : cut;
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
