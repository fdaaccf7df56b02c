package io.github.slacklogging.runtime;

import io.github.slacklogging.RunId;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Makes a pipeline from an environment. The port through which the early start reaches
 * the configuration, which alone knows all stages; found in {@code spring.factories}.
 */
public interface PipelineAssembler {

	/**
	 * Makes a pipeline that is not started yet.
	 * @param environment of the application
	 * @param mainClass of the application, where it is known
	 * @param runId of this JVM
	 * @return {@code null} when there is nothing to do: switched off, or neither a
	 * destination nor anything to ship to
	 */
	@Nullable PipelineAssembly assemble(ConfigurableEnvironment environment, @Nullable Class<?> mainClass, RunId runId);

	/**
	 * Names what an application wants: two applications with different keys cannot share
	 * a pipeline without somebody being surprised.
	 * @param environment of the application
	 * @return opaque, holds no secret; empty when it wants nothing
	 */
	String destinationsKey(ConfigurableEnvironment environment);

}
