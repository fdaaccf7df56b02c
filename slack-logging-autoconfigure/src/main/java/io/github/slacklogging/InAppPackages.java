package io.github.slacklogging;

import java.util.List;

/**
 * Which classes are the application's own. With known packages, those under them;
 * without, those of no well-known library. Immutable.
 */
public final class InAppPackages {

	private static final List<String> LIBRARIES = List.of("akka.", "brave.", "ch.qos.logback.", "clojure.",
			"co.elastic.", "com.amazonaws.", "com.azure.", "com.fasterxml.", "com.google.", "com.microsoft.",
			"com.mongodb.", "com.mysql.", "com.netflix.", "com.rabbitmq.", "com.sun.", "com.zaxxer.", "feign.",
			"freemarker.", "graphql.", "groovy.", "io.github.resilience4j.", "io.grpc.", "io.lettuce.",
			"io.micrometer.", "io.netty.", "io.opentelemetry.", "io.r2dbc.", "io.reactivex.", "io.undertow.",
			"io.vertx.", "jakarta.", "java.", "javax.", "jdk.", "junit.", "kotlin.", "kotlinx.", "liquibase.",
			"net.bytebuddy.", "net.sf.cglib.", "okhttp3.", "okio.", "oracle.", "org.apache.", "org.aspectj.",
			"org.codehaus.groovy.", "org.eclipse.", "org.elasticsearch.", "org.flywaydb.", "org.glassfish.", "org.h2.",
			"org.hibernate.", "org.hsqldb.", "org.jboss.", "org.jooq.", "org.junit.", "org.mariadb.", "org.mockito.",
			"org.mongodb.", "org.mybatis.", "org.opensearch.", "org.postgresql.", "org.quartz.", "org.reactivestreams.",
			"org.slf4j.", "org.springframework.", "org.thymeleaf.", "org.xnio.", "reactor.", "redis.clients.",
			"retrofit2.", "rx.", "scala.", "software.amazon.", "sun.", "tools.jackson.");

	private final List<String> prefixes;

	/**
	 * Knows the application by its packages.
	 * @param packages of the application; blank ones are ignored, none means unknown
	 */
	public InAppPackages(List<String> packages) {
		this.prefixes = packages.stream()
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.map((name) -> name.endsWith(".") ? name : name + ".")
			.toList();
	}

	/** Whether the class, by its full name, stands in one of these packages. */
	public boolean contains(String className) {
		return this.prefixes.isEmpty() ? !startsWithAny(className, LIBRARIES) : startsWithAny(className, this.prefixes);
	}

	private static boolean startsWithAny(String className, List<String> prefixes) {
		for (String prefix : prefixes) {
			if (className.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

}
