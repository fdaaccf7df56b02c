package io.github.slacklogging.grouping;

import java.util.List;

import io.github.slacklogging.InAppPackages;
import org.jspecify.annotations.Nullable;

/**
 * Which frames are the application's own, and what they are called. Generated code never
 * counts. Remembers what it found, so a frame seen before costs two look-ups. Used by the
 * worker only.
 */
final class InAppFrames {

	private static final int MAX_CLASSES = 10_000;

	private static final int MAX_METHODS = 256;

	/** CGLIB writes this as the source file. */
	private static final String GENERATED_FILE = "<generated>";

	private final InAppPackages packages;

	private final RememberedAnswers<String, InAppClass> classes = new RememberedAnswers<>(MAX_CLASSES, this::look);

	InAppFrames(List<String> packages) {
		this.packages = new InAppPackages(packages);
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
		boolean inApp = this.packages.contains(type) && !FrameNames.isGenerated(type);
		String written = FrameNames.type(type) + ".";
		return new InAppClass(inApp,
				new RememberedAnswers<>(MAX_METHODS, (method) -> written + FrameNames.method(method)));
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
