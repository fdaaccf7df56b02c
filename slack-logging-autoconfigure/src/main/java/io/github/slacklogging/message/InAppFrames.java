package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells the application's own frames from those of libraries and of generated code. With
 * no packages given, everything is the application's that is not of a well-known library.
 * Immutable.
 */
final class InAppFrames {

	private static final List<String> LIBRARIES = Stream
		.of("java", "javax", "jdk", "sun", "com.sun", "jakarta", "kotlin", "kotlinx", "scala", "groovy",
				"org.springframework", "org.apache", "org.hibernate", "org.jboss", "org.eclipse", "io.netty",
				"io.undertow", "io.micrometer", "io.opentelemetry", "io.github.resilience4j", "io.lettuce", "reactor",
				"rx", "io.reactivex", "org.reactivestreams", "ch.qos.logback", "org.slf4j", "com.zaxxer",
				"com.fasterxml", "tools.jackson", "org.postgresql", "com.mysql", "org.mariadb", "oracle", "org.h2",
				"com.microsoft.sqlserver", "com.mongodb", "redis.clients", "okhttp3", "retrofit2", "feign",
				"com.google.common", "com.rabbitmq", "org.quartz", "org.aspectj", "net.bytebuddy", "org.junit")
		.map((name) -> name + ".")
		.toList();

	private final List<String> prefixes;

	InAppFrames(List<String> packages) {
		this.prefixes = packages.stream().map((name) -> name + ".").toList();
	}

	/** The own frames, innermost first, a frame that repeats the one before left out. */
	List<StackTraceElement> of(List<StackTraceElement> frames) {
		List<StackTraceElement> own = new ArrayList<>();
		for (StackTraceElement frame : frames) {
			boolean repeats = !own.isEmpty() && own.get(own.size() - 1).equals(frame);
			if (!repeats && isOwn(frame)) {
				own.add(frame);
			}
		}
		return own;
	}

	private boolean isOwn(StackTraceElement frame) {
		String className = frame.getClassName();
		if (isGenerated(frame)) {
			return false;
		}
		return this.prefixes.isEmpty() ? LIBRARIES.stream().noneMatch(className::startsWith)
				: this.prefixes.stream().anyMatch(className::startsWith);
	}

	private static boolean isGenerated(StackTraceElement frame) {
		String className = frame.getClassName();
		return "<generated>".equals(frame.getFileName()) || className.contains("$$")
				|| className.contains("$HibernateProxy$") || className.contains("$ByteBuddy$")
				|| className.contains("LambdaForm") || className.contains("$Proxy");
	}

}
