package io.github.slacklogging.message;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.InAppPackages;

/**
 * Tells the application's own frames from those of libraries and of generated code. With
 * no packages given, everything is the application's that is not of a well-known library.
 * Immutable.
 */
final class InAppFrames {

	private final InAppPackages packages;

	InAppFrames(List<String> packages) {
		this.packages = new InAppPackages(packages);
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
		return !isGenerated(frame) && this.packages.contains(frame.getClassName());
	}

	private static boolean isGenerated(StackTraceElement frame) {
		String className = frame.getClassName();
		return "<generated>".equals(frame.getFileName()) || className.contains("$$")
				|| className.contains("$HibernateProxy$") || className.contains("$ByteBuddy$")
				|| className.contains("LambdaForm") || className.contains("$Proxy");
	}

}
