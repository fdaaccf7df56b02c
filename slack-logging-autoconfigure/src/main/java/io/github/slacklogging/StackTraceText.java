package io.github.slacklogging;

import java.util.List;

/**
 * The stack trace of a throwable as the JVM prints it
 * ({@link Throwable#printStackTrace()}): "Caused by:", "Suppressed:", "... 12 more".
 * Stateless, does not block; what has no room is not even built.
 */
public final class StackTraceText {

	/** Characters of a frame, roughly. */
	private static final int FRAME = 96;

	private static final int MAX_FIRST_GUESS = 16 * 1024;

	private final StringBuilder text;

	private final int maxLength;

	private StackTraceText(StringBuilder text, int maxLength) {
		this.text = text;
		this.maxLength = maxLength;
	}

	/**
	 * The trace, without a line break at its end.
	 * @param throwable masked
	 * @param maxLength most characters; longer ones end with an ellipsis
	 */
	public static String of(MaskedThrowable throwable, int maxLength) {
		int guess = Math.min(MAX_FIRST_GUESS, FRAME * (throwable.frames().size() + 1));
		StackTraceText trace = new StackTraceText(new StringBuilder(guess), maxLength);
		trace.print(throwable, "", "");
		return BoundedText.cut(trace.text.toString(), maxLength);
	}

	private void print(MaskedThrowable outermost, String label, String indent) {
		String caption = label;
		for (MaskedThrowable throwable = outermost; throwable != null && hasRoom(); throwable = throwable.cause()) {
			newLine(indent).append(caption).append(throwable.type());
			if (throwable.message() != null) {
				this.text.append(": ").append(throwable.message());
			}
			frames(throwable, indent + "\t");
			for (MaskedThrowable suppressed : throwable.suppressed()) {
				if (hasRoom()) {
					print(suppressed, "Suppressed: ", indent + "\t");
				}
			}
			caption = "Caused by: ";
		}
	}

	private void frames(MaskedThrowable throwable, String indent) {
		List<StackTraceElement> frames = throwable.frames();
		int common = Math.max(0, Math.min(frames.size(), throwable.framesInCommon()));
		for (StackTraceElement frame : frames.subList(0, frames.size() - common)) {
			if (!hasRoom()) {
				return;
			}
			newLine(indent).append("at ").append(frame);
		}
		if (common > 0) {
			newLine(indent).append("... ").append(common).append(" more");
		}
	}

	private boolean hasRoom() {
		return this.text.length() <= this.maxLength;
	}

	private StringBuilder newLine(String indent) {
		return (this.text.isEmpty() ? this.text : this.text.append('\n')).append(indent);
	}

}
