package io.github.slacklogging.grouping;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.Fingerprint;
import io.github.slacklogging.grouping.KeyReading.Part;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyReadingTests {

	private static final List<String> SCOPE = List.of("orders-api", "prod");

	private static KeyReading scoped(String... components) {
		List<String> all = new ArrayList<>(SCOPE);
		all.addAll(List.of(components));
		return KeyReading.of(Fingerprint.of(all), SCOPE, false);
	}

	@Test
	void eachPartHasItsName() {
		assertThat(scoped("exception java.lang.IllegalStateException", "at com.acme.Orders.find").parts())
			.extracting(Part::name)
			.containsExactly("service", "environment", "exception", "frame");
	}

	@Test
	void placeOfTheApplicationIsTheRuleWhereItIsKnown() {
		assertThat(scoped("exception A", "at b").rule()).contains("the same place of the application");
	}

	@Test
	void libraryAloneIsKnownByWhoLoggedIt() {
		assertThat(scoped("exception A", "logger c", "template d").rule()).startsWith("exceptions without a frame");
	}

	@Test
	void typeAloneIsAClientThatWentAway() {
		assertThat(scoped("exception A").rule()).startsWith("its type alone");
	}

	@Test
	void withoutExceptionLoggerAndTemplateCount() {
		assertThat(scoped("logger c", "template d").rule()).startsWith("no exception");
	}

	@Test
	void explicitKeyCountsBeforeEverythingElse() {
		assertThat(scoped("key billing", "exception A", "at b").rule()).contains("slack.fingerprint");
	}

	@Test
	void partsThatNoRuleMakesAreTheApplications() {
		assertThat(scoped("tenant 7").rule()).contains("Fingerprinter");
		KeyReading free = KeyReading.of(Fingerprint.of(List.of("anything")), SCOPE, false);
		assertThat(free.rule()).contains("Fingerprinter");
		assertThat(free.parts()).containsExactly(new Part("component", ""));
	}

	@Test
	void withoutGroupingEachEventIsItsOwn() {
		assertThat(KeyReading.of(Fingerprint.of(List.of("event 7k3q-1")), SCOPE, false).rule())
			.contains("grouping.enabled is false");
	}

	@Test
	void kindWithoutRoomSaysSo() {
		Fingerprint other = Fingerprint.of(List.of("orders-api", "prod", "other ERROR", "logger com.acme"));
		assertThat(KeyReading.of(other, SCOPE, true).rule()).startsWith("no room");
	}

	@Test
	void idAloneSaysThatNothingElseIsKnown() {
		assertThat(KeyReading.of(new Fingerprint("k7f3q2a", List.of()), SCOPE, false).rule())
			.startsWith("nothing but its id");
	}

}
