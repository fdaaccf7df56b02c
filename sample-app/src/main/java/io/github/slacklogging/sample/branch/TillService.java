package io.github.slacklogging.sample.branch;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Never comes up. No class that the shop's own scan would find. */
@EnableAutoConfiguration
public class TillService {

	public static void main(String[] args) {
		SpringApplication.run(TillService.class, args);
	}

	@Bean
	Drawer drawer() {
		return new Drawer(-1);
	}

	record Drawer(int number) {

		Drawer {
			if (number < 0) {
				throw new IllegalArgumentException("till.drawer must not be negative, but is " + number);
			}
		}

	}

}
