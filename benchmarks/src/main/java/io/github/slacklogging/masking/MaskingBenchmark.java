package io.github.slacklogging.masking;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the worker pays to mask a text with all rules that work by default.
 * {@code benchmarks/run Masking} runs it. Goals: 200 clean characters 2 µs, dirty ones 20
 * µs; 64 Ki characters of what is meant to be slow 5 ms, and twice as much for twice the
 * length.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MaskingBenchmark {

	private final TextMasking masking = EventMasking.Settings.defaults().chosen().textMasking();

	@Benchmark
	public Object text200(Text text) {
		return this.masking.mask(text.kind.text);
	}

	@Benchmark
	public Object adversarial(Adversary adversary) {
		return this.masking.mask(adversary.text);
	}

	/** Texts of 200 characters. */
	public enum Kind {

		/** As most events are. */
		CLEAN("Order 4711 of customer 12 could not be placed because the payment provider did not answer in time; "
				+ "the order stays open and will be tried again by the scheduler in about ten minutes from now"),

		/** With much of what triggers look for, and nothing to mask. */
		HARMLESS("2026-11-26T10:00:00Z [main] c.a.o.TokenFilter : user=jane, passwordPolicy=STRICT, tokens=128 "
				+ "GET https://shop.example.com:8443/orders/4711?sort=name#top id=123e4567-e89b-12d3-a456-426614174000"),

		/** Several secrets of different kinds. */
		DIRTY("login of jane@example.com failed: password=hunter2, Authorization: Bearer abcdef0123456789abcdef, "
				+ "card 4111 1111 1111 1111, {\"apiKey\":\"abc-123\"}, ssn 123-45-6789, redis://app:s3cret@cache:6379/0");

		private final String text;

		Kind(String text) {
			this.text = (text + " ".repeat(200)).substring(0, 200);
		}

	}

	/** One of the short texts. */
	@State(Scope.Thread)
	public static class Text {

		@Param
		public Kind kind = Kind.CLEAN;

	}

	/** A long text made of one piece. */
	@State(Scope.Thread)
	public static class Adversary {

		@Param({ "password=\"", "\"password\">", "{\"a\":\"\\\"token\\\":", "eyJ", "authorization: bearer ", "xoxb",
				"ghp_", "4111 ", "a@b.", "://a:", "key sk-", "<password>", "-----BEGIN PRIVATE KEY-----",
				"aws secret AKIA", "DE89 3704 ", "sig=", "Cookie: a=b; " })
		public String piece = "";

		@Param({ "32768", "65536" })
		public int length;

		private String text = "";

		@Setup
		public void repeat() {
			this.text = this.piece.repeat(this.length / this.piece.length());
		}

	}

}
