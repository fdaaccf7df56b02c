package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

import io.github.slacklogging.Finding;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.pipeline.DestinationStatus;
import io.github.slacklogging.pipeline.PipelineControl;
import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;

import org.springframework.util.StringUtils;

/**
 * Has a pipeline do what is posted. Thread-safe. Waits for the answer no longer than it
 * is allowed to; an order that was given is carried out all the same.
 */
final class EndpointOrders {

	private static final String ENDED = "The pipeline has ended";

	private final PipelineView view;

	private final Duration patience;

	private final Duration patienceForSlack;

	EndpointOrders(PipelineView view, Duration patience, Duration patienceForSlack) {
		this.view = view;
		this.patience = patience;
		this.patienceForSlack = patienceForSlack;
	}

	EndpointReply carryOut(EndpointOrder order) {
		Optional<String> objection = order.objection();
		if (objection.isPresent()) {
			return EndpointReply.bad(objection.get());
		}
		EndpointAction action = order.known().orElseThrow();
		if (action == EndpointAction.DOCTOR) {
			return examine();
		}
		PipelineControl control = this.view.control();
		return (control != null) ? carryOut(action, order, control) : EndpointReply.conflict(EndpointReading.INERT);
	}

	private EndpointReply carryOut(EndpointAction action, EndpointOrder order, PipelineControl control) {
		return switch (action) {
			case TEST -> test(order, control);
			case FLUSH -> await(action, control.flush(), this.patience,
					(waiting) -> EndpointReply.done(new EndpointAnswer.Flushed(action.word(), true, waiting)));
			case MUTE -> mute(order, control);
			case UNMUTE -> await(action, control.unmute(order.subject()), this.patience, (was) -> unmuted(action, was));
			case RETRY_REJECTED ->
				await(action, control.retryRejected(), this.patienceForSlack, (result) -> retried(action, result));
			case DOCTOR -> examine();
		};
	}

	private EndpointReply examine() {
		SelfCheck check = this.view.selfCheck();
		if (check == null) {
			return EndpointReply.conflict(EndpointReading.INERT);
		}
		List<Finding> findings = check.examine();
		boolean healthy = findings.stream().noneMatch((each) -> each.outcome() == Finding.Outcome.FAILED);
		return EndpointReply.done(new EndpointAnswer.Examined(EndpointAction.DOCTOR.word(), true, healthy,
				findings.stream().map(EndpointAnswer.Examined.Row::of).toList()));
	}

	private EndpointReply test(EndpointOrder order, PipelineControl control) {
		try {
			return await(EndpointAction.TEST, control.test(order.destination()), this.patienceForSlack,
					(results) -> EndpointReply.done(new EndpointAnswer.Tested(EndpointAction.TEST.word(), true,
							results.stream().map(EndpointAnswer.Tested.Result::of).toList())));
		}
		catch (IllegalArgumentException ex) {
			return EndpointReply.bad("'destination' is not known; there are: " + destinations());
		}
	}

	private String destinations() {
		PipelineStatus status = this.view.status();
		return (status != null)
				? String.join(", ", status.destinations().stream().map(DestinationStatus::name).toList()) : "none";
	}

	private EndpointReply mute(EndpointOrder order, PipelineControl control) {
		EndpointAction action = EndpointAction.MUTE;
		return await(action,
				control.mute(order.subject(), EndpointTerm.read(String.valueOf(order.term())).orElseThrow()),
				this.patience,
				(mute) -> mute
					.map((kept) -> EndpointReply
						.done(new EndpointAnswer.Muted(action.word(), true, EndpointMute.of(kept))))
					.orElseGet(() -> EndpointReply.unknown("No kind with this 'fingerprint' is known")));
	}

	private static EndpointReply unmuted(EndpointAction action, boolean was) {
		return was ? EndpointReply.done(new EndpointAnswer.Unmuted(action.word(), true))
				: EndpointReply.unknown("There is no such mute");
	}

	private static EndpointReply retried(EndpointAction action, PipelineControl.RetryResult result) {
		return EndpointReply.done(new EndpointAnswer.Retried(action.word(), true, result.tried(), result.delivered(),
				result.refused().stream().map(EndpointAnswer.Retried.Refusal::of).toList()));
	}

	private <T> EndpointReply await(EndpointAction action, CompletionStage<T> question, Duration limit,
			Function<T, EndpointReply> reply) {
		Awaited<T> awaited = Awaited.of(question, limit);
		if (awaited instanceof Awaited.Answer<T> answer) {
			return reply.apply(answer.value());
		}
		return (awaited instanceof Awaited.Failed<T> failed) ? failed(failed.cause()) : pending(action, limit);
	}

	private EndpointReply pending(EndpointAction action, Duration limit) {
		PipelineStatus status = this.view.status();
		String by = (status != null) ? status.heldUpBy() : null;
		String reason = StringUtils.hasText(by) ? "the worker is held up by " + EndpointText.shown(by)
				: "there was no answer within %d ms".formatted(limit.toMillis());
		return EndpointReply.pending(action, "The order was given and will be carried out; " + reason + ".");
	}

	// Of its own objections the pipeline tells the text, of trouble only what it is.
	private static EndpointReply failed(Throwable cause) {
		if (cause instanceof IllegalStateException) {
			return EndpointReply.conflict(ENDED);
		}
		String text = cause.getMessage();
		return (cause instanceof IllegalArgumentException && text != null) ? EndpointReply.bad(EndpointText.shown(text))
				: EndpointReply.failed("The order failed with " + cause.getClass().getSimpleName());
	}

}
