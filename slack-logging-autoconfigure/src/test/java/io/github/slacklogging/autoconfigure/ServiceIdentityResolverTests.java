package io.github.slacklogging.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.slacklogging.ServiceIdentity;
import io.github.slacklogging.testing.TestEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceIdentityResolverTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path classes;

	@Test
	void nothingKnownIsMeantToBeNoticed() throws IOException {
		ServiceIdentity identity = resolve(TestEnvironment.of("slack.logging.host=here"));
		assertThat(identity).isEqualTo(new ServiceIdentity("AMBIVALENT_SERVICE_NAME", "AMBIVALENT_APP_VERSION", null,
				"default", "here", null));
	}

	@Test
	void nameIsThePropertyThenTheApplicationsThenTheVariable() throws IOException {
		String variable = "SERVICE_NAME=from-variable";
		assertThat(resolve(TestEnvironment.of().variables(variable)).name()).isEqualTo("from-variable");
		assertThat(resolve(TestEnvironment.of("spring.application.name=from-boot").variables(variable)).name())
			.isEqualTo("from-boot");
		assertThat(resolve(TestEnvironment.of("spring.application.name=from-boot", "slack.logging.service-name=own")
			.variables(variable)).name()).isEqualTo("own");
		assertThat(resolve(TestEnvironment.of("slack.logging.service-name= ").variables(variable)).name())
			.isEqualTo("from-variable");
	}

	@Test
	void versionIsThePropertyThenTheApplicationsThenTheBuildsThenTheVariable() throws IOException {
		String variable = "SERVICE_VERSION=4";
		assertThat(resolve(TestEnvironment.of().variables(variable)).version()).isEqualTo("4");
		write("META-INF/build-info.properties", "build.version=3");
		assertThat(resolve(TestEnvironment.of().variables(variable)).version()).isEqualTo("3");
		assertThat(resolve(TestEnvironment.of("spring.application.version=2").variables(variable)).version())
			.isEqualTo("2");
		assertThat(resolve(TestEnvironment.of("spring.application.version=2", "slack.logging.service-version=1")
			.variables(variable)).version()).isEqualTo("1");
	}

	@Test
	void versionOfTheManifestCountsAfterTheApplicationsOwn() throws IOException {
		TestEnvironment environment = TestEnvironment.of();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("applicationInfo", Map.of("spring.application.version", "manifest")));
		assertThat(resolve(environment).version()).isEqualTo("manifest");
		environment.getPropertySources()
			.addLast(new MapPropertySource("application.yml",
					Map.of("spring.application.version", "${number}", "number", "1.8.2")));
		ConfigurationPropertySources.attach(environment);
		assertThat(resolve(environment).version()).isEqualTo("1.8.2");
	}

	@Test
	void buildInformationMayStandElsewhere() throws IOException {
		write("elsewhere.properties", "build.version=3");
		assertThat(resolve(TestEnvironment.of("spring.info.build.location=classpath:elsewhere.properties")).version())
			.isEqualTo("3");
	}

	@Test
	void commitIsShort() throws IOException {
		write("git.properties", "git.commit.id.full=0123456789abcdef");
		assertThat(resolve(TestEnvironment.of()).commit()).isEqualTo("0123456");
		write("git.properties", "git.commit.id=fedcba9876543210");
		assertThat(resolve(TestEnvironment.of()).commit()).isEqualTo("fedcba9");
		write("git.properties", "git.commit.id.abbrev=abc\ngit.commit.id=fedcba9876543210");
		assertThat(resolve(TestEnvironment.of()).commit()).isEqualTo("abc");
	}

	@Test
	void brokenFileOfAnotherToolChangesNothing() throws IOException {
		write("git.properties", "git.commit.id=\\u00zz");
		assertThat(resolve(TestEnvironment.of()).commit()).isNull();
	}

	@Test
	void environmentIsThePropertyThenTheProfilesThenTheVariable() throws IOException {
		String variable = "ENVIRONMENT=staging";
		assertThat(resolve(TestEnvironment.of().variables(variable)).environment()).isEqualTo("staging");
		assertThat(resolve(TestEnvironment.of().variables(variable).profiles("prod", "eu")).environment())
			.isEqualTo("prod,eu");
		assertThat(resolve(TestEnvironment.of("slack.logging.environment=own").variables(variable).profiles("prod"))
			.environment()).isEqualTo("own");
	}

	@Test
	void hostIsThePropertyThenTheVariable() throws IOException {
		assertThat(resolve(TestEnvironment.of().variables("HOSTNAME=pod-1")).host()).isEqualTo("pod-1");
		assertThat(resolve(TestEnvironment.of("slack.logging.host=own").variables("HOSTNAME=pod-1")).host())
			.isEqualTo("own");
	}

	@Test
	void unknownHostIsFoundOut() throws IOException {
		assertThat(resolve(TestEnvironment.of()).host()).isNotBlank();
	}

	@Test
	void hostNameIsLookedUpAtTheFirstUseAndOnlyOnce() {
		AtomicInteger lookUps = new AtomicInteger();
		LazyServiceIdentity identity = new LazyServiceIdentity(new ServiceIdentity("n", "v", null, "e", "", null),
				() -> {
					lookUps.incrementAndGet();
					return "found";
				});
		assertThat(lookUps).hasValue(0);
		assertThat(identity.get().host()).isEqualTo("found");
		assertThat(identity.get()).isSameAs(identity.get());
		assertThat(lookUps).hasValue(1);
	}

	@Test
	void knownHostIsNeverLookedUp() {
		LazyServiceIdentity identity = new LazyServiceIdentity(new ServiceIdentity("n", "v", null, "e", "known", null),
				() -> {
					throw new AssertionError("looked up");
				});
		assertThat(identity.get().host()).isEqualTo("known");
	}

	private ServiceIdentity resolve(TestEnvironment environment) throws IOException {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.classes.toUri().toURL() },
				ClassLoader.getPlatformClassLoader())) {
			return ServiceIdentityResolver
				.resolve(new PropertiesBinding(environment).properties(), environment, loader, null)
				.get();
		}
	}

	private void write(String resource, String content) throws IOException {
		Path file = this.classes.resolve(resource);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
	}

}
