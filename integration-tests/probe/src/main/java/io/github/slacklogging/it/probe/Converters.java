package io.github.slacklogging.it.probe;

import java.util.List;

import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Loaded only where the application has Spring MVC. */
final class Converters {

	private Converters() {
	}

	/** What MVC writes JSON with, the preferred one first. */
	static List<String> json(ApplicationContext context) {
		return context.getBean(RequestMappingHandlerAdapter.class)
			.getMessageConverters()
			.stream()
			.filter((converter) -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_JSON))
			.map(HttpMessageConverter::getClass)
			.map(Class::getSimpleName)
			.toList();
	}

}
