package io.github.slacklogging.mvc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Remembers what a request failed with, before anybody handles it. Resolves nothing: the
 * application's own resolvers are asked as if this one were not there. Thread-safe, never
 * blocks.
 */
public final class RememberingResolver implements HandlerExceptionResolver, Ordered {

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		request.setAttribute(RequestException.ATTRIBUTE, new Handling(ex, Thread.currentThread()));
		return null;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
