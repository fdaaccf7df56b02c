package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Properties;

import io.github.slacklogging.ServiceIdentity;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.StringUtils;

/**
 * Finds out who speaks. The names that are used when nothing is known are ugly on
 * purpose: they are meant to be noticed.
 */
final class ServiceIdentityResolver {

	static final String UNKNOWN_NAME = "AMBIVALENT_SERVICE_NAME";

	static final String UNKNOWN_VERSION = "AMBIVALENT_APP_VERSION";

	private static final String VERSION = "spring.application.version";

	/** Name of Boot's property source of what the manifest says. */
	private static final String MANIFEST = "applicationInfo";

	private static final int SHORT_COMMIT = 7;

	private final Environment environment;

	private final ResourceLoader resources;

	private ServiceIdentityResolver(Environment environment, ResourceLoader resources) {
		this.environment = environment;
		this.resources = resources;
	}

	/**
	 * Who speaks.
	 * @param properties what is configured
	 * @param environment what else is known
	 * @param classLoader where build and git information are looked for
	 * @param startedAt when the application began to start
	 * @return everything known but the host name, which its first call may look up; it
	 * keeps neither the environment nor the class loader
	 */
	static LazyServiceIdentity resolve(SlackLoggingProperties properties, Environment environment,
			@Nullable ClassLoader classLoader, @Nullable Instant startedAt) {
		ServiceIdentityResolver resolver = new ServiceIdentityResolver(environment,
				new DefaultResourceLoader(classLoader));
		String name = resolver.firstOf(UNKNOWN_NAME, properties.serviceName(),
				environment.getProperty("spring.application.name"), environment.getProperty("SERVICE_NAME"));
		String version = resolver.firstOf(UNKNOWN_VERSION, properties.serviceVersion(), resolver.applicationVersion(),
				resolver.buildVersion(), environment.getProperty("SERVICE_VERSION"));
		String place = resolver.firstOf("default", properties.environment(),
				String.join(",", environment.getActiveProfiles()), environment.getProperty("ENVIRONMENT"));
		String host = resolver.firstOf("", properties.host(), environment.getProperty("HOSTNAME"));
		return new LazyServiceIdentity(new ServiceIdentity(name, version, resolver.commit(), place, host, startedAt),
				ServiceIdentityResolver::hostName);
	}

	private String firstOf(String otherwise, @Nullable String... candidates) {
		for (String candidate : candidates) {
			if (StringUtils.hasText(candidate)) {
				return candidate.strip();
			}
		}
		return otherwise;
	}

	/**
	 * What the application says of itself, before what its jar's manifest says: Boot puts
	 * the latter to the end only after the environment was shown to listeners
	 * ({@code SpringApplication.prepareEnvironment} of 4.1).
	 */
	private @Nullable String applicationVersion() {
		if (this.environment instanceof ConfigurableEnvironment configurable) {
			for (PropertySource<?> source : configurable.getPropertySources()) {
				boolean own = !MANIFEST.equals(source.getName())
						&& !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source);
				Object version = own ? source.getProperty(VERSION) : null;
				if (version != null) {
					return configurable.resolvePlaceholders(version.toString());
				}
			}
		}
		return this.environment.getProperty(VERSION);
	}

	private @Nullable String buildVersion() {
		return load("spring.info.build.location", "classpath:META-INF/build-info.properties")
			.getProperty("build.version");
	}

	/** Written by the git-commit-id plugin; which of the keys depends on its mode. */
	private @Nullable String commit() {
		Properties git = load("spring.info.git.location", "classpath:git.properties");
		String commit = firstOf("", git.getProperty("git.commit.id.abbrev"), git.getProperty("git.commit.id"),
				git.getProperty("git.commit.id.full"));
		return commit.isEmpty() ? null : commit.substring(0, Math.min(SHORT_COMMIT, commit.length()));
	}

	private Properties load(String locationProperty, String otherwise) {
		Resource resource = this.resources.getResource(this.environment.getProperty(locationProperty, otherwise));
		try {
			return resource.exists() ? PropertiesLoaderUtils.loadProperties(resource) : new Properties();
		}
		catch (IOException | IllegalArgumentException ex) {
			// A broken file of another tool costs a detail of the message, not the start.
			return new Properties();
		}
	}

	private static String hostName() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "unknown";
		}
	}

}
