package io.github.slacklogging.message;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.github.slacklogging.LogSearch;
import io.github.slacklogging.MaskedEvent;
import io.github.slacklogging.MaskedGroup;

/** A log store whose addresses look, and are as long, as those of a dashboard. */
final class DashboardsSearch implements LogSearch {

	private static final Duration MARGIN = Duration.ofMinutes(2);

	@Override
	public Optional<URI> line(MaskedGroup group, MaskedEvent event) {
		return Optional.of(address("log_id:\"" + event.logId() + "\"", event.timestamp(), event.timestamp()));
	}

	@Override
	public Optional<URI> alike(MaskedGroup group) {
		String words = group.latest().template().replace("{}", "").replaceAll(" +", " ").strip();
		return Optional.of(address("logger_name:\"" + group.latest().loggerName() + "\" and message:(" + words + ")",
				group.firstSeen(), group.lastSeen()));
	}

	@Override
	public Optional<URI> trace(MaskedGroup group, MaskedEvent event) {
		return Optional.ofNullable(event.mdc().get("traceId"))
			.map((trace) -> address("traceId:\"" + trace + "\"", event.timestamp(), event.timestamp()));
	}

	private static URI address(String query, Instant from, Instant to) {
		return URI.create(
				"https://dashboards.example.org/app/data-explorer/discover?security_tenant=orders#?_a="
						+ encoded("(discover:(columns:!(level,logger_name,message),isDirty:!f,sort:!()),"
								+ "metadata:(indexPattern:'5a2b8f0e-9c1d-4d3e-8f7a-6b5c4d3e2f1a',view:discover))")
						+ "&_g="
						+ encoded("(filters:!(),refreshInterval:(pause:!t,value:0),time:(from:'" + from.minus(MARGIN)
								+ "',to:'" + to.plus(MARGIN) + "'))")
						+ "&_q=" + encoded("(filters:!(),query:(language:kuery,query:'" + query + "'))"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
