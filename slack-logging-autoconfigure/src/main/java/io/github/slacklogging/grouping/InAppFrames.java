package io.github.slacklogging.grouping;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which frames are the application's own, and what they are called. With known packages,
 * those under them; without, those of no well-known library. Generated code never counts.
 * Remembers what it found, so a frame seen before costs two look-ups. Used by the worker
 * only.
 */
final class InAppFrames {

	private static final int MAX_CLASSES = 10_000;

	private static final int MAX_METHODS = 256;

	/** CGLIB writes this as the source file. */
	private static final String GENERATED_FILE = "<generated>";

	private static final List<String> LIBRARIES = List.of("akka.", "brave.", "ch.qos.logback.", "clojure.",
			"co.elastic.", "com.amazonaws.", "com.azure.", "com.fasterxml.", "com.google.", "com.microsoft.",
			"com.mongodb.", "com.mysql.", "com.netflix.", "com.rabbitmq.", "com.sun.", "com.zaxxer.", "feign.",
			"freemarker.", "graphql.", "groovy.", "io.github.resilience4j.", "io.grpc.", "io.lettuce.",
			"io.micrometer.", "io.netty.", "io.opentelemetry.", "io.r2dbc.", "io.reactivex.", "io.undertow.",
			"io.vertx.", "jakarta.", "java.", "javax.", "jdk.", "junit.", "kotlin.", "kotlinx.", "liquibase.",
			"net.bytebuddy.", "net.sf.cglib.", "okhttp3.", "okio.", "oracle.", "org.apache.", "org.aspectj.",
			"org.codehaus.groovy.", "org.eclipse.", "org.elasticsearch.", "org.flywaydb.", "org.glassfish.", "org.h2.",
			"org.hibernate.", "org.hsqldb.", "org.jboss.", "org.jooq.", "org.junit.", "org.mariadb.", "org.mockito.",
			"org.mongodb.", "org.mybatis.", "org.opensearch.", "org.postgresql.", "org.quartz.", "org.slf4j.",
			"org.springframework.", "org.thymeleaf.", "org.xnio.", "reactor.", "redis.clients.", "retrofit2.", "scala.",
			"software.amazon.", "sun.", "tools.jackson.");

	private final List<String> packages;

	private final RememberedAnswers<String, InAppClass> classes = new RememberedAnswers<>(MAX_CLASSES, this::look);

	InAppFrames(List<String> packages) {
		this.packages = packages.stream()
			.map(String::strip)
			.filter((name) -> !name.isEmpty())
			.map((name) -> name.endsWith(".") ? name : name + ".")
			.toList();
	}

	/**
	 * Class and method as they were written.
	 * @param frame of a stack trace
	 * @return {@code null} when the frame is not the application's own
	 */
	@Nullable String nameOf(StackTraceElement frame) {
		InAppClass type = this.classes.get(frame.getClassName());
		if (!type.inApp() || GENERATED_FILE.equals(frame.getFileName())) {
			return null;
		}
		return type.frames().get(frame.getMethodName());
	}

	private InAppClass look(String type) {
		boolean own = this.packages.isEmpty() ? !startsWithAny(type, LIBRARIES) : startsWithAny(type, this.packages);
		boolean inApp = own && !FrameNames.isGenerated(type);
		String written = FrameNames.type(type) + ".";
		return new InAppClass(inApp,
				new RememberedAnswers<>(MAX_METHODS, (method) -> written + FrameNames.method(method)));
	}

	private static boolean startsWithAny(String type, List<String> prefixes) {
		for (String prefix : prefixes) {
			if (type.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What is known of a class.
	 *
	 * @param inApp whether it is the application's own
	 * @param frames from a method to the name of the frame
	 */
	private record InAppClass(boolean inApp, RememberedAnswers<String, String> frames) {

	}

}
