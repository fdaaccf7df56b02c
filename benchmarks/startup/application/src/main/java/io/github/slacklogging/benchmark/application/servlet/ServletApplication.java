package io.github.slacklogging.benchmark.application.servlet;

import java.io.IOException;

import io.github.slacklogging.benchmark.application.Commands;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starts with a web server, says so, and obeys. */
@SpringBootApplication
public class ServletApplication {

	/**
	 * Runs the application.
	 * @param arguments none
	 * @throws IOException if nobody listens
	 */
	public static void main(String[] arguments) throws IOException {
		SpringApplication.run(ServletApplication.class, arguments);
		Commands.obey();
	}

	/** Answers one question. */
	@RestController
	static class Greeting {

		@GetMapping("/")
		String greet() {
			return "hello";
		}

	}

}
