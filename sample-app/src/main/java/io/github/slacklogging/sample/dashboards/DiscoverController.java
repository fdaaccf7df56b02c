package io.github.slacklogging.sample.dashboards;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.client.RestClientException;

/**
 * Answers at the address that OpenSearch Dashboards has its Discover at, and runs the
 * question that the page found in its own address.
 */
@Controller
@Profile("opensearch")
@RequestMapping("/app/data-explorer/discover")
class DiscoverController {

	private final DocumentSearch documents;

	DiscoverController(DocumentSearch documents) {
		this.documents = documents;
	}

	@GetMapping
	String page() {
		return "forward:/discover.html";
	}

	/** The parameters are those behind the {@code #}, by their names there. */
	@GetMapping("/documents")
	@ResponseBody
	FoundDocuments documents(@RequestParam("_a") String view, @RequestParam("_g") String global,
			@RequestParam("_q") String query) {
		return this.documents.run(Question.of(view, global, query));
	}

	@ExceptionHandler
	ProblemDetail notUnderstood(IllegalArgumentException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
				"This page understands what the links in messages hold, and nothing else: " + ex.getMessage());
	}

	@ExceptionHandler(RestClientException.class)
	ProblemDetail notAnswered() {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY,
				"OpenSearch did not answer as it should. Is the node still there? /actuator/health knows more.");
	}

}
