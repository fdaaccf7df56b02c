package io.github.slacklogging.benchmark.caller;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import io.github.slacklogging.appender.SlackAppender.CallerLocation;

/** Who takes part. */
public enum Entrant {

	/** The limit: no application is that lucky. */
	NOOP("no-op, unsynchronized") {
		@Override
		Contender ready(LoggerContext context, boolean stuck) {
			return new NoopContender();
		}
	},

	/** Up to Slack, with the real worker behind the buffer. */
	OURS("ours, location never") {
		@Override
		Contender ready(LoggerContext context, boolean stuck) {
			return OurContender.toSlack(context, CallerLocation.NEVER, stuck);
		}
	},

	/** As the starter is configured if nobody configures it. */
	OURS_LOCATION("ours, location auto") {
		@Override
		Contender ready(LoggerContext context, boolean stuck) {
			return OurContender.toSlack(context, CallerLocation.AUTO, stuck);
		}
	},

	/** Up to Slack and up to OpenSearch. */
	OURS_BOTH("ours, both sinks") {
		@Override
		Contender ready(LoggerContext context, boolean stuck) {
			return OurContender.toBoth(context, stuck);
		}
	},

	/** Our appender and buffer, emptied by a thread that throws away: to find causes. */
	OURS_BARE("ours, buffer only") {
		@Override
		Contender ready(LoggerContext context, boolean stuck) {
			return new BareContender(context, stuck);
		}
	},

	/** What Logback brings. */
	ASYNC("Logback AsyncAppender") {
		@Override
		Contender ready(LoggerContext context, boolean stuck) {
			return QueueContender.async(context, stuck);
		}
	},

	/** A ring buffer in front of any appender. */
	DISRUPTOR("logstash-logback-encoder") {
		@Override
		Contender ready(LoggerContext context, boolean stuck) {
			return QueueContender.disruptor(context, stuck);
		}
	},

	/** Ships to Grafana Loki. */
	LOKI("loki4j") {
		@Override
		Contender ready(LoggerContext context, boolean stuck) {
			return new LokiContender(context);
		}
	},

	/** Ships to Sentry. */
	SENTRY("sentry-logback") {
		@Override
		Contender ready(LoggerContext context, boolean stuck) {
			return new SentryContender(context);
		}
	},

	/** Writes to Slack before the call returns. */
	MARICN("logback-slack-appender") {
		@Override
		Contender ready(LoggerContext context, boolean stuck) {
			return MaricnContender.direct(context);
		}
	},

	/** The same behind Logback's queue, as its manual says. */
	MARICN_ASYNC("logback-slack-appender, async") {
		@Override
		Contender ready(LoggerContext context, boolean stuck) {
			return MaricnContender.queued(context);
		}
	};

	private final String label;

	Entrant(String label) {
		this.label = label;
	}

	/** As in tables and plots. */
	public String label() {
		return this.label;
	}

	/** Whether it is one of ours. */
	public boolean isOurs() {
		return this.name().startsWith("OURS");
	}

	/**
	 * Gets ready.
	 * @param context of the Logback that it will be attached to
	 */
	public Contender ready(LoggerContext context) {
		return ready(context, false);
	}

	/**
	 * Gets ready. The receiver of those that have a queue of events may be stuck, so that
	 * the queue fills up and stays full.
	 * @param context of the Logback that it will be attached to
	 * @param stuck whether the receiver takes nothing
	 */
	abstract Contender ready(LoggerContext context, boolean stuck);

	/**
	 * Gets ready to ignore what is below ERROR: by its own means where it has some, by a
	 * filter of Logback where it has none.
	 * @param context of the Logback that it will be attached to
	 */
	Contender readyForErrors(LoggerContext context) {
		Contender contender = ready(context, false);
		if (!isOurs() && this != NOOP && this != SENTRY) {
			ThresholdFilter filter = new ThresholdFilter();
			filter.setLevel("ERROR");
			filter.start();
			contender.appender().addFilter(filter);
		}
		return contender;
	}

}
