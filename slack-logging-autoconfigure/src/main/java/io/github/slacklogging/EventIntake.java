package io.github.slacklogging;

/**
 * Where the appender leaves its events. Thread-safe; called on threads that log: it never
 * blocks, never throws and takes no lock.
 */
public interface EventIntake {

	/**
	 * Whether an event of this severity has room now. Asked before the event is made, so
	 * that a full buffer costs no more than an accepted event.
	 * @param severity of the event
	 * @return {@code false} when there is no room; the event is then already counted as
	 * dropped
	 */
	boolean admits(Severity severity);

	/**
	 * Takes the event or counts it as dropped.
	 * @param event to take
	 * @return whether it was taken
	 */
	boolean offer(LogEvent event);

	/**
	 * Counts an event that never became one.
	 * @param reason why
	 * @param severity of the event
	 */
	void dropped(DropReason reason, Severity severity);

}
