package io.github.slacklogging.message;

import java.util.regex.Pattern;

import io.github.slacklogging.ServiceIdentity;

/** Names of classes, methods and versions as people say them. */
final class Names {

	/** What compilers and proxies add behind the class that was written. */
	private static final Pattern GENERATED_CLASS = Pattern
		.compile("(\\$\\$|\\$[A-Z]\\w*CGLIB|\\$Hibernate|\\$ByteBuddy).*");

	private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

	private Names() {
	}

	/** {@code OrderService} of {@code com.acme.OrderService}. */
	static String simple(String className) {
		String written = written(className);
		String simple = written.substring(written.lastIndexOf('.') + 1).replace('$', '.');
		return simple.isEmpty() ? className : simple;
	}

	/** {@code c.a.OrderService} of {@code com.acme.OrderService}. */
	static String abbreviated(String className) {
		StringBuilder name = new StringBuilder();
		int start = 0;
		for (int dot = className.indexOf('.'); dot >= 0; dot = className.indexOf('.', start)) {
			if (dot > start) {
				name.appendCodePoint(className.codePointAt(start)).append('.');
			}
			start = dot + 1;
		}
		return name.append(className, start, className.length()).toString();
	}

	/** {@code OrderService.find}. */
	static String call(StackTraceElement frame) {
		String method = LAMBDA.matcher(frame.getMethodName()).replaceFirst("$1");
		return simple(frame.getClassName()) + "." + method;
	}

	/** {@code OrderService.java:88}, or what is known of it. */
	static String source(StackTraceElement frame) {
		if (frame.isNativeMethod()) {
			return "Native Method";
		}
		String file = frame.getFileName();
		if (file == null) {
			return "Unknown Source";
		}
		return (frame.getLineNumber() >= 0) ? file + ":" + frame.getLineNumber() : file;
	}

	/** {@code 1.8.2 (a1b2c3d)}, or what is known of it. */
	static String version(ServiceIdentity identity) {
		String commit = identity.commit();
		return (commit == null || commit.isBlank()) ? identity.version()
				: identity.version() + " (" + commit.substring(0, Math.min(7, commit.length())) + ")";
	}

	private static String written(String className) {
		return GENERATED_CLASS.matcher(className).replaceFirst("");
	}

}
