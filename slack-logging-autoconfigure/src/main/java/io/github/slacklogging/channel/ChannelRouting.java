package io.github.slacklogging.channel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.github.slacklogging.ChannelRouter;
import io.github.slacklogging.Destination;
import io.github.slacklogging.EventFilter;
import io.github.slacklogging.LogEvent;
import io.github.slacklogging.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Names the destinations of an event. In this order: the configured filters, the
 * application's filters, for the report of a job what is configured for jobs, the
 * configured routes of which the first that matches wins, and the application's routers,
 * each of which may replace what the one before it chose.
 *
 * <p>
 * An alert is not lost by a mistake in the application's code: a filter that throws lets
 * the event pass; a router that throws, or names nothing but unknown destinations, keeps
 * what was proposed.
 *
 * <p>
 * For one thread, the worker. Blocks no longer than the application's filters and routers
 * do; never throws because of them.
 */
public final class ChannelRouting {

	private final Set<String> destinations;

	private final Filter filter;

	private final List<Rule> rules;

	private final Decision unrouted;

	private final List<EventFilter> filters;

	private final List<ChannelRouter> routers;

	private final Trouble trouble;

	/**
	 * Reads the patterns of the settings once.
	 * @param settings filters, routes and known destinations
	 * @param filters of the application, in order
	 * @param routers of the application, in order
	 * @param trouble told, in one line without any text of an event, what went wrong in
	 * the application's filters and routers; unknown names once each
	 */
	public ChannelRouting(Settings settings, List<EventFilter> filters, List<ChannelRouter> routers,
			Consumer<String> trouble) {
		this.destinations = settings.destinations();
		this.filter = Filter.of(settings.filter());
		this.rules = new ArrayList<>(Rule.ofJobs(settings.jobsTo(), settings.destinations()));
		this.rules.addAll(Rule.allOf(settings.routes(), settings.destinations()));
		this.unrouted = this.destinations.contains(Destination.DEFAULT)
				? new Decision(List.of(Destination.DEFAULT), "no route matches")
				: new Decision(List.of(), "no route matches, and there is no destination 'default'");
		this.filters = List.copyOf(filters);
		this.routers = List.copyOf(routers);
		this.trouble = new Trouble(trouble);
	}

	/**
	 * Where the event goes.
	 * @param event not masked yet
	 * @return known destinations, each once; empty when the event stays away from Slack
	 */
	public List<String> route(LogEvent event) {
		return decide(event).destinations();
	}

	/**
	 * Where the event goes, and which rule says so. Words are made beforehand, but for
	 * those of the application's own parts.
	 * @param event not masked yet
	 */
	public Decision decide(LogEvent event) {
		String objection = objection(event);
		return (objection != null) ? new Decision(List.of(), objection) : asked(event, proposed(event));
	}

	private @Nullable String objection(LogEvent event) {
		String objection = this.filter.objection(event);
		if (objection != null) {
			return objection;
		}
		for (EventFilter candidate : this.filters) {
			try {
				if (!candidate.accepts(event)) {
					return "EventFilter " + candidate.getClass().getName();
				}
			}
			catch (Throwable ex) {
				this.trouble.threw(candidate, ex, "the event passes");
			}
		}
		return null;
	}

	private Decision proposed(LogEvent event) {
		for (Rule rule : this.rules) {
			if (rule.matches(event)) {
				return rule.decision();
			}
		}
		return this.unrouted;
	}

	private Decision asked(LogEvent event, Decision proposed) {
		Decision decision = proposed;
		for (ChannelRouter router : this.routers) {
			try {
				List<String> before = decision.destinations();
				List<String> chosen = known(router.route(event, before), before);
				decision = chosen.equals(before) ? decision
						: new Decision(chosen, "ChannelRouter " + router.getClass().getName());
			}
			catch (Throwable ex) {
				this.trouble.threw(router, ex, "its choice is ignored");
			}
		}
		return decision;
	}

	private List<String> known(List<String> chosen, List<String> proposed) {
		Set<String> known = new LinkedHashSet<>();
		boolean unknown = false;
		for (String name : chosen) {
			if (this.destinations.contains(name)) {
				known.add(name);
			}
			else if (!Destination.NONE.equals(name)) {
				unknown = true;
				this.trouble.unknownDestination(name);
			}
		}
		return (known.isEmpty() && unknown) ? proposed : List.copyOf(known);
	}

	/**
	 * Where an event goes, and why. Immutable.
	 *
	 * @param destinations known ones, each once; empty when the event stays away from
	 * Slack
	 * @param by the rule that says so, as people know it: its property without the
	 * prefix, or the class of a bean
	 */
	public record Decision(List<String> destinations, String by) {

		public Decision {
			destinations = List.copyOf(destinations);
		}

	}

	/**
	 * What decides where events go. Checks itself: a mistake is an
	 * {@link IllegalArgumentException} that names the property.
	 *
	 * @param filter what never goes to Slack
	 * @param routes tried in order
	 * @param destinations names of all configured destinations; without {@code default},
	 * events that no route matches stay in the JVM
	 * @param jobsTo where reports of jobs go before any route is tried: names of
	 * destinations, or {@code none} alone; empty: the routes say
	 */
	public record Settings(FilterSettings filter, List<Route> routes, Set<String> destinations, List<String> jobsTo) {

		/** Reports of jobs are routed like anything else. */
		public Settings(FilterSettings filter, List<Route> routes, Set<String> destinations) {
			this(filter, routes, destinations, List.of());
		}

		public Settings {
			routes = List.copyOf(routes);
			destinations = Set.copyOf(destinations);
			jobsTo = List.copyOf(jobsTo);
			Rule.ofJobs(jobsTo, destinations);
			Filter.of(filter);
			Rule.allOf(routes, destinations);
		}

	}

	/**
	 * What never goes to Slack. Loggers are whole package segments, messages are RE2
	 * patterns searched in the formatted text, exceptions are meant as in {@link Route}.
	 *
	 * @param includeLoggers only events of these, where any are given
	 * @param excludeLoggers no event of these
	 * @param includeMessages only events with one of these, where any are given
	 * @param excludeMessages no event with one of these
	 * @param excludeMarkers no event with one of these
	 * @param excludeExceptions no event with one of these
	 */
	public record FilterSettings(List<String> includeLoggers, List<String> excludeLoggers, List<String> includeMessages,
			List<String> excludeMessages, List<String> excludeMarkers, List<String> excludeExceptions) {

		public FilterSettings {
			includeLoggers = List.copyOf(includeLoggers);
			excludeLoggers = List.copyOf(excludeLoggers);
			includeMessages = List.copyOf(includeMessages);
			excludeMessages = List.copyOf(excludeMessages);
			excludeMarkers = List.copyOf(excludeMarkers);
			excludeExceptions = List.copyOf(excludeExceptions);
		}

	}

	/**
	 * Where some events go. Every condition given must hold; of the names in one
	 * condition one is enough, of the pairs in {@code mdc} all are needed. A route
	 * without conditions matches everything.
	 *
	 * @param level lowest severity
	 * @param loggers whole package segments: {@code com.acme} is {@code com.acme.X}, not
	 * {@code com.acmex}
	 * @param markers names
	 * @param exceptions class names, fully qualified or their last segments, of the
	 * throwable or any of its causes. Super classes do not count: only names are known
	 * @param message RE2 pattern, searched in the formatted text
	 * @param mdc {@code key=value}
	 * @param to names of destinations, or {@code none} alone
	 */
	public record Route(@Nullable Severity level, List<String> loggers, List<String> markers, List<String> exceptions,
			@Nullable String message, List<String> mdc, List<String> to) {

		public Route {
			loggers = List.copyOf(loggers);
			markers = List.copyOf(markers);
			exceptions = List.copyOf(exceptions);
			mdc = List.copyOf(mdc);
			to = List.copyOf(to);
		}

	}

}
