package io.github.slacklogging.benchmark.arrival;

/** What has to be said to read the figures; true whatever they are. */
final class ArrivalProse {

	static final String INTRODUCTION = """
			Each product and each Slack have a JVM of their own, in which 200 errors are logged and then, in another \
			context, 6,000; each row of *A stop and a kill* is a JVM of its own. Four threads log errors of 20 kinds, each \
			with an exception and a number of its own, ten at once and then a pause of 0.1 ms, towards a local Slack that \
			is as the row says. *Accounted for* are errors that Slack was told, that wait (in memory and on disk) or that \
			were counted as dropped; a product without books accounts for what Slack was told, found by the numbers in \
			the accepted texts. Of ours, many errors are one message with a count.

			Before it is measured each JVM has logged 400 other errors through a first context, so that classes are loaded; \
			that context is closed again, and what is open then is what threads and descriptors are compared with, \
			after garbage has been collected. A call's time is without that in which its thread was ready and had no \
			processor. The console is off: what is printed is the product's own. What could not be logged within 20 s \
			(6 s for rough figures) is not counted, and the row says how many calls had returned. A row ends when \
			everything is told, or 15 s after the burst (6 s for rough figures) or after Slack is well again.""";

	static final String ENDS = """
			Right after the same burst the application is closed in an orderly way, or killed, while Slack is well or \
			down. Of ours, the next start on the same folder then tells what was kept; what is neither told nor counted \
			is lost. The other products keep nothing, so that there is no next start to wait for. A product that posts \
			within the call has told what its calls have returned for, while Slack is well: a moment after the burst that \
			may be more than ours has, which waits a second for company and has what waits on disk within two.""";

	static final String OTHERS = """
			Products are those that Maven Central gave out when this was made: `com.github.maricn:logback-slack-appender` \
			1.6.1, which never reads Slack's answers and therefore neither waits for a slow Slack nor notices a refusal. \
			`com.cyfrania:logback-slack-appender` 1.2, its successor by name, `kr.geun.logback:slack-appender` 0.0.1, \
			`io.methvin:logslack_2.12` 0.0.3 and `be.olsson:slack-appender` 1.3.0 could not be resolved; appenders on \
			Clojars and JitPack are not on Central, and products such as Sentry do not speak Slack.""";

	private ArrivalProse() {
	}

}
