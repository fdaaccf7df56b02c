package io.github.slacklogging.it.probe;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * What the application is, one {@code probe.<name>=<value>} a line; lists are joined with
 * commas.
 */
final class Report {

	private static final String ABSENT = "absent";

	private final Map<String, String> lines = new TreeMap<>();

	private Report() {
	}

	static Report of(SpringApplication application, ConfigurableApplicationContext context) {
		Report report = new Report();
		report.put("type", String.valueOf(application.getWebApplicationType()));
		report.put("context", context.getClass().getSimpleName());
		report.put("server", context.getEnvironment().containsProperty("local.server.port") ? "open" : "none");
		report.put("rest-client", isPresent("org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder")
				? Clients.requestFactory() : ABSENT);
		report.put("json-converters", isPresent("org.springframework.web.servlet.DispatcherServlet")
				? String.join(",", Converters.json(context)) : ABSENT);
		report.put("appender",
				isPresent("ch.qos.logback.classic.LoggerContext") ? String.join(",", Appenders.ofSlack()) : ABSENT);
		report.put("user-threads", String.join(",", userThreads()));
		report.put("beans", String.join(",", Arrays.asList(context.getBeanDefinitionNames())));
		return report;
	}

	private static boolean isPresent(String className) {
		return ClassUtils.isPresent(className, Report.class.getClassLoader());
	}

	/** Threads that keep the JVM alive, the caller's and the JVM's own left out. */
	private static Collection<String> userThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !thread.isDaemon() && thread != Thread.currentThread())
			.map(Thread::getName)
			.filter((name) -> !name.equals("DestroyJavaVM"))
			.sorted()
			.toList();
	}

	private void put(String name, String value) {
		this.lines.put(name, value);
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		this.lines.forEach((name, value) -> text.append("probe.").append(name).append('=').append(value).append('\n'));
		return text.toString();
	}

}
