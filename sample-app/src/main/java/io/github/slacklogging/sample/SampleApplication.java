package io.github.slacklogging.sample;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Starts the order service and lets a few things go wrong, so that there is something to
 * see at once.
 */
@SpringBootApplication
public class SampleApplication {

	static final int REPEATS_AT_START = 25;

	public static void main(String[] args) {
		SpringApplication.run(SampleApplication.class, args);
	}

	@Bean
	ApplicationRunner troubleAtStart(Troublemaker troublemaker) {
		return (arguments) -> {
			try (Trace ignored = Trace.open()) {
				troublemaker.declinedPayment();
				troublemaker.warnings();
				troublemaker.sameErrorAgain(REPEATS_AT_START);
				troublemaker.criticalOne();
			}
		};
	}

}
