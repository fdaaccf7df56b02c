package io.github.slacklogging.worker;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.github.slacklogging.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Says what goes wrong with the logger itself: the first trouble at once, then at most
 * one line a minute with the sums. It is one line whatever a reason holds. It goes to
 * stderr or wherever it is told, never through SLF4J. Texts must hold no secret.
 * Thread-safe.
 */
public final class TroubleLog implements Consumer<String> {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final int MAX_TEXTS = 20;

	private static final String OVERFLOW = "other troubles";

	/** What a reason may hold that comes from another machine, and a line must not. */
	private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

	private final Consumer<String> out;

	private final Supplier<Tick> clock;

	private final Map<String, Long> pending = new LinkedHashMap<>();

	private @Nullable Tick lastPrinted;

	public TroubleLog(Consumer<String> out, Supplier<Tick> clock) {
		this.out = out;
		this.clock = clock;
	}

	@Override
	public void accept(String text) {
		report(text, 1);
	}

	/**
	 * Something went wrong so many times.
	 * @param text what, without any secret
	 * @param count how often
	 */
	public synchronized void report(String text, long count) {
		boolean room = this.pending.size() < MAX_TEXTS || this.pending.containsKey(text);
		this.pending.merge(room ? text : OVERFLOW, count, Long::sum);
		printIfDue();
	}

	/** Prints what has gathered, if the last line is a minute old. */
	public synchronized void printIfDue() {
		if (nanosToNextLine() == 0) {
			print();
		}
	}

	/** Prints what has gathered, for the last time. */
	public synchronized void print() {
		if (this.pending.isEmpty()) {
			return;
		}
		StringJoiner line = new StringJoiner("; ", "slack-logging: ", "");
		this.pending.forEach((text, count) -> line.add((count > 1) ? text + " (" + count + " times)" : text));
		this.pending.clear();
		this.lastPrinted = this.clock.get();
		this.out.accept(UNFIT.matcher(line.toString()).replaceAll(" "));
	}

	/** When something waits to be printed, in nanoseconds from now. */
	public synchronized long nanosToNextLine() {
		if (this.pending.isEmpty()) {
			return Long.MAX_VALUE;
		}
		Tick last = this.lastPrinted;
		return (last == null) ? 0 : Math.max(0, PAUSE.minus(this.clock.get().since(last)).toNanos());
	}

}
