package io.github.slacklogging.doctor;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

import io.github.slacklogging.Finding;
import io.github.slacklogging.transport.HttpOutcome;

/**
 * Our clock beside that of the other side, from the header {@code Date} of an answer. The
 * answer was written at some moment of the exchange and the header has whole seconds, so
 * only what lies outside of that counts. Asked of answers to POSTs alone: no cache
 * repeats those with an old date.
 */
final class ClockSkew {

	private static final String CHECK = "clock";

	private static final Duration NOTICEABLE = Duration.ofSeconds(30);

	private static final Duration HARMFUL = Duration.ofMinutes(5);

	private static final String ADVICE = "Let NTP (chrony, systemd-timesyncd, the host of the container) set this "
			+ "machine's clock: times in messages and the windows of links follow it.";

	private ClockSkew() {
	}

	static Finding of(String subject, Asked asked) {
		String date = (asked.outcome() instanceof HttpOutcome.Answered answer) ? answer.date() : null;
		if (date == null) {
			return Finding.skipped(subject, CHECK, "no answer that tells the time", null);
		}
		try {
			return judge(subject,
					skew(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(), asked));
		}
		catch (DateTimeException ex) {
			return Finding.skipped(subject, CHECK, "the answer's date cannot be read", null);
		}
	}

	/** Positive when our clock is fast. */
	private static Duration skew(Instant written, Asked asked) {
		Instant end = asked.before().plus(asked.after().since(asked.before())).instant();
		Duration fast = Duration.between(written.plusSeconds(1), asked.before().instant());
		Duration slow = Duration.between(end, written);
		if (fast.isNegative() && slow.isNegative()) {
			return Duration.ZERO;
		}
		return fast.isNegative() ? slow.negated() : fast;
	}

	private static Finding judge(String subject, Duration skew) {
		Duration amount = skew.abs();
		if (amount.compareTo(NOTICEABLE) <= 0) {
			return Finding.ok(subject, CHECK, "agrees with the answer's, within " + NOTICEABLE.toSeconds() + " s");
		}
		String detail = "this machine's is " + words(amount) + (skew.isNegative() ? " slow" : " fast");
		return (amount.compareTo(HARMFUL) <= 0) ? Finding.warning(subject, CHECK, detail, ADVICE)
				: Finding.failed(subject, CHECK, detail, ADVICE);
	}

	private static String words(Duration amount) {
		return (amount.toMinutes() < 2) ? amount.toSeconds() + " s" : amount.plusSeconds(30).toMinutes() + " min";
	}

}
