package io.github.slacklogging.inbox.test;

import java.time.Duration;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The context of a test that Spring runs. Loaded only for such tests. */
final class SpringContext {

	/** A sender that cannot get rid of its messages must not hold up all tests. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private SpringContext() {
	}

	/** Whether Spring itself would give this parameter. */
	static boolean resolves(ParameterContext parameter, ExtensionContext context) {
		return new SpringExtension().supportsParameter(parameter, context);
	}

	/** Lets everything arrive that belongs to the time before this test. */
	static void settle(ExtensionContext context) {
		ApplicationContext application = SpringExtension.getApplicationContext(context);
		// what an earlier test has scripted would hold it up
		SharedInbox.get().reset();
		application.getBeanProvider(Settling.class).forEach((sender) -> sender.settle(PATIENCE));
	}

}
