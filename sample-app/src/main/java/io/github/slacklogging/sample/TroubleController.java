package io.github.slacklogging.sample;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The buttons of the page. Each answers with what it did. */
@RestController
@RequestMapping("/trouble")
class TroubleController {

	private final Troublemaker troublemaker;

	TroubleController(Troublemaker troublemaker) {
		this.troublemaker = troublemaker;
	}

	@PostMapping("/declined-payment")
	Done declinedPayment() {
		this.troublemaker.declinedPayment();
		return new Done("One payment was declined.");
	}

	@PostMapping("/database-down")
	Done databaseDown() {
		this.troublemaker.databaseDown();
		return new Done("One order found the stock database down.");
	}

	@PostMapping("/thousand-of-the-same")
	Done thousandOfTheSame() {
		this.troublemaker.sameErrorAgain(1_000);
		return new Done("1,000 orders were paid but not shipped.");
	}

	@PostMapping("/many-kinds")
	Done manyKinds() {
		this.troublemaker.manyKinds();
		return new Done("25 articles could not be counted.");
	}

	@PostMapping("/warnings")
	Done warnings() {
		this.troublemaker.warnings();
		return new Done("Three warnings of two kinds were logged.");
	}

	@PostMapping("/critical-one")
	Done criticalOne() {
		this.troublemaker.criticalOne();
		return new Done("No payment can be taken any more.");
	}

	@PostMapping("/failed-job")
	Done failedJob() {
		this.troublemaker.failedJob();
		return new Done("The stock is being taken. In a few seconds its database will be down.");
	}

	@PostMapping("/job")
	Done job() {
		this.troublemaker.job();
		return new Done("The stock is being taken.");
	}

	record Done(String done) {
	}

}
