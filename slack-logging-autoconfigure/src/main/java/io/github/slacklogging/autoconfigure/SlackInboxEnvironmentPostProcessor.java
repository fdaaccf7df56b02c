package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.autoconfigure.OperationProperties.InboxMode;
import org.apache.commons.logging.Log;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Starts the inbox, a local Slack, and makes it the destination 'default' where it is on
 * the class path and {@code slack.logging.inbox.enabled} allows it. Runs when all
 * configuration is loaded and before logging starts, so its one line is deferred. Nothing
 * that goes wrong here stops the start. Without the inbox hardly anything is read: to
 * bind all properties takes a while.
 */
final class SlackInboxEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	/** After config data and after {@link QuietTestsEnvironmentPostProcessor}. */
	static final int ORDER = Ordered.LOWEST_PRECEDENCE - 10;

	private static final String INBOX = "io.github.slacklogging.inbox.SlackInbox";

	private final Log log;

	SlackInboxEnvironmentPostProcessor(DeferredLogFactory logs) {
		this.log = logs.getLog(SlackInboxEnvironmentPostProcessor.class);
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (Boolean.getBoolean("spring.aot.processing") || InboxPropertySource.in(environment) != null) {
			return;
		}
		try {
			PropertiesBinding binding = new PropertiesBinding(environment);
			// Its own loader: that of a restarting application may see more than this
			// class.
			boolean present = ClassUtils.isPresent(INBOX, getClass().getClassLoader());
			if (binding.isSwitchedOn("enabled") && (present || binding.isInboxDemanded())) {
				start(binding.properties(), present, environment);
			}
		}
		catch (InvalidSlackLoggingConfigurationException ex) {
			// Said where the configuration is read for good, a moment later.
		}
	}

	private void start(SlackLoggingProperties properties, boolean present, ConfigurableEnvironment environment) {
		InboxMode mode = properties.inbox().enabled();
		if (present && mode == InboxMode.AUTO && ProductionProfiles.areActive(environment)
				&& !QuietTests.isTest(environment)) {
			this.log.warn("slack-logging-inbox is on the class path in production, where it does nothing:"
					+ " leave it out of what is shipped");
		}
		if (mode == InboxMode.FALSE || !properties.inbox().isValid()
				|| (mode == InboxMode.AUTO && !isWelcome(properties, environment))) {
			return;
		}
		if (!present) {
			this.log.warn("slack.logging.inbox.enabled is true, but slack-logging-inbox is not on the class path");
			return;
		}
		JvmInbox.SHARED.start(properties.inbox().port(), mode == InboxMode.TRUE, this.log)
			.ifPresent(environment.getPropertySources()::addLast);
	}

	private static boolean isWelcome(SlackLoggingProperties properties, ConfigurableEnvironment environment) {
		return properties.destinations().isEmpty()
				&& !DefaultDestination.of(properties.shortForm(), environment).isConfigured()
				&& !QuietTests.isTest(environment) && !ProductionProfiles.areActive(environment);
	}

}
