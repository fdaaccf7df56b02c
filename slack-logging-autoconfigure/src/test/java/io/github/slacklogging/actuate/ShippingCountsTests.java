package io.github.slacklogging.actuate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.slacklogging.DropReason;
import io.github.slacklogging.Severity;
import io.github.slacklogging.ShippingListener;
import io.github.slacklogging.actuate.ShippingCounts.Outcome;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

class ShippingCountsTests {

	private final ShippingCounts counts = new ShippingCounts();

	@Test
	void severitiesAreSummedUpByOutcome() {
		this.counts.accepted(Severity.INFO, 10);
		this.counts.accepted(Severity.ERROR, 2);
		this.counts.indexed(Severity.INFO, 7);
		this.counts.indexed(Severity.ERROR, 1);
		assertThat(this.counts.documents().count(Outcome.ACCEPTED)).isEqualTo(12);
		assertThat(this.counts.documents().count(Outcome.INDEXED)).isEqualTo(8);
		assertThat(this.counts.documents().count(Outcome.DROPPED)).isZero();
	}

	@Test
	void dropIsCountedAsOutcomeAndByReason() {
		this.counts.dropped(DropReason.QUEUE_FULL, Severity.INFO, 3);
		this.counts.dropped(DropReason.REJECTED, Severity.ERROR, 2);
		assertThat(this.counts.documents().count(Outcome.DROPPED)).isEqualTo(5);
		assertThat(this.counts.reasons().count(DropReason.QUEUE_FULL)).isEqualTo(3);
		assertThat(this.counts.reasons().count(DropReason.REJECTED)).isEqualTo(2);
	}

	@Test
	void durationsFromBeforeTheFirstRegistryAreHandedToItAlone() {
		this.counts.requestCompleted("200", Duration.ofMillis(80));
		assertThat(attach()).containsExactly("200 PT0.08S");
		assertThat(attach()).isEmpty();
	}

	@Test
	void oldestDurationsGoWhenNoRegistryComes() {
		for (int i = 1; i <= AttachedListeners.MAX_EARLY + 1; i++) {
			this.counts.requestCompleted("200", Duration.ofSeconds(i));
		}
		assertThat(attach()).hasSize(AttachedListeners.MAX_EARLY).startsWith("200 PT2S").endsWith("200 PT4M17S");
	}

	@Test
	void durationReachesEveryAttachedRegistry() {
		List<String> first = attach();
		List<String> second = attach();
		this.counts.requestCompleted("503", Duration.ofSeconds(1));
		assertThat(first).containsExactly("503 PT1S");
		assertThat(second).containsExactly("503 PT1S");
	}

	@Test
	void applicationNeedsNeitherMicrometerNorActuatorForIt() {
		noClasses().that()
			.haveNameMatching(".*\\.(ShippingCounts|Tally|AttachedListeners)(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.micrometer..", "org.springframework..")
			.check(new ClassFileImporter().importPackagesOf(ShippingCounts.class));
	}

	private List<String> attach() {
		List<String> heard = new ArrayList<>();
		this.counts.listeners().attach(new ShippingListener() {

			@Override
			public void requestCompleted(String status, Duration duration) {
				heard.add(status + " " + duration);
			}

		});
		return heard;
	}

}
