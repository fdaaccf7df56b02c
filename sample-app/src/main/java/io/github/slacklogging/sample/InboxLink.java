package io.github.slacklogging.sample;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Leads from the page to the inbox and its faults, wherever it is configured to listen.
 */
@Controller
class InboxLink {

	private final int port;

	InboxLink(@Value("${slack.logging.inbox.port}") int port) {
		this.port = port;
	}

	@GetMapping("/inbox")
	String inbox() {
		return "redirect:http://localhost:" + this.port + "/";
	}

	@GetMapping("/inbox/faults")
	String faults() {
		return inbox() + "#faults";
	}

}
