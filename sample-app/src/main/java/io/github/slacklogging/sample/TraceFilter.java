package io.github.slacklogging.sample;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request its ids and tells the caller the request id, so that a complaint
 * can be found in the log and in Slack.
 */
@Component
final class TraceFilter extends OncePerRequestFilter {

	static final String HEADER = "X-Request-Id";

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try (Trace trace = Trace.open()) {
			response.setHeader(HEADER, trace.requestId());
			chain.doFilter(request, response);
		}
	}

}
