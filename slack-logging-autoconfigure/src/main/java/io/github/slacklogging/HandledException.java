package io.github.slacklogging;

import org.jspecify.annotations.Nullable;

/**
 * The exception that the framework is handling on the current thread, where there is a
 * framework that knows. An event that brings no exception of its own gets this one, once:
 * what is logged after that is about something else as well as not. Thread-safe, never
 * blocks, never throws, may be asked on any thread.
 *
 * <p>
 * Spring MVC is such a framework. WebFlux is not: it handles a request on any thread, and
 * has no place bound to one where an exception could be found.
 */
public interface HandledException {

	/** For a thread of which nobody knows anything. */
	HandledException NONE = new HandledException() {

		@Override
		public @Nullable Throwable current() {
			return null;
		}

		@Override
		public void told(Throwable thrown) {
			// nothing to forget
		}

	};

	/** What is being handled on this thread and was not told yet. */
	@Nullable Throwable current();

	/**
	 * An event has brought this one. Nobody else on this thread gets it, nor what caused
	 * it or was caused by it, also if it is handled only after this.
	 * @param thrown of the event, handled or not
	 */
	void told(Throwable thrown);

}
