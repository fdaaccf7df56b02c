package io.github.slacklogging.runtime;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.github.slacklogging.LogEvent;
import io.github.slacklogging.LogShipping;
import io.github.slacklogging.SelfCheck;
import io.github.slacklogging.Tick;
import io.github.slacklogging.appender.SlackAppender;
import io.github.slacklogging.pipeline.SlackPipeline;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * A pipeline and what belongs to it.
 */
public interface PipelineAssembly {

	SlackPipeline pipeline();

	/** What ships events elsewhere too, {@code null} for nothing. */
	@Nullable LogShipping shipping();

	/**
	 * Who takes the events of the appender: the pipeline first, where anything goes to
	 * Slack. The same list each time.
	 */
	List<SlackAppender.Outlet> outlets();

	/** Examines the set-up. */
	SelfCheck selfCheck();

	/** How the appender snapshots. */
	SlackAppender.Settings appender();

	/** As {@link PipelineAssembler#destinationsKey} of its environment. */
	String destinationsKey();

	/** How long events are held at the start; a start that hangs longer is told. */
	Duration holdMax();

	/** Whether exceptions that end a thread are to be logged. */
	boolean tellsUncaughtExceptions();

	/** The clock that the pipeline reads. */
	Supplier<Tick> clock();

	/** Whether everything is composed and nothing sent. */
	boolean isDryRun();

	/** Address of the inbox page where it stands in for Slack. */
	@Nullable String inboxUrl();

	/**
	 * Tells the pipeline the application's own beans. Called once, when all of them
	 * exist.
	 * @param beans of the application
	 */
	void decorate(ListableBeanFactory beans);

	/**
	 * Tells made-up errors to nobody, so that the first real one does not wait until code
	 * is loaded. Takes a second of a processor where nothing was told before; asks no
	 * bean, connects to nobody but this process, and counts and keeps nothing.
	 * @param events made up
	 */
	void rehearse(List<LogEvent> events);

	/**
	 * Tells how it is set up. Called once, after {@link #decorate} and outside of any
	 * event.
	 * @param beans of the application
	 * @param unheard why events of some loggers never get here, a sentence each
	 */
	void report(ListableBeanFactory beans, List<String> unheard);

}
