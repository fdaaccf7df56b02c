package io.github.slacklogging.message;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the application was doing: an HTTP request or a job, where its diagnostic context
 * tells. Names of keys: Logback's {@code MDCInsertingServletFilter}, OpenTelemetry's
 * semantic conventions, and what people write themselves.
 */
final class Origin {

	private static final List<String> REQUESTS = List.of("request", "http.request");

	private static final List<String> METHODS = List.of("req.method", "http.request.method", "http.method",
			"request.method");

	private static final List<String> PATHS = List.of("http.route", "req.requestURI", "url.path", "http.path",
			"request.uri", "request.path");

	private static final List<String> JOBS = List.of("job", "jobName", "job_name", "job.name");

	private Origin() {
	}

	/** {@code GET /orders} or {@code job cleanup}; empty where nothing is known. */
	static String of(Map<String, String> mdc) {
		String request = first(mdc, REQUESTS);
		if (!request.isEmpty()) {
			return withoutQuery(request);
		}
		String path = first(mdc, PATHS);
		if (!path.isEmpty()) {
			return withoutQuery((first(mdc, METHODS) + " " + path).strip());
		}
		String job = first(mdc, JOBS);
		return job.isEmpty() ? "" : "job " + job;
	}

	private static String first(Map<String, String> mdc, List<String> keys) {
		return keys.stream()
			.map(mdc::get)
			.filter(Objects::nonNull)
			.filter((value) -> !value.isBlank())
			.findFirst()
			.orElse("");
	}

	private static String withoutQuery(String request) {
		int query = request.indexOf('?');
		return (query >= 0) ? request.substring(0, query) : request;
	}

}
