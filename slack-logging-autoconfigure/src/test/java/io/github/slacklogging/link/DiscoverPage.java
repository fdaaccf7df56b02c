package io.github.slacklogging.link;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages that links lead to. */
enum DiscoverPage {

	DATA_EXPLORER("/app/data-explorer/discover", OpenSearchDashboards::new, Understood::byOpenSearchDashboards,
			LinkPart.INDEX_PATTERN_ID, LinkPart.TENANT),

	EXPLORE("/w/a/app/explore/logs/", OpenSearchExplore::new, Understood::byExplore, LinkPart.WORKSPACE,
			LinkPart.INDEX_PATTERN_ID, LinkPart.DATASET),

	BEFORE_2_10("/app/discover", OpenSearchDashboardsLegacy::new, Understood::byDashboardsBefore210,
			LinkPart.INDEX_PATTERN_ID, LinkPart.TENANT),

	KIBANA("/s/a/app/discover", Kibana::new, Understood::byKibana, LinkPart.DATA_VIEW_ID, LinkPart.SPACE);

	static final FieldNames NAMES = new FieldNames(Map.of(LogField.LOG_ID, "log_id", LogField.TRACE_ID, "trace.id",
			LogField.LOGGER, "log.logger", LogField.LEVEL, "log.level", LogField.MESSAGE, "message", LogField.SERVICE,
			"service name", LogField.TIMESTAMP, "@timestamp"));

	private final String path;

	private final BiFunction<LinkParts, FieldNames, LogStore> store;

	private final Function<DecodedLink, Understood> reader;

	private final List<LinkPart> parts;

	DiscoverPage(String path, BiFunction<LinkParts, FieldNames, LogStore> store,
			Function<DecodedLink, Understood> reader, LinkPart... parts) {
		this.path = path;
		this.store = store;
		this.reader = reader;
		this.parts = List.of(parts);
	}

	/** Where it stands behind the base URL, with "a" for all parts. */
	String path() {
		return this.path;
	}

	LogStore store(Map<LinkPart, String> parts) {
		return this.store.apply(new LinkParts(parts), NAMES);
	}

	Map<LinkPart, String> parts(String value) {
		Map<LinkPart, String> given = new EnumMap<>(Map.of(LinkPart.BASE_URL, "https://logs.example"));
		this.parts.forEach((part) -> given.put(part, value));
		return given;
	}

	Understood open(LogQuestion question, boolean columns) {
		return open(parts("a"), question, columns);
	}

	Understood open(Map<LinkPart, String> parts, LogQuestion question, boolean columns) {
		Understood link = this.reader.apply(DecodedLink.of(store(parts).address(question, columns)));
		assertThat(link.language()).isEqualTo((this == EXPLORE) ? "PPL" : "kuery");
		return link;
	}

	/** As the page asks the store, but for the window where it is asked apart. */
	List<Condition> conditions(Understood link) {
		if (this != EXPLORE) {
			return KqlReader.read(link.query());
		}
		String window = "`@timestamp` >= '" + link.from() + "' AND `@timestamp` <= '" + link.to() + "'";
		return PplReader.read(PplReader.sent(link.query(), "logs-*", window));
	}

}
