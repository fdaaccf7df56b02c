package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.github.slacklogging.KindExplanation;
import io.github.slacklogging.ShippingStatus;
import io.github.slacklogging.pipeline.PipelineControl;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Reads what the endpoint shows. Thread-safe. Waits for the worker no longer than it is
 * allowed to, and says what it did not get.
 */
final class EndpointReading {

	static final String INERT = "Nothing is sent to Slack, stderr says why at the start. Set slack.logging.webhook-url, "
			+ "or slack.logging.bot-token and slack.logging.channel, and leave slack.logging.enabled on";

	static final String DRY_RUN = "Dry run: everything is composed and nothing is sent. "
			+ "Set slack.logging.dry-run to false to be told of errors";

	/** Far more than there is in one. */
	private static final int MAX_FINGERPRINT = 64;

	private final PipelineView view;

	private final Duration patience;

	private final boolean development;

	private final LongSupplier nanoTime;

	private final EndpointDeadLetters rejected = new EndpointDeadLetters();

	private final PipelineProblems pipelineProblems = new PipelineProblems();

	private final ShippingProblems shippingProblems = new ShippingProblems();

	EndpointReading(PipelineView view, Duration patience, boolean development, LongSupplier nanoTime) {
		this.view = view;
		this.patience = patience;
		this.development = development;
		this.nanoTime = nanoTime;
	}

	EndpointStatus status() {
		PipelineStatus status = this.view.status();
		ShippingStatus shipping = this.view.shipping();
		Asked asked = asked(status);
		return new EndpointStatus((status != null) ? HealthDetails.lower(status.state()) : "inert",
				(status != null) ? status.at().toString() : null, hint(status), this.view.inboxUrl(),
				problems(status, shipping), (status != null) ? destinations(status) : null,
				(status != null) ? EndpointStatus.Events.of(status) : null,
				(status != null)
						? new EndpointBuffer(status.bufferSize(), status.bufferCapacity(), status.bufferBytes()) : null,
				(status != null && status.spool() != null) ? EndpointStatus.Spool.of(status.spool()) : null,
				(shipping != null) ? EndpointShipping.of(shipping) : null, jobs(status), asked.incidents(),
				asked.mutes(), asked.deadLetters(), asked.note());
	}

	private @Nullable String hint(@Nullable PipelineStatus status) {
		if (this.view.isDryRun()) {
			return DRY_RUN;
		}
		return (status != null && !status.destinations().isEmpty()) ? null : INERT;
	}

	private static List<EndpointDestination> destinations(PipelineStatus status) {
		return status.destinations().stream().map(EndpointDestination::of).toList();
	}

	private static @Nullable List<EndpointJob> jobs(@Nullable PipelineStatus status) {
		return (status != null && !status.jobs().isEmpty()) ? status.jobs().stream().map(EndpointJob::of).toList()
				: null;
	}

	private List<String> problems(@Nullable PipelineStatus status, @Nullable ShippingStatus shipping) {
		List<String> problems = new ArrayList<>();
		long now = this.nanoTime.getAsLong();
		if (status != null) {
			problems.addAll(this.pipelineProblems.of(status, now));
		}
		if (this.view.inboxUrl() != null && !this.development) {
			problems.add("The inbox stands in for Slack outside development");
		}
		if (shipping != null) {
			problems.addAll(this.shippingProblems.of(shipping, now));
		}
		problems.replaceAll(EndpointText::shown);
		return problems;
	}

	private Asked asked(@Nullable PipelineStatus status) {
		PipelineControl control = this.view.control();
		if (control == null) {
			return new Asked(null, null, null, null);
		}
		List<String> notes = new ArrayList<>();
		// All questions first: one wait is mostly enough for all answers.
		var incidents = control.incidents();
		var mutes = control.mutes();
		var rejected = this.rejected.read(control);
		var open = Awaited.orForget(incidents, this.patience);
		var muted = Awaited.orForget(mutes, (open instanceof Awaited.Late) ? Duration.ZERO : this.patience);
		List<EndpointIncident> shown = value(open, EndpointIncident::of, "Open incidents and mutes", status, notes);
		List<EndpointMute> shownMutes = value(muted, EndpointMute::of, "Mutes", status,
				(shown != null) ? notes : new ArrayList<>());
		List<EndpointDeadLetter> letters = deadLetters(rejected, notes);
		return new Asked(shown, shownMutes, letters, notes.isEmpty() ? null : String.join(" ", notes));
	}

	private <T, R> @Nullable List<R> value(Awaited<List<T>> awaited, Function<T, R> row, String what,
			@Nullable PipelineStatus status, List<String> notes) {
		if (awaited instanceof Awaited.Answer<List<T>> answer) {
			return answer.value().stream().map(row).toList();
		}
		notes.add(what + " are not shown: " + whyNot(awaited, status));
		return null;
	}

	private @Nullable List<EndpointDeadLetter> deadLetters(CompletionStage<List<EndpointDeadLetter>> question,
			List<String> notes) {
		Awaited<List<EndpointDeadLetter>> letters = Awaited.of(question, this.patience);
		if (letters instanceof Awaited.Answer<List<EndpointDeadLetter>> answer) {
			return answer.value();
		}
		notes.add("Dead letters are not shown: the disk "
				+ ((letters instanceof Awaited.Failed<List<EndpointDeadLetter>> failed)
						? "cannot be read (%s).".formatted(failed.cause().getClass().getSimpleName())
						: "did not answer within %d ms.".formatted(this.patience.toMillis())));
		return null;
	}

	/** Empty where no such kind is known. */
	Optional<EndpointKind> kind(String named) {
		String fingerprint = fingerprint(named);
		PipelineControl control = this.view.control();
		if (control == null || fingerprint.isEmpty() || fingerprint.length() > MAX_FINGERPRINT) {
			return Optional.empty();
		}
		Awaited<Optional<KindExplanation>> awaited = Awaited.orForget(control.explain(fingerprint), this.patience);
		if (awaited instanceof Awaited.Answer<Optional<KindExplanation>> answer) {
			return answer.value().map(EndpointKind::of);
		}
		return Optional
			.of(EndpointKind.unanswered(EndpointText.shown(fingerprint), whyNot(awaited, this.view.status())));
	}

	/** As Slack shows it, {@code #k7f3q2a}, or without the mark. */
	static String fingerprint(String named) {
		String id = named.strip();
		return (id.startsWith("#") ? id.substring(1) : id).toLowerCase(Locale.ROOT);
	}

	private String whyNot(Awaited<?> awaited, @Nullable PipelineStatus status) {
		if (awaited instanceof Awaited.Failed<?> failed) {
			return (failed.cause() instanceof IllegalStateException) ? "the pipeline has ended."
					: "the question failed with %s.".formatted(failed.cause().getClass().getSimpleName());
		}
		String by = (status != null) ? status.heldUpBy() : null;
		return StringUtils.hasText(by) ? "the worker is held up by " + EndpointText.shown(by) + "."
				: "the worker did not answer within %d ms.".formatted(this.patience.toMillis());
	}

	private record Asked(@Nullable List<EndpointIncident> incidents, @Nullable List<EndpointMute> mutes,
			@Nullable List<EndpointDeadLetter> deadLetters, @Nullable String note) {

	}

}
