package io.github.slacklogging.autoconfigure;

import java.util.Map;

import io.github.slacklogging.LogShipping;
import io.github.slacklogging.RunId;
import io.github.slacklogging.runtime.PipelineAssembly;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What the starter makes of properties, without an application around it. */
public final class Assembled {

	private Assembled() {
	}

	/**
	 * Joined and told that there are no beans.
	 * @param properties as in an {@code application.properties}
	 */
	public static PipelineAssembly of(Map<String, Object> properties) {
		PipelineAssembly assembly = new SlackPipelineAssembler().assemble(environment(properties), null,
				RunId.random());
		if (assembly == null) {
			throw new IllegalStateException("Nothing is configured");
		}
		assembly.decorate(new StaticListableBeanFactory());
		return assembly;
	}

	/**
	 * What ships.
	 * @param assembly made with an address
	 */
	public static LogShipping shippingOf(PipelineAssembly assembly) {
		LogShipping shipping = assembly.shipping();
		if (shipping == null) {
			throw new IllegalStateException("No address is configured");
		}
		return shipping;
	}

	static StandardEnvironment environment(Map<String, Object> properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("benchmark", properties));
		return environment;
	}

}
