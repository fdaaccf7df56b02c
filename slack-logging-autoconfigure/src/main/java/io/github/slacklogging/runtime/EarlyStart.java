package io.github.slacklogging.runtime;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What one Spring application does to the runtime before its beans exist, and after they
 * are gone.
 */
final class EarlyStart {

	/** Under this name the beans find the tenant that the early start made. */
	static final String TENANT_BEAN = "slackLoggingTenant";

	private static final Map<String, Object> STRICT = Map.of("slack.logging.fail-on-invalid-configuration", true);

	private final @Nullable Class<?> mainClass;

	private final @Nullable SharedRuntime shared = RuntimeHolder.find();

	private Set<String> knownSources = Set.of();

	private boolean environmentSeen;

	private @Nullable Tenant tenant;

	EarlyStart(@Nullable Class<?> mainClass) {
		this.mainClass = mainClass;
	}

	void environmentPrepared(ConfigurableEnvironment environment) {
		if (this.shared == null || environment.getPropertySources().contains("bootstrap")) {
			// the latter is Spring Cloud's preliminary context: the real environment
			// comes after it
			return;
		}
		this.environmentSeen = true;
		this.knownSources = sources(environment);
		Tenant entering = new Tenant(environment, this.mainClass, Thread.currentThread());
		this.shared.enter(entering);
		this.tenant = entering;
	}

	/** Initializers may have added properties: configuration servers, dynamic tests. */
	void contextInitialized(ConfigurableEnvironment environment) {
		if (this.shared == null || this.tenant == null) {
			return;
		}
		SlackLoggingRuntime runtime = this.shared.current();
		if (runtime != null) {
			runtime.ensureAttached();
		}
		else if (!this.knownSources.equals(sources(environment))) {
			this.shared.leave(this.tenant);
			environmentPrepared(environment);
		}
	}

	private static Set<String> sources(ConfigurableEnvironment environment) {
		return environment.getPropertySources().stream().map(PropertySource::getName).collect(Collectors.toSet());
	}

	/**
	 * Registered before any bean exists, so destroyed after all of them: what beans log
	 * while they are destroyed is still told.
	 */
	void contextPrepared(ConfigurableApplicationContext context) {
		contextInitialized(context.getEnvironment());
		SharedRuntime entered = this.shared;
		Tenant leaving = this.tenant;
		if (entered != null && leaving != null
				&& context.getBeanFactory() instanceof DefaultListableBeanFactory beans) {
			leaving.liveIn(context);
			DisposableBean closer = () -> leaveWithContext(entered, leaving);
			beans.registerDisposableBean("slackLoggingCloser", closer);
			beans.registerSingleton(TENANT_BEAN, leaving);
		}
	}

	private static void leaveWithContext(SharedRuntime shared, Tenant tenant) {
		// A start that fails is reported after its beans are gone, see
		// applicationFailed(); at the end of the JVM Boot calls our shutdown handler
		// after all contexts are closed.
		boolean atEndOfJvm = BootHook.THREAD.equals(Thread.currentThread().getName());
		if (tenant.isStarted() && !atEndOfJvm) {
			shared.leave(tenant);
		}
	}

	/**
	 * A child whose parent has our beans has none of its own, so it is introduced here.
	 */
	void applicationStarted(ConfigurableApplicationContext context) {
		if (this.shared != null && this.tenant != null) {
			this.tenant.started();
			this.shared.decorate(this.tenant, context.getBeanFactory());
		}
	}

	/**
	 * Boot logs the failure after this event. A thread that is no daemon keeps the JVM
	 * alive until it is told, whether or not there is a shutdown hook.
	 */
	void applicationFailed() {
		SharedRuntime entered = this.shared;
		if (entered != null && this.tenant == null && !isTest()) {
			enterUnconfigured(entered);
		}
		Tenant leaving = this.tenant;
		if (entered == null || leaving == null) {
			return;
		}
		leaving.failed();
		if (entered.owner() != leaving) {
			entered.leave(leaving);
			return;
		}
		Thread flush = new Thread(() -> {
			LockSupport.parkNanos(this, Tenant.REPORT_GRACE.toNanos());
			entered.leave(leaving);
		}, "slack-logging-flush");
		flush.setDaemon(false);
		flush.start();
	}

	/**
	 * A file that cannot be read, for example: the start fails before anybody has seen an
	 * environment. What the operating system and the JVM say is known all the same.
	 */
	private void enterUnconfigured(SharedRuntime entered) {
		StandardEnvironment known = new StandardEnvironment();
		// so that what is wrong in it is said; it is caught there
		known.getPropertySources().addFirst(new MapPropertySource("slackLoggingStrict", STRICT));
		Tenant entering = new Tenant(known, this.mainClass, null);
		this.tenant = entering;
		try {
			entered.enterUnconfigured(entering);
		}
		catch (RuntimeException ex) {
			if (!this.environmentSeen) {
				entered.warn("the failed start is not told: " + ex.getMessage());
			}
			// otherwise the configuration is why it failed, and Boot says so
		}
	}

	/** Spring's test framework has not marked the environment yet. */
	private static boolean isTest() {
		return Arrays.stream(Thread.currentThread().getStackTrace())
			.map(StackTraceElement::getClassName)
			.anyMatch((name) -> name.startsWith("org.springframework.boot.test.")
					|| name.startsWith("org.springframework.test."));
	}

}
