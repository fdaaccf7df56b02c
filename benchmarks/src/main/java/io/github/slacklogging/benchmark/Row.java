package io.github.slacklogging.benchmark;

import java.util.Comparator;

/**
 * One measured figure.
 *
 * @param call what was logged
 * @param threads that logged
 * @param appender that took it
 * @param buffer drained or full
 * @param nanos average time of one call
 * @param error half the 99.9 % confidence interval of it
 * @param bytes allocated per call, by all threads
 */
record Row(String call, int threads, String appender, String buffer, double nanos, double error, double bytes) {

	static final Comparator<Row> ORDER = Comparator.comparing(Row::call)
		.thenComparing(Row::threads)
		.thenComparing(Row::buffer)
		.thenComparing(Row::appender);

}
