package io.github.slacklogging.runtime;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Starts the runtime as soon as Logback is configured, so that errors during start-up are
 * told, and ends it with the application that started it. One instance per
 * {@code SpringApplication}, made from {@code spring.factories}.
 *
 * <p>
 * No type of Logback stands in its signatures: it must load in applications without
 * Logback, where it does nothing. Neither does it while {@code process-aot} runs the
 * application's {@code main}.
 */
public final class SlackLoggingApplicationListener implements GenericApplicationListener {

	private static final boolean LOGBACK_PRESENT = ClassUtils.isPresent("ch.qos.logback.classic.LoggerContext",
			SlackLoggingApplicationListener.class.getClassLoader());

	private @Nullable SpringApplication application;

	private @Nullable EarlyStart earlyStart;

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 2;
	}

	@Override
	public boolean supportsEventType(ResolvableType eventType) {
		Class<?> type = eventType.getRawClass();
		return type != null && SpringApplicationEvent.class.isAssignableFrom(type);
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (!LOGBACK_PRESENT || Boolean.getBoolean("spring.aot.processing")) {
			return;
		}
		if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
			this.application = prepared.getSpringApplication();
			this.earlyStart = new EarlyStart(this.application.getMainApplicationClass());
			this.earlyStart.environmentPrepared(prepared.getEnvironment());
		}
		else if (this.earlyStart == null && event instanceof ApplicationFailedEvent failed) {
			// before there was an environment
			new EarlyStart(failed.getSpringApplication().getMainApplicationClass()).applicationFailed();
		}
		// a context passes the events of its children on to its own listeners
		else if (this.earlyStart != null && event instanceof SpringApplicationEvent own
				&& own.getSpringApplication() == this.application) {
			onOwnEvent(own, this.earlyStart);
		}
	}

	private static void onOwnEvent(SpringApplicationEvent event, EarlyStart earlyStart) {
		if (event instanceof ApplicationContextInitializedEvent initialized) {
			earlyStart.contextInitialized(initialized.getApplicationContext().getEnvironment());
		}
		else if (event instanceof ApplicationPreparedEvent prepared) {
			earlyStart.contextPrepared(prepared.getApplicationContext());
		}
		else if (event instanceof ApplicationStartedEvent started) {
			earlyStart.applicationStarted(started.getApplicationContext());
		}
		else if (event instanceof ApplicationFailedEvent) {
			earlyStart.applicationFailed();
		}
	}

}
