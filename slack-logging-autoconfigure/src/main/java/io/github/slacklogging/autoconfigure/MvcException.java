package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.HandledException;
import io.github.slacklogging.mvc.RequestException;

import org.springframework.util.ClassUtils;

/**
 * The exception that Spring MVC is handling, where there is Spring MVC. Asked before
 * there is a context, so by class and not by bean; nothing of it is loaded elsewhere.
 */
final class MvcException {

	private static final String SPRING_MVC = "org.springframework.web.servlet.DispatcherServlet";

	private MvcException() {
	}

	static HandledException where(ClassLoader loader) {
		return ClassUtils.isPresent(SPRING_MVC, loader) ? new RequestException() : HandledException.NONE;
	}

}
