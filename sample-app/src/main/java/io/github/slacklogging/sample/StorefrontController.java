package io.github.slacklogging.sample;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StorefrontController {

	private final StorefrontPage page;

	StorefrontController(StorefrontPage page) {
		this.page = page;
	}

	@GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
	String page() {
		return this.page.html();
	}

}
