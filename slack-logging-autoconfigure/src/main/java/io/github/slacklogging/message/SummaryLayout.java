package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.Severity;

/**
 * Layout C: several kinds at once, by severity, the most frequent first. What is not
 * shown is counted, so that the sums always match.
 */
final class SummaryLayout implements Layout {

	private static final Size HEADLINE = new Size(500, 1_500, 3_000);

	private static final Size FALLBACK = new Size(300, 300, 300);

	private static final int MAX_SERVICE = 80;

	private static final int MAX_FAILED_START = 150;

	/** Named in a sentence. */
	private static final int MAX_JOBS = 5;

	private final SummarySections sections;

	SummaryLayout(InAppFrames inApp, SearchLinks links) {
		this.sections = new SummarySections(inApp, links);
	}

	@Override
	public Draft draft(MessagePlan plan, ServiceIdentity identity) {
		List<SeveritySummary> summaries = SeveritySummary.of(plan, MessageComposer.MAX_KINDS);
		Severity worst = summaries.isEmpty() ? Severity.INFO : summaries.get(0).severity();
		Budget budget = new Budget(Limits.BLOCK_TEXT);
		List<Block> blocks = new ArrayList<>();
		CallOut callOut = CallOut.of(plan);
		blocks.add(callOut.block(budget, HEADLINE, (line) -> headline(plan, summaries, identity, line)));
		Footer footer = new Footer(budget).add("SUMMARY").add(Words.date(plan.composedAt()));
		FieldGrid grid = new FieldGrid(budget).add("Service", identity.name())
			.add("Environment", identity.environment())
			.add("Host", identity.host())
			.add("Version", Names.version(identity));
		List<Block> attached = new ArrayList<>(grid.blocks());
		blocks.addAll(this.sections.blocks(summaries, budget));
		List<MaskedEvent> told = summaries.stream()
			.flatMap((one) -> one.shown().stream())
			.map(MaskedGroup::latest)
			.toList();
		attached.add(footer.block(told, grid.hidden(), Remarks.of(plan)));
		return new Draft(callOut.text((most) -> sentence(plan, summaries, identity, most)),
				sentence(plan, summaries, identity, FALLBACK), worst.color(), blocks, attached);
	}

	private static void headline(MessagePlan plan, List<SeveritySummary> summaries, ServiceIdentity identity,
			Mrkdwn line) {
		line.log(identity.name(), MAX_SERVICE).separate().beforeColon(identity.environment(), MAX_SERVICE);
		String span = Words.span(plan.span());
		if (!span.isEmpty()) {
			line.separate().ours(span);
		}
		line.ours(": ");
		for (int i = 0; i < summaries.size(); i++) {
			SeveritySummary summary = summaries.get(i);
			String kinds = (i == 0) ? Words.count(summary.kinds(), "kind") : Words.count(summary.kinds());
			String of = (summary.kinds() > 0) ? kinds + " of " : "";
			line.ours(((i > 0) ? ", " : "") + of + summary.severity() + " (" + Words.count(summary.events()) + ")");
		}
		Remarks.of(plan).separate(line);
	}

	private static String sentence(MessagePlan plan, List<SeveritySummary> summaries, ServiceIdentity identity,
			Size most) {
		Mrkdwn line = new Mrkdwn(new Budget(most)).log(identity.name(), MAX_SERVICE)
			.ours(" (")
			.beforeColon(identity.environment(), MAX_SERVICE)
			.ours(")");
		String span = Words.span(plan.span());
		Remarks.of(plan).goOn(line.ours(span.isEmpty() ? "" : ", " + span)).ours(": ");
		for (int i = 0; i < summaries.size(); i++) {
			SeveritySummary summary = summaries.get(i);
			String kinds = (summary.kinds() > 0) ? Words.count(summary.kinds(), "kind") + " of " : "";
			String between = (i == 0) ? "" : (i == summaries.size() - 1) ? " and " : ", ";
			line.ours(between + kinds + summary.severity() + " (" + Words.count(summary.events(), "event") + ")");
		}
		return withJobs(withFailedStart(line.ours("."), summaries), summaries).toString();
	}

	// A phone that counts jobs and does not name them wakes somebody for nothing.
	private static Mrkdwn withJobs(Mrkdwn line, List<SeveritySummary> summaries) {
		List<ToldJob> jobs = summaries.stream()
			.flatMap((summary) -> summary.shown().stream())
			.map(ToldJob::of)
			.flatMap(Optional::stream)
			.filter(ToldJob::isTrouble)
			.toList();
		for (int i = 0; i < Math.min(MAX_JOBS, jobs.size()); i++) {
			ToldJob job = jobs.get(i);
			line.ours((i == 0) ? " Jobs: " : ", ").log(job.name(), MAX_SERVICE).ours(" " + job.outcome().words());
		}
		int more = jobs.size() - MAX_JOBS;
		return jobs.isEmpty() ? line : line.ours((more > 0) ? " and " + Words.count(more) + " more." : ".");
	}

	// The one kind that a phone must not only count: the application is not there.
	private static Mrkdwn withFailedStart(Mrkdwn line, List<SeveritySummary> summaries) {
		Optional<Subject> failed = summaries.stream()
			.flatMap((summary) -> summary.shown().stream())
			.map(MaskedGroup::latest)
			.filter(StartReport::isIn)
			.map(Subject::of)
			.findFirst();
		failed.ifPresent((start) -> Headline
			.ended(line.ours(" ").label(start.name(), MAX_SERVICE).log(start.message(), MAX_FAILED_START)));
		return line;
	}

}
