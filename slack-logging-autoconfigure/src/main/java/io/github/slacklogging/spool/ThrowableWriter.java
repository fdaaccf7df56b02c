package io.github.slacklogging.spool;

import java.util.List;

import io.github.slacklogging.MaskedThrowable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a throwable as JSON, bounded in frames, causes and suppressed ones. Stateless.
 */
final class ThrowableWriter {

	/** Most frames of one throwable: the innermost are kept. */
	static final int MAX_FRAMES = 100;

	/** Most causes in a line. */
	static final int MAX_CAUSES = 8;

	/** Most suppressed throwables of one, which lose their own. */
	static final int MAX_SUPPRESSED = 4;

	private ThrowableWriter() {
	}

	/**
	 * Writes a throwable; its frames are numbers.
	 * @param frames gives each frame its number
	 */
	static void write(JsonGenerator json, MaskedThrowable throwable, FrameTable frames) {
		write(json, throwable, frames, MAX_CAUSES, MAX_SUPPRESSED);
	}

	private static void write(JsonGenerator json, MaskedThrowable throwable, FrameTable table, int maxCauses,
			int maxSuppressed) {
		json.writeStartObject();
		GroupWriter.text(json, "type", throwable.type());
		GroupWriter.text(json, "message", throwable.message());
		frames(json, throwable, table);
		if (throwable.cause() != null && maxCauses > 0) {
			json.writeName("cause");
			write(json, throwable.cause(), table, maxCauses - 1, maxSuppressed);
		}
		if (!throwable.suppressed().isEmpty() && maxSuppressed > 0) {
			json.writeArrayPropertyStart("suppressed");
			throwable.suppressed()
				.stream()
				.limit(maxSuppressed)
				.forEach((one) -> write(json, one, table, maxCauses, 0));
			json.writeEndArray();
		}
		json.writeEndObject();
	}

	private static void frames(JsonGenerator json, MaskedThrowable throwable, FrameTable table) {
		List<StackTraceElement> frames = throwable.frames();
		int cut = Math.max(0, frames.size() - MAX_FRAMES);
		json.writeNumberProperty("framesInCommon", Math.max(0, throwable.framesInCommon() - cut));
		json.writeArrayPropertyStart("frames");
		frames.stream().limit(MAX_FRAMES).forEach((frame) -> json.writeNumber(table.placeOf(frame)));
		json.writeEndArray();
	}

	static void write(JsonGenerator json, StackTraceElement frame) {
		json.writeStartObject();
		GroupWriter.text(json, "loader", frame.getClassLoaderName());
		GroupWriter.text(json, "module", frame.getModuleName());
		GroupWriter.text(json, "version", frame.getModuleVersion());
		GroupWriter.text(json, "class", frame.getClassName());
		GroupWriter.text(json, "method", frame.getMethodName());
		GroupWriter.text(json, "file", frame.getFileName());
		json.writeNumberProperty("line", frame.getLineNumber());
		json.writeEndObject();
	}

}
