package io.github.slacklogging.grouping;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InAppFramesTests {

	private final InAppFrames known = new InAppFrames(List.of("com.acme", "org.partner."));

	private final InAppFrames unknown = new InAppFrames(List.of());

	@Test
	void knownPackagesAndWhatIsUnderThemAreTheApplication() {
		assertThat(name(this.known, "com.acme.Orders")).isEqualTo("com.acme.Orders.save");
		assertThat(name(this.known, "com.acme.deep.Orders")).isEqualTo("com.acme.deep.Orders.save");
		assertThat(name(this.known, "org.partner.Orders")).isEqualTo("org.partner.Orders.save");
		assertThat(name(this.known, "com.acmex.Orders")).isNull();
		assertThat(name(this.known, "com.other.Orders")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "java.util.List", "jdk.internal.misc.Unsafe", "sun.reflect.X", "jakarta.servlet.Filter",
			"kotlin.Result", "kotlinx.coroutines.Job", "org.springframework.web.A", "org.apache.catalina.core.A",
			"org.hibernate.Session", "reactor.core.publisher.Mono", "io.netty.channel.A", "com.zaxxer.hikari.A",
			"ch.qos.logback.classic.Logger", "software.amazon.awssdk.core.A" })
	void librariesAreNeverTheApplicationWhereItsPackagesAreUnknown(String type) {
		assertThat(name(this.unknown, type)).isNull();
		assertThat(name(this.unknown, "com.acme.Orders")).isEqualTo("com.acme.Orders.save");
	}

	@Test
	void packageThatLooksLikeALibraryCanBeTheApplication() {
		assertThat(name(new InAppFrames(List.of("org.apache.ours")), "org.apache.ours.Orders"))
			.isEqualTo("org.apache.ours.Orders.save");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void defaultPackageMeansUnknown(String name) {
		assertThat(name(new InAppFrames(List.of(name)), "Orders")).isEqualTo("Orders.save");
		assertThat(name(new InAppFrames(List.of(name)), "java.util.List")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.acme.Orders$$SpringCGLIB$$0", "com.acme.$Proxy3",
			"com.acme.Orders$$Lambda/0x00007f1c5c001a38", "com.acme.Orders$ByteBuddy$NQTOWivR" })
	void generatedClassInAPackageOfTheApplicationIsNotItsOwn(String type) {
		assertThat(name(this.known, type)).isNull();
		assertThat(name(this.unknown, type)).isNull();
	}

	@Test
	void generatedFileOfAClassOfTheApplicationIsNotItsOwn() {
		assertThat(frame(this.known, "com.acme.Orders", "save", "<generated>")).isNull();
		assertThat(frame(this.known, "com.acme.Orders", "save", null)).isEqualTo("com.acme.Orders.save");
	}

	@Test
	void frameIsNamedTheSameWhetherItWasSeenBeforeOrNot() {
		String first = frame(this.known, "com.acme.Orders$1", "lambda$save$3", "Orders.java");

		assertThat(frame(this.known, "com.acme.Orders$1", "lambda$save$3", "Orders.java")).isSameAs(first);
		assertThat(frame(this.known, "com.acme.Orders$1", "lambda$load$3", "Orders.java"))
			.isEqualTo("com.acme.Orders$.lambda$load");
	}

	private static @Nullable String name(InAppFrames frames, String type) {
		return frame(frames, type, "save", "Orders.java");
	}

	private static @Nullable String frame(InAppFrames frames, String type, String method, @Nullable String file) {
		return frames.nameOf(new StackTraceElement(type, method, file, 17));
	}

}
