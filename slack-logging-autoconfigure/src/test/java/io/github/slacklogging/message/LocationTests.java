package io.github.slacklogging.message;

import java.util.List;
import java.util.Objects;

import io.github.slacklogging.MaskedThrowable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LocationTests {

	private static final StackTraceElement FIND = Told.frame("com.acme.OrderService", "find", 88);

	private static final StackTraceElement GET = Told.frame("com.acme.OrderController", "get", 41);

	private static final StackTraceElement POOL = Told.frame("com.zaxxer.hikari.HikariPool", "getConnection", 1);

	private final InAppFrames inApp = new InAppFrames(List.of("com.acme"));

	@Test
	void nearestOwnFrameOfTheRootCauseIsThePlace() {
		MaskedThrowable root = Told.thrown("A", null, POOL, FIND, FIND, GET);
		Location location = Objects.requireNonNull(
				Location.of(Told.error("x").thrown(Told.wrapping(root, "B", null, GET)).event(), this.inApp));
		assertThat(location).isEqualTo(new Location(FIND, GET));
		assertThat(location.call()).isEqualTo("OrderService.find");
		assertThat(location.full()).isEqualTo("OrderService.find (OrderService.java:88)");
	}

	@Test
	void wrapperHelpsOutWhenTheRootHasNoOwnFrame() {
		MaskedThrowable wrapped = Told.wrapping(Told.thrown("A", null, POOL), "B", null, GET);
		assertThat(Location.of(Told.error("x").thrown(wrapped).event(), this.inApp)).isEqualTo(new Location(GET, null));
	}

	@Test
	void foreignFrameIsBetterThanNone() {
		assertThat(Location.of(Told.error("x").thrown(Told.thrown("A", null, POOL)).event(), this.inApp))
			.isEqualTo(new Location(POOL, null));
	}

	@Test
	void frameThatLoggedIsThePlaceWhenNothingElseIsKnown() {
		assertThat(Location.of(Told.error("x").caller(GET).event(), this.inApp)).isEqualTo(new Location(GET, null));
		assertThat(Location.of(Told.error("x").caller(GET).thrown(Told.thrown("A", null)).event(), this.inApp))
			.isEqualTo(new Location(GET, null));
		assertThat(Location.of(Told.error("x").event(), this.inApp)).isNull();
	}

	@Test
	void reporterOfAFailedStartIsNoPlace() {
		StackTraceElement reporter = Told.frame("org.springframework.boot.SpringApplication", "reportFailure", 1);
		assertThat(Location.of(Told.error("x").caller(reporter).event(), this.inApp)).isNull();
	}

	@Test
	void ownFramesAreThoseOfThePackagesAndNotGenerated() {
		List<StackTraceElement> frames = List.of(FIND, Told.frame("com.acmex.Other", "x", 1), POOL,
				Told.frame("com.acme.OrderService$$SpringCGLIB$$0", "find", 1), GET,
				new StackTraceElement("com.acme.X", "y", "<generated>", 1), Told.frame("com.acme.$Proxy12", "get", 1));
		assertThat(this.inApp.of(frames)).containsExactly(FIND, GET);
	}

	@Test
	void withoutPackagesEverythingIsOwnThatIsNoKnownLibrary() {
		List<StackTraceElement> frames = List.of(POOL, FIND, Told.frame("java.util.Objects", "requireNonNull", 1),
				Told.frame("org.springframework.web.X", "y", 1), Told.frame("javax.X", "y", 1),
				Told.frame("shop.Main", "main", 1));
		assertThat(new InAppFrames(List.of()).of(frames)).containsExactly(FIND, Told.frame("shop.Main", "main", 1));
	}

}
