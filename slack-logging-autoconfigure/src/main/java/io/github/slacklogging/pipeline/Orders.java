package io.github.slacklogging.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.github.slacklogging.GroupSpool;
import io.github.slacklogging.KindExplanation;
import io.github.slacklogging.Mute;
import io.github.slacklogging.OpenIncident;
import io.github.slacklogging.RejectedMessage;
import io.github.slacklogging.grouping.EventGrouping;
import io.github.slacklogging.grouping.Muting;
import org.jspecify.annotations.Nullable;

/**
 * Has the worker do what people ask of a running pipeline. Thread-safe; nothing blocks
 * but {@link #rejected()}.
 */
final class Orders implements PipelineControl {

	private final OrderDesk desk;

	private final Answers answers;

	private final Muting muting;

	private final Map<String, Lane> lanes;

	private final Trials trials;

	private final Resending resending;

	private final GroupSpool spool;

	Orders(OrderDesk desk, EventGrouping grouping, Map<String, Lane> lanes, Lane.Road road, Resending resending) {
		this.desk = desk;
		this.answers = new Answers(grouping, road.telling());
		this.muting = grouping.muting();
		this.lanes = lanes;
		this.trials = new Trials(road.telling());
		this.resending = resending;
		this.spool = road.spool();
	}

	@Override
	public CompletionStage<List<OpenIncident>> incidents() {
		return this.desk.order((answer, now) -> answer.complete(this.answers.incidents(now)));
	}

	@Override
	public CompletionStage<Optional<KindExplanation>> explain(String fingerprint) {
		return this.desk.order((answer, now) -> answer.complete(this.answers.explain(fingerprint, now)));
	}

	@Override
	public CompletionStage<List<TestResult>> test(@Nullable String destination) {
		if (destination != null && !this.lanes.containsKey(destination)) {
			throw new IllegalArgumentException("there is no destination '" + destination + "'");
		}
		List<Lane> tested = this.lanes.values()
			.stream()
			.filter((lane) -> destination == null || lane.name().equals(destination))
			.toList();
		return this.desk.order((answer, now) -> this.trials.begin(tested, answer, now));
	}

	@Override
	public CompletionStage<Long> flush() {
		return this.desk.order((answer, now) -> {
			long waiting = 0;
			for (Lane lane : this.lanes.values()) {
				waiting += lane.flush();
			}
			answer.complete(waiting);
		});
	}

	@Override
	public CompletionStage<Optional<Mute>> mute(Mute.Subject subject, Mute.Term term) {
		return this.desk.order((answer, now) -> answer.complete(this.muting.mute(subject, term, now)));
	}

	@Override
	public CompletionStage<Boolean> unmute(Mute.Subject subject) {
		return this.desk.order((answer, now) -> answer.complete(this.muting.unmute(subject, now)));
	}

	@Override
	public CompletionStage<List<Mute>> mutes() {
		return this.desk.order((answer, now) -> answer.complete(this.muting.mutes()));
	}

	@Override
	public List<RejectedMessage> rejected() throws IOException {
		return this.spool.rejected();
	}

	@Override
	public CompletionStage<RetryResult> retryRejected() {
		return this.desk.order((answer, now) -> this.resending.ask(answer));
	}

}
