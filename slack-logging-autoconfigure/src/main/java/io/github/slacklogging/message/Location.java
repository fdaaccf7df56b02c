package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.slacklogging.FailedStart;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Where an event happened: the application's frame nearest to the root cause, else the
 * frame that logged. Where a start failed, the one that logged is Spring Boot's and says
 * nothing.
 *
 * @param frame where
 * @param caller the application's frame that called it, where it is known
 */
record Location(StackTraceElement frame, @Nullable StackTraceElement caller) {

	private static final int MAX_CALL = 100;

	static @Nullable Location of(MaskedEvent event, InAppFrames inApp) {
		MaskedThrowable thrown = event.throwable();
		List<StackTraceElement> frames = (thrown != null) ? frames(thrown, inApp) : List.of();
		if (frames.isEmpty()) {
			StackTraceElement caller = event.caller();
			return (caller == null || FailedStart.isReportedBy(caller.getClassName())) ? null
					: new Location(caller, null);
		}
		StackTraceElement frame = frames.get(0);
		for (StackTraceElement next : frames) {
			if (!Names.call(next).equals(Names.call(frame))) {
				return new Location(frame, next);
			}
		}
		return new Location(frame, null);
	}

	/** The own frames of the innermost throwable that has some, else its first one. */
	private static List<StackTraceElement> frames(MaskedThrowable outermost, InAppFrames inApp) {
		List<MaskedThrowable> chain = new ArrayList<>();
		for (MaskedThrowable next = outermost; next != null; next = next.cause()) {
			chain.add(next);
		}
		Collections.reverse(chain);
		for (MaskedThrowable throwable : chain) {
			List<StackTraceElement> own = inApp.of(throwable.frames());
			if (!own.isEmpty()) {
				return own;
			}
		}
		return chain.stream()
			.filter((throwable) -> !throwable.frames().isEmpty())
			.map((throwable) -> throwable.frames().subList(0, 1))
			.findFirst()
			.orElse(List.of());
	}

	/** Writes where, and from where it was called. */
	Mrkdwn writeTo(Mrkdwn line) {
		line.code(call(), MAX_CALL);
		return (this.caller != null) ? line.ours(" ← ").code(Names.call(this.caller), MAX_CALL) : line;
	}

	/** {@code OrderService.find}. */
	String call() {
		return Names.call(this.frame);
	}

	/** {@code OrderService.find (OrderService.java:88)}. */
	String full() {
		return call() + " (" + Names.source(this.frame) + ")";
	}

}
