package io.github.slacklogging.doctor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.github.slacklogging.Finding;
import io.github.slacklogging.Finding.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class DoctorTests {

	private static final Finding FINE = Finding.ok("a", "check", "fine");

	@Test
	void findingsStandInTheOrderOfTheParts() {
		CountDownLatch second = new CountDownLatch(1);
		Doctor doctor = new Doctor(List.of(new Doctor.Part("a", () -> {
			await(second);
			return List.of(FINE);
		}), new Doctor.Part("b", () -> {
			second.countDown();
			return List.of(Finding.ok("b", "check", "fine"));
		})), Duration.ofSeconds(20));
		assertThat(doctor.examine()).extracting(Finding::subject).containsExactly("a", "b");
	}

	@Test
	void partThatHangsIsToldAndTheOthersCount() {
		CountDownLatch never = new CountDownLatch(1);
		Doctor doctor = new Doctor(List.of(new Doctor.Part("disk", () -> {
			await(never);
			return List.of(FINE);
		}), new Doctor.Part("a", () -> List.of(FINE))), Duration.ofMillis(200));
		List<Finding> findings = doctor.examine();
		never.countDown();
		assertThat(findings.get(0).outcome()).isEqualTo(Outcome.FAILED);
		assertThat(findings.get(0).detail()).startsWith("not done after");
		assertThat(findings.get(1)).isEqualTo(FINE);
	}

	@Test
	void partThatThrowsIsToldByTheTypeAlone() {
		Doctor doctor = new Doctor(List.of(new Doctor.Part("link", () -> {
			throw new IllegalStateException("XXX_test");
		})), Duration.ofSeconds(20));
		assertThat(doctor.examine()).singleElement().satisfies((finding) -> {
			assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
			assertThat(finding.toString()).contains("IllegalStateException").doesNotContain("XXX_test");
		});
	}

	@Test
	void partsRunAtOnceOnDaemonThreads() {
		CountDownLatch both = new CountDownLatch(2);
		Doctor.Part part = new Doctor.Part("a", () -> {
			both.countDown();
			await(both);
			return List.of(Finding.ok("a", String.valueOf(Thread.currentThread().isDaemon()),
					Thread.currentThread().getName()));
		});
		assertThat(new Doctor(List.of(part, part), Duration.ofSeconds(20)).examine())
			.allMatch((finding) -> finding.check().equals("true"))
			.allMatch((finding) -> finding.detail().startsWith("slack-logging-doctor-"));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
