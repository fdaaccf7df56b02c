package io.github.slacklogging.sample;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The buttons of the page. Each answers with what it did. */
@RestController
class TroubleController {

	private final Storefront storefront;

	TroubleController(Storefront storefront) {
		this.storefront = storefront;
	}

	@PostMapping("/trouble/{name}")
	ResponseEntity<Done> press(@PathVariable String name) {
		return ResponseEntity.of(this.storefront.situation(name).map((situation) -> new Done(situation.press())));
	}

	record Done(String done) {
	}

}
