package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.slacklogging.JobOutcome;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.ServiceIdentity;

/**
 * Layout H: how a run of a job stands, with its numbers and, where it failed, why. The
 * same for a first message and for every later form of it: a run is told as it stands.
 */
final class JobLayout implements Layout {

	/** Counts in the line below the headline; the others stand in the grid. */
	private static final int MAX_COUNTS = 6;

	private static final int MAX_PLACE = 100;

	/** Room for a name of any length and for all that stands before the reason. */
	static final Size FALLBACK = new Size(1_000, 3_000, 3_000);

	private final List<String> mdcKeys;

	private final List<String> fields;

	private final InAppFrames inApp;

	private final TraceBox traceBox;

	private final JobLinks links;

	JobLayout(List<String> mdcKeys, List<String> fields, InAppFrames inApp, TraceBox traceBox, SearchLinks links) {
		this.mdcKeys = mdcKeys;
		this.fields = fields;
		this.inApp = inApp;
		this.traceBox = traceBox;
		this.links = new JobLinks(links);
	}

	/** Whether this layout tells the group. */
	static boolean tells(MaskedGroup group) {
		return ToldJob.of(group).isPresent();
	}

	@Override
	public Draft draft(MessagePlan plan, ServiceIdentity identity) {
		MaskedGroup group = plan.groups().get(0);
		ToldJob job = ToldJob.of(group).orElseThrow();
		Headline headline = headline(plan, job, identity);
		Budget budget = new Budget(Limits.BLOCK_TEXT);
		List<Block> blocks = new ArrayList<>();
		blocks.add(headline.block(budget));
		PlaceLine place = place(plan, job, budget);
		blocks.addAll(place.blocks());
		Footer footer = footer(plan, job, budget).hiddenLinks(place);
		FieldGrid grid = grid(plan, job, identity, budget);
		List<Block> attached = new ArrayList<>(grid.blocks());
		List<MaskedEvent> shown = Stream.of(job.event(), job.traced()).distinct().toList();
		Block last = footer.block(shown, grid.hidden(), Remarks.of(plan));
		attached.addAll(this.traceBox.blocks(job.traced(), job.subject().message(), budget));
		attached.add(last);
		return new Draft(headline.text(), headline.sentence(FALLBACK), job.color(), blocks, attached);
	}

	/** The headline of a job, for its message and for a thread. */
	static Headline headline(MessagePlan plan, ToldJob job, ServiceIdentity identity) {
		return new Headline(new JobOpening(plan, job, identity), job.subject(), CallOut.of(plan));
	}

	private PlaceLine place(MessagePlan plan, ToldJob job, Budget budget) {
		PlaceLine place = new PlaceLine(budget).links(this.links.of(plan.groups().get(0), job)).links(plan.extras());
		Mrkdwn line = place.words().ours(job.report().framework().words()).separate().ours(began(job));
		job.writeCounts(line, MAX_COUNTS, Mrkdwn::separate);
		Location location = (job.traced().throwable() != null) ? Location.of(job.traced(), this.inApp) : null;
		if (location != null) {
			location.writeTo(line.separate());
		}
		String origin = Origin.of(job.event().mdc());
		if (!origin.isEmpty()) {
			line.separate().log(origin, MAX_PLACE);
		}
		return place;
	}

	private static String began(ToldJob job) {
		String what = (job.outcome() == JobOutcome.OVERDUE) ? "waiting since " : "started ";
		return what + Words.date(job.report().startedAt());
	}

	private FieldGrid grid(MessagePlan plan, ToldJob job, ServiceIdentity identity, Budget budget) {
		FieldGrid grid = new FieldGrid(budget).add("Service", identity.name())
			.add("Environment", identity.environment())
			.add("Host", identity.host())
			.addBefore("Version", Names.version(identity), ReleaseAge.of(identity, job.event()));
		times(grid, job);
		JobSeries.of(plan.groups().get(0), job).ifPresent((series) -> grid.addOurs("In all", series.markup()));
		return grid.addAll(job.event().keyValues(), this.fields)
			.addAll(furtherCounts(job))
			.addAll(plan.extras().fields())
			.addAll(job.event().mdc(), this.mdcKeys);
	}

	private static void times(FieldGrid grid, ToldJob job) {
		boolean overdue = job.outcome() == JobOutcome.OVERDUE;
		grid.addOurs(overdue ? "Waiting since" : "Started", Words.date(job.report().startedAt()));
		if (job.outcome().isEnd()) {
			grid.addOurs("Ended", Words.date(job.event().timestamp()));
		}
		if (!job.took().isEmpty()) {
			grid.addOurs(overdue ? "Without success for" : "Duration", job.took());
		}
	}

	private static Map<String, String> furtherCounts(ToldJob job) {
		Map<String, String> counts = new LinkedHashMap<>();
		job.report()
			.counts()
			.entrySet()
			.stream()
			.skip(MAX_COUNTS)
			.forEach((count) -> counts.put(count.getKey(), Words.count(count.getValue())));
		return counts;
	}

	private static Footer footer(MessagePlan plan, ToldJob job, Budget budget) {
		MaskedGroup group = plan.groups().get(0);
		Footer footer = new Footer(budget).fingerprint(group.fingerprint())
			.phase(job.outcome().name(), group.incident(), plan.composedAt())
			.add(Words.date(job.event().timestamp()))
			.logId(job.found());
		MaskedEvent logged = job.logged();
		return (logged != null) ? footer.alsoLoggedBy(Names.simple(logged.loggerName())) : footer;
	}

}
