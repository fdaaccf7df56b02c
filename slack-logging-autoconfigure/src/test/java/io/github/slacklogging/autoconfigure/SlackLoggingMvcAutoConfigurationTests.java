package io.github.slacklogging.autoconfigure;

import java.util.List;

import io.github.slacklogging.HandledException;
import io.github.slacklogging.mvc.RememberingResolver;
import io.github.slacklogging.mvc.RequestException;
import io.github.slacklogging.testing.OwnAutoConfigurations;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.handler.HandlerExceptionResolverComposite;

import static org.assertj.core.api.Assertions.assertThat;

class SlackLoggingMvcAutoConfigurationTests {

	private static final String PROPERTY = "slack.logging.enabled=false";

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withUserConfiguration(OwnAutoConfigurations.class)
		.withPropertyValues(PROPERTY);

	private final WebApplicationContextRunner mvc = this.runner.withBean("handlerExceptionResolver",
			HandlerExceptionResolver.class, HandlerExceptionResolverComposite::new);

	@Test
	void exceptionIsRememberedBeforeItIsResolved() {
		this.mvc.run((context) -> {
			List<HandlerExceptionResolver> resolvers = context.getBeanProvider(HandlerExceptionResolver.class)
				.orderedStream()
				.toList();
			assertThat(resolvers).hasSize(2);
			assertThat(resolvers.get(0)).isInstanceOf(RememberingResolver.class);
		});
	}

	@Test
	void resolversOfSpringAreNotDisplaced() {
		this.runner
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HandlerExceptionResolver.class));
	}

	@Test
	void applicationWithoutServletsRemembersNothing() {
		new ApplicationContextRunner().withUserConfiguration(OwnAutoConfigurations.class)
			.withPropertyValues(PROPERTY)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RememberingResolver.class));
		new ReactiveWebApplicationContextRunner().withUserConfiguration(OwnAutoConfigurations.class)
			.withPropertyValues(PROPERTY)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RememberingResolver.class));
	}

	@Test
	void applicationWithoutSpringMvcRemembersNothing() {
		this.mvc.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RememberingResolver.class));
	}

	@Test
	void exceptionIsAskedForOnlyWhereThereIsSpringMvc() {
		assertThat(MvcException.where(getClass().getClassLoader())).isInstanceOf(RequestException.class);
		assertThat(MvcException.where(new FilteredClassLoader(DispatcherServlet.class)))
			.isSameAs(HandledException.NONE);
	}

}
