package io.github.slacklogging.grouping;

import java.util.List;

/**
 * Which frames are the application's own. With known packages, those under them; without,
 * those of no well-known library. Generated code never counts. Immutable.
 */
final class InAppFrames {

	private static final List<String> LIBRARIES = List.of("java.", "javax.", "jakarta.", "jdk.", "sun.", "com.sun.",
			"kotlin.", "kotlinx.", "scala.", "groovy.", "org.codehaus.groovy.", "clojure.", "org.springframework.",
			"org.apache.", "org.hibernate.", "org.eclipse.", "org.jboss.", "org.postgresql.", "com.mysql.",
			"com.zaxxer.", "com.fasterxml.", "tools.jackson.", "com.google.", "io.netty.", "io.undertow.", "reactor.",
			"io.micrometer.", "io.opentelemetry.", "io.grpc.", "feign.", "okhttp3.", "retrofit2.", "ch.qos.logback.",
			"org.slf4j.", "org.junit.", "org.quartz.", "org.mockito.", "net.bytebuddy.", "org.aspectj.", "io.lettuce.",
			"redis.", "org.mongodb.", "com.mongodb.", "org.h2.", "org.flywaydb.", "liquibase.");

	private final List<String> packages;

	InAppFrames(List<String> packages) {
		this.packages = packages.stream().map((name) -> name.endsWith(".") ? name : name + ".").toList();
	}

	boolean contains(StackTraceElement frame) {
		String type = frame.getClassName();
		return (this.packages.isEmpty() ? !startsWithAny(type, LIBRARIES) : startsWithAny(type, this.packages))
				&& !FrameNames.isGenerated(frame);
	}

	private static boolean startsWithAny(String type, List<String> prefixes) {
		for (String prefix : prefixes) {
			if (type.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

}
