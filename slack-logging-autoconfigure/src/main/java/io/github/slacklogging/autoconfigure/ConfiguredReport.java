package io.github.slacklogging.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.slacklogging.ChannelRouter;
import io.github.slacklogging.Destination;
import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.diagnosis.SetUpReport;
import io.github.slacklogging.diagnosis.SetUpReport.Fact;
import io.github.slacklogging.pipeline.SlackPipeline.StandIn;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The report of the start: what the configuration comes to, and what somebody should look
 * at.
 *
 * @param stages what each stage was told
 * @param notices what is worth a line though nothing is wrong
 */
record ConfiguredReport(StageSettings stages, List<String> notices) {

	private static final String HEALTH = "slackLoggingHealthIndicator";

	private static final String ENDPOINT = "slackLoggingEndpoint";

	private static final String METERS = "slackLoggingMetrics";

	/**
	 * Puts it together.
	 * @param beans of the application
	 * @param unheard why events of some loggers never get here
	 */
	SetUpReport of(ListableBeanFactory beans, List<String> unheard) {
		ServiceIdentity identity = settings().identity().known();
		String title = "Slack logging of " + identity.name() + " " + identity.version() + ", " + identity.environment()
				+ (settings().properties().dryRun() ? ", a dry run: nothing is sent" : "");
		SetUpWords words = new SetUpWords(this.stages);
		List<Fact> facts = words.facts();
		facts.add(new Fact("jobs", new JobWords(settings().properties()).lines(beans, this.stages.isSpooling())));
		facts.add(new Fact("look at", places(beans)));
		return new SetUpReport(title, facts, warnings(beans, unheard), words.details(new ContributedBeans(beans)));
	}

	private SlackLoggingSettings settings() {
		return this.stages.settings();
	}

	private static List<String> places(ListableBeanFactory beans) {
		List<String> places = new ArrayList<>();
		if (beans.containsBean(HEALTH)) {
			places.add("health component slackLogging");
		}
		if (beans.containsBean(ENDPOINT)) {
			places.add("actuator endpoint slacklogging");
		}
		if (beans.containsBean(METERS)) {
			places.add("meters slack.logging.*");
		}
		return places.isEmpty() ? List.of("nothing: there is neither health nor meters") : places;
	}

	private List<String> warnings(ListableBeanFactory beans, List<String> unheard) {
		List<String> warnings = new ArrayList<>(this.notices);
		RouteReview review = new RouteReview(settings().properties().routes(), settings().properties().level(),
				settings().properties().filter());
		warnings.addAll(review.routesInVain());
		if (!beans.getBeanProvider(ChannelRouter.class).stream().findAny().isPresent()) {
			warnings.addAll(unused(review));
		}
		warnings.addAll(namelessness());
		ConfigurableEnvironment environment = beans.getBeanProvider(ConfigurableEnvironment.class).getIfAvailable();
		if (environment != null) {
			warnings.addAll(new UnreadProperties(BoundNames.all()).in(environment));
		}
		warnings.addAll(unheard);
		if (!beans.containsBean(HEALTH)) {
			warnings.add("There is no health component slackLogging: nobody learns when errors stop reaching Slack. "
					+ "Add spring-boot-starter-actuator, or leave management.health.slack-logging.enabled on");
		}
		return warnings;
	}

	private List<String> unused(RouteReview review) {
		// nobody asked for the inbox to be a destination, so nobody needs to be told
		String inbox = (settings().inboxUrl() != null) ? "default" : "";
		List<String> names = settings().destinations()
			.stream()
			.map(Destination::name)
			.filter((name) -> !name.equals(inbox))
			.toList();
		Set<String> named = settings().standIns()
			.values()
			.stream()
			.map(StandIn::destination)
			.collect(Collectors.toSet());
		named.addAll(settings().properties().jobs().to());
		return review.unused(names, named)
			.stream()
			.map((name) -> "Nothing leads to destination '" + name
					+ "'. Name it in slack.logging.routes[n].to, or remove it")
			.toList();
	}

	private List<String> namelessness() {
		List<String> warnings = new ArrayList<>();
		ServiceIdentity identity = settings().identity().known();
		if (identity.name().equals(ServiceIdentityResolver.UNKNOWN_NAME)) {
			warnings.add("Messages come from " + identity.name()
					+ ": set spring.application.name, slack.logging.service-name or SERVICE_NAME");
		}
		if (identity.version().equals(ServiceIdentityResolver.UNKNOWN_VERSION)) {
			warnings.add("Messages are of version " + identity.version() + ": set spring.application.version, "
					+ "slack.logging.service-version or SERVICE_VERSION, or build with build-info");
		}
		return warnings;
	}

}
