package io.github.slacklogging.benchmark.page;

import java.time.LocalDate;

/**
 * When and where something was measured, as far as it helps to understand the figures and
 * tells nothing else of the machine.
 *
 * @param day of the measurement
 * @param processors that the JVM may use
 * @param java version of the JVM that measured
 * @param system the operating system's name
 */
public record Circumstances(String day, int processors, String java, String system) {

	static Circumstances ofNow() {
		return new Circumstances(LocalDate.now().toString(), Runtime.getRuntime().availableProcessors(),
				System.getProperty("java.version"), System.getProperty("os.name"));
	}

}
