package io.github.slacklogging.structured;

import io.github.slacklogging.runtime.ProcessRun;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.util.ClassUtils;

/**
 * Comes right before Boot configures Logback, so that the first event that is logged has
 * an id and {@code %logId} is known. Made from {@code spring.factories}.
 *
 * <p>
 * No type of Logback stands in its signatures: it must load in applications without
 * Logback, where it does nothing. Neither does it while {@code process-aot} runs the
 * application's {@code main}.
 */
final class LogIdApplicationListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	private static final boolean LOGBACK_PRESENT = ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext",
			LogIdApplicationListener.class.getClassLoader());

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER - 1;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		if (!LOGBACK_PRESENT || Boolean.getBoolean("spring.aot.processing")) {
			return;
		}
		LogIdWord.register();
		if (Switches.of(event.getEnvironment()).any()) {
			ProcessRun.numberEvents();
		}
	}

}
