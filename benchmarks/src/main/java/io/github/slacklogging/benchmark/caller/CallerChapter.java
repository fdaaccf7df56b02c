package io.github.slacklogging.benchmark.caller;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.benchmark.caller.CallerPart.Stalls;
import io.github.slacklogging.benchmark.page.Block;

/** Puts the chapter together. */
final class CallerChapter {

	private static final String OPENING = """
			One logging call, `log.error("Payment {} failed for user {}", id, user)` with two entries in the MDC, is \
			timed on the thread that logs, with one appender attached and everything that belongs behind it running: \
			with JMH, each figure in a JVM of its own (`-Xmx1g`), in nanoseconds per call with the 99.9 % interval of \
			confidence. Everything is to be read against the first row, an appender that does nothing but keep the \
			event: what is above it is the appender's. A share of dropped events, beside a figure, is what was logged \
			and never came out at the far end; where none is told, everything arrived.""";

	private static final String CASES = """
			*Paced* is how an error log usually is: 10,000 events per second in all, in bursts of 20, so that a worker \
			sleeps when a burst begins. *Saturated* is one call after the other without end, which no worker keeps up \
			with: what does not wait must drop, and a dropped event costs its caller less. *Fitting* is as fast, but \
			in bursts of 2,000, each begun with an empty queue: nothing needs to be dropped. \
			Paced calls may cost more with the no-op than with a contender behind which a worker keeps looking: supposedly \
			the processor itself sleeps between two bursts where nothing else runs, which was not measured. \
			Bytes are those that the calling thread allocates, and in parentheses those of the whole process, \
			where workers fold and send; paced, 4 threads.""";

	private static final String SET_UP = """
			All queues hold 8,192 events. Behind ours are its real buffer, worker and stages, and a sender that \
			accepts at once; the sequence number that the starter gives each event is part of its figures. \
			`AsyncAppender` never blocks and discards nothing before it is full (`neverBlock=true`, \
			`discardingThreshold=0`), like the ring buffer of logstash-logback-encoder 9.0 (\
			`LoggingEventAsyncDisruptorAppender`) it stands in front of an appender that only counts. loki4j 2.1 and \
			sentry-logback 8.53 have transports that count and throw away; a batch of loki4j waits 200 ms for more \
			instead of a minute, and Sentry's search for duplicates is off, as here every event is one. \
			logback-slack-appender 1.6.1 posts to a server in the same JVM and does not read its answer; \
			*async* is how its manual uses it, behind an `AsyncAppender` with its defaults: 256 events, and a \
			caller waits when they are there.""";

	private final Readings readings;

	private final Stalls stalls;

	CallerChapter(Readings readings, Stalls stalls) {
		this.readings = readings;
		this.stalls = stalls;
	}

	List<Block> blocks() {
		CallerTables tables = new CallerTables(this.readings);
		CallerPlots plots = new CallerPlots(this.readings);
		List<Block> blocks = new ArrayList<>();
		blocks.add(new Block.Text(OPENING));
		blocks.add(new Block.Text(CASES));
		blocks.add(new Block.Text("### A plain event"));
		blocks.add(tables.costs(Call.PLAIN));
		blocks.add(new Block.Text("### An event with a throwable"));
		blocks.add(tables.costs(Call.THROWABLE));
		blocks.add(plots.bars("caller-paced", "Paced, 4 threads", Load.PACED, 4));
		blocks.add(plots.bars("caller-saturated", "Saturated, 1 thread", Load.SATURATED, 1));
		blocks.add(new Block.Text("### A full queue, an event nobody wants, the first one after a silence"));
		blocks.add(tables.others());
		blocks.add(new Block.Text("### Goals"));
		blocks.add(new Block.Goals(new CallerGoals(this.readings, this.stalls).all()));
		blocks.add(new Block.Text(new Standing(this.readings).sentences()));
		blocks.add(new Block.Text(SET_UP));
		return blocks;
	}

}
