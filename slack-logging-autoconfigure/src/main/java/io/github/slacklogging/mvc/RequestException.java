package io.github.slacklogging.mvc;

import io.github.slacklogging.HandledException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The exception that Spring MVC is handling for the request of the current thread, as
 * {@link RememberingResolver} left it there. It stays until an event has told it or the
 * request ends, so the dispatch to an error page finds it too. Thread-safe, never blocks
 * and never throws; knows of nothing on a thread without a request, and of nothing when
 * the request is gone.
 */
public final class RequestException implements HandledException {

	static final String ATTRIBUTE = RequestException.class.getName();

	@Override
	public @Nullable Throwable current() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return (request != null) ? of(request) : null;
	}

	private static @Nullable Throwable of(RequestAttributes request) {
		try {
			Object handled = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
			return (handled instanceof Throwable thrown) ? thrown : null;
		}
		catch (RuntimeException ex) {
			// the request ended while the thread still has it, an IllegalStateException;
			// a container may have words of its own
			return null;
		}
	}

	@Override
	public void told() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			forget(request);
		}
	}

	private static void forget(RequestAttributes request) {
		try {
			request.removeAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
		}
		catch (RuntimeException ex) {
			// gone with its request
		}
	}

}
