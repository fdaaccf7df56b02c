package io.github.slacklogging.mvc;

import java.lang.ref.WeakReference;

import io.github.slacklogging.HandledException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The exception that Spring MVC is handling for the request of the current thread, as
 * {@link RememberingResolver} left it there. It stays until an event has told it or the
 * request ends, so the dispatch to an error page finds it too; one that was told before
 * it came to Spring MVC ("log and rethrow") is told. Thread-safe, never blocks and never
 * throws; knows of nothing on a thread without a request, and of nothing when the request
 * is gone.
 */
public final class RequestException implements HandledException {

	static final String ATTRIBUTE = RequestException.class.getName();

	/**
	 * What this thread told latest. Of types of the JDK and held weakly: nothing that is
	 * left of it in a thread's table keeps a class loader alive.
	 */
	private final ThreadLocal<WeakReference<Throwable>> latest = new ThreadLocal<>();

	@Override
	public @Nullable Throwable current() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		Handling handling = (request != null) ? of(request) : null;
		return (handling != null && !isTold(handling)) ? handling.thrown() : null;
	}

	private boolean isTold(Handling handling) {
		WeakReference<Throwable> told = this.latest.get();
		Throwable thrown = (told != null) ? told.get() : null;
		return thrown != null && handling.isOf(thrown);
	}

	private static @Nullable Handling of(RequestAttributes request) {
		try {
			Object handled = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
			return (handled instanceof Handling handling && handling.isHere()) ? handling : null;
		}
		catch (RuntimeException ex) {
			// the request ended while the thread still has it, an IllegalStateException;
			// a container may have words of its own
			return null;
		}
	}

	@Override
	public void told(Throwable thrown) {
		this.latest.set(new WeakReference<>(thrown));
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		Handling handling = (request != null) ? of(request) : null;
		if (request != null && handling != null && handling.isOf(thrown)) {
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
