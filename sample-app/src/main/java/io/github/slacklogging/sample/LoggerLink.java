package io.github.slacklogging.sample;

import java.net.URI;
import java.util.Map;

import io.github.slacklogging.LogLink;
import io.github.slacklogging.MaskedGroup;
import io.github.slacklogging.ServiceIdentity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A link of the application's own: all that the same logger wrote. What is told of a job
 * was written by none.
 */
@Component
class LoggerLink implements LogLink {

	private final String page;

	LoggerLink(@Value("${sample.log-page}") String page) {
		this.page = page;
	}

	@Override
	public Map<String, URI> links(MaskedGroup group, ServiceIdentity service) {
		if (group.latest().job() != null) {
			return Map.of();
		}
		return Map.of("same logger",
				UriComponentsBuilder.fromUriString(this.page)
					.queryParam("logger", "{logger}")
					.build(group.latest().loggerName()));
	}

}
