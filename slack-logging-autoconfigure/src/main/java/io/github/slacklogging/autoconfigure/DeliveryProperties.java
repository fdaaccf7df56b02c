package io.github.slacklogging.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/** How hard and over which wire Slack is tried. */
final class DeliveryProperties {

	private DeliveryProperties() {
	}

	/**
	 * Slack allows about one message per second and channel.
	 *
	 * @param perSecond Messages per second for each credential and channel.
	 * @param burst Messages that may follow each other at once.
	 */
	record RateLimit(@DefaultValue("1") double perSecond, @DefaultValue("1") int burst) {

		void check(Problems problems) {
			if (!(this.perSecond >= 0.001 && this.perSecond <= 1000)) {
				problems.add("rate-limit.per-second", "is not between 0.001 and 1000", "Slack allows about 1.");
			}
			problems.atLeast("rate-limit.burst", this.burst, 1);
		}

	}

	/**
	 * After a failed attempt.
	 *
	 * @param initialBackoff Wait after the first failed attempt, doubled after each
	 * further one.
	 * @param maxBackoff Longest wait between two attempts. What Slack asks for always
	 * wins.
	 * @param jitter Share by which a wait is shortened or lengthened at random, from 0 to
	 * 1.
	 * @param maxAttempts Attempts before a message is given up. With 0 there is no limit.
	 */
	record Retry(@DefaultValue("1s") Duration initialBackoff, @DefaultValue("1m") Duration maxBackoff,
			@DefaultValue("0.2") double jitter, @DefaultValue("0") int maxAttempts) {

		void check(Problems problems) {
			problems.positive("retry.initial-backoff", this.initialBackoff);
			problems.positive("retry.max-backoff", this.maxBackoff);
			if (this.maxBackoff.compareTo(this.initialBackoff) < 0) {
				problems.add("retry.max-backoff", "is shorter than slack.logging.retry.initial-backoff",
						"Raise the one or lower the other.");
			}
			if (!(this.jitter >= 0 && this.jitter <= 1)) {
				problems.add("retry.jitter", "is not between 0 and 1", "0.2 varies each wait by a fifth.");
			}
			problems.atLeast("retry.max-attempts", this.maxAttempts, 0);
		}

	}

	/**
	 * After failures in a row.
	 *
	 * @param failures Failures in a row after which a destination is left alone. An
	 * answer that asks to slow down is no failure.
	 * @param openFor How long a destination is left alone before one attempt finds out.
	 */
	record CircuitBreaker(@DefaultValue("5") int failures, @DefaultValue("30s") Duration openFor) {

		void check(Problems problems) {
			problems.atLeast("circuit-breaker.failures", this.failures, 1);
			problems.positive("circuit-breaker.open-for", this.openFor);
		}

	}

	/**
	 * The transport, private to Slack.
	 *
	 * @param connectTimeout Longest time to connect to Slack.
	 * @param responseTimeout Longest time for a whole exchange with Slack.
	 * @param connectionMaxAge Age after which a connection is not used again.
	 * @param proxy HTTP proxy as host:port. When not set the settings of the JVM count.
	 * @param sslBundle Name of the SSL bundle for connections to Slack.
	 */
	record Http(@DefaultValue("3s") Duration connectTimeout, @DefaultValue("5s") Duration responseTimeout,
			@DefaultValue("5m") Duration connectionMaxAge, @Nullable String proxy, @Nullable String sslBundle) {

		static final String PROXY = "http.proxy";

		/** A message under way for longer counts as lost, and another one may follow. */
		private static final Duration LONGEST_EXCHANGE = Duration.ofMinutes(1);

		void check(Problems problems) {
			problems.positive("http.connect-timeout", this.connectTimeout);
			problems.notLonger("http.connect-timeout", this.connectTimeout, LONGEST_EXCHANGE);
			problems.positive("http.response-timeout", this.responseTimeout);
			problems.notLonger("http.response-timeout", this.responseTimeout, LONGEST_EXCHANGE);
			problems.positive("http.connection-max-age", this.connectionMaxAge);
			problems.notLonger("http.connection-max-age", this.connectionMaxAge, Duration.ofHours(1));
			ProxyAddress.parse(PROXY, this.proxy, problems);
		}

		// Without the proxy, which may hold a password until it is refused.
		@Override
		public String toString() {
			return "Http[responseTimeout=" + this.responseTimeout + "]";
		}

	}

	/**
	 * End of the application.
	 *
	 * @param timeout Longest time that the end of the application waits for messages.
	 */
	record Shutdown(@DefaultValue("5s") Duration timeout) {

		void check(Problems problems) {
			problems.notNegative("shutdown.timeout", this.timeout);
		}

	}

}
