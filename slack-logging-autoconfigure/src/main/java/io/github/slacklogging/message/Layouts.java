package io.github.slacklogging.message;

import java.util.Optional;

import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.MessagePlan;
import io.github.slacklogging.Occasion;
import io.github.slacklogging.message.MessageComposer.Settings;

/** Knows which layout tells a plan. Immutable. */
final class Layouts {

	private final Layout first;

	private final Layout ongoing;

	private final Layout summary;

	private final Layout quiet;

	private final Layout storm;

	private final Layout failedStart;

	private final Layout job;

	private final Layout reply;

	private final Layout jobReply;

	private final TraceLayout trace;

	Layouts(Settings settings, SearchLinks links) {
		InAppFrames inApp = new InAppFrames(settings.inAppPackages());
		TraceBox traceBox = new TraceBox(settings.stackTrace(), inApp);
		this.first = new FirstLayout(settings.mdcKeys(), settings.fields(), inApp, traceBox, links);
		this.ongoing = new OngoingLayout(traceBox, links);
		this.summary = new SummaryLayout(inApp, links);
		this.quiet = new QuietLayout(traceBox, links);
		this.storm = new StormLayout(inApp, links);
		this.failedStart = new FailedStartLayout(inApp, traceBox, links);
		this.job = new JobLayout(settings.mdcKeys(), settings.fields(), inApp, traceBox, links);
		this.reply = new ReplyLayout(links);
		this.jobReply = new JobReplyLayout(links);
		this.trace = new TraceLayout(links);
	}

	/** Whether a plan tells of one kind and of nothing else. */
	static boolean isAboutOneKind(MessagePlan plan) {
		return plan.storm() == null && plan.groups().size() == 1
				&& plan.remainder().values().stream().allMatch((remainder) -> remainder.events() == 0);
	}

	/** The event whose log id the message about one kind shows. */
	static MaskedEvent shown(MessagePlan plan) {
		Optional<ToldJob> job = ToldJob.of(plan.groups().get(0));
		if (job.isPresent()) {
			return job.get().found();
		}
		boolean arrival = isArrival(plan) && !plan.occasions().contains(Occasion.QUIET);
		return arrival ? FirstLayout.shown(plan) : plan.groups().get(0).latest();
	}

	/** Whether a plan tells a kind as it is told when it comes, or comes again. */
	static boolean isArrival(MessagePlan plan) {
		return !plan.groups().get(0).spoken() || plan.occasions().contains(Occasion.RETURN)
				|| plan.occasions().contains(Occasion.RECURRENCE);
	}

	Layout of(MessagePlan plan) {
		if (plan.storm() != null) {
			return this.storm;
		}
		if (!isAboutOneKind(plan)) {
			return this.summary;
		}
		MaskedGroup group = plan.groups().get(0);
		if (JobLayout.tells(group)) {
			return this.job;
		}
		if (FailedStartLayout.tells(group)) {
			return this.failedStart;
		}
		if (plan.occasions().contains(Occasion.QUIET)) {
			return this.quiet;
		}
		return isArrival(plan) ? this.first : this.ongoing;
	}

	/** For the thread of a message. */
	Layout reply(MessagePlan plan) {
		return JobLayout.tells(plan.groups().get(0)) ? this.jobReply : this.reply;
	}

	/** The whole trace, for the same thread. */
	TraceLayout trace() {
		return this.trace;
	}

}
