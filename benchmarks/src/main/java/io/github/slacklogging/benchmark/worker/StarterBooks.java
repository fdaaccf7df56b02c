package io.github.slacklogging.benchmark.worker;

import io.github.slacklogging.pipeline.PipelineStatus;
import io.github.slacklogging.pipeline.PipelineView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** What the starter of an application says of itself. Only loaded where it is there. */
final class StarterBooks {

	/** Long enough for a banner that waits for a permit. */
	private static final int MAX_LOOKS = 100;

	private static final long BETWEEN_LOOKS = 100;

	private StarterBooks() {
	}

	/** In words, as soon as nothing is in the buffer and something was told. */
	static String afterStorm(ApplicationContext application) throws InterruptedException {
		PipelineView view = application.getBean(PipelineView.class);
		PipelineStatus status = view.status();
		for (int i = 0; i < MAX_LOOKS && !isOver(status); i++) {
			Thread.sleep(BETWEEN_LOOKS);
			status = view.status();
		}
		if (status == null) {
			return "no status";
		}
		return "balances=" + status.balances() + " told=" + !status.delivered().isEmpty() + " accepted="
				+ status.accepted() + " waiting=" + status.waiting() + " dropped=" + status.dropped();
	}

	private static boolean isOver(@Nullable PipelineStatus status) {
		return status != null && status.bufferSize() == 0
				&& status.delivered().values().stream().anyMatch((count) -> count > 0);
	}

}
