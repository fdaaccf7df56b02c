package io.github.slacklogging.autoconfigure;

import io.github.slacklogging.mvc.RememberingResolver;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * Remembers the exception that Spring MVC is handling, where there is Spring MVC. Only
 * beside its own resolvers: it gives up its defaults for the first resolver that is a
 * bean. Source: {@code DispatcherServlet#initHandlerExceptionResolvers}.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
		"io.github.slacklogging.autoconfigure.SlackLoggingAutoConfiguration" })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(name = { "ch.qos.logback.classic.LoggerContext",
		"org.springframework.web.servlet.DispatcherServlet", "jakarta.servlet.http.HttpServletRequest" })
public final class SlackLoggingMvcAutoConfiguration {

	/** What Spring MVC calls its own. */
	private static final String RESOLVERS = "handlerExceptionResolver";

	@Bean
	@ConditionalOnBean(name = RESOLVERS)
	@ConditionalOnMissingBean
	RememberingResolver slackLoggingRememberingResolver() {
		return new RememberingResolver();
	}

}
