package io.github.slacklogging.sample;

import java.util.List;

import io.github.slacklogging.sample.LogFile.Field;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the page behind "View full log" shows. */
@RestController
class LogController {

	private final LogFile log;

	LogController(LogFile log) {
		this.log = log;
	}

	@GetMapping(path = "/log-lines", params = "id")
	List<JsonNode> line(@RequestParam String id) {
		return this.log.lines(Field.ID, id);
	}

	@GetMapping(path = "/log-lines", params = "trace")
	List<JsonNode> trace(@RequestParam String trace) {
		return this.log.lines(Field.TRACE, trace);
	}

	@GetMapping(path = "/log-lines", params = "logger")
	List<JsonNode> logger(@RequestParam String logger) {
		return this.log.lines(Field.LOGGER, logger);
	}

}
