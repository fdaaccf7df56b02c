package io.github.slacklogging.link;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The forms as they are known from the sources of the products and from links that they
 * wrote themselves, decoded once so that they can be read.
 */
class DiscoverAddressTests {

	private static final String GLOBAL = "_g=(filters:!(),refreshInterval:(pause:!t,value:0),"
			+ "time:(from:'2026-08-14T09:57:00.000Z',to:'2026-08-14T10:05:00.000Z'))";

	private static final LinkParts PARTS = new LinkParts(Map.of(LinkPart.BASE_URL, "https://logs.example/_dashboards",
			LinkPart.INDEX_PATTERN_ID, "0b2d4d10-5f6e", LinkPart.DATA_VIEW_ID, "logs-*", LinkPart.TENANT, "my team",
			LinkPart.SPACE, "shop", LinkPart.WORKSPACE, "aB3xYz", LinkPart.DATASET, "logs-*"));

	private static final FieldNames NAMES = new FieldNames(Map.of(LogField.LOG_ID, "log_id", LogField.LEVEL, "level",
			LogField.LOGGER, "logger_name", LogField.MESSAGE, "message", LogField.TIMESTAMP, "@timestamp"));

	private static final LogQuestion QUESTION = new LogQuestion(
			List.of(new Criterion.Is(LogField.LOG_ID, "4f1z0k9q2m7xa-1f")),
			new TimeWindow(Instant.parse("2026-08-14T09:57:00Z"), Instant.parse("2026-08-14T10:05:00Z")));

	@Test
	void dataExplorerKeepsItsQueryApart() {
		assertThat(address(new OpenSearchDashboards(PARTS, NAMES), true))
			.isEqualTo("https://logs.example/_dashboards/app/data-explorer/discover?security_tenant=my team"
					+ "#?_a=(discover:(columns:!(level,logger_name,message),isDirty:!f,sort:!()),"
					+ "metadata:(indexPattern:'0b2d4d10-5f6e',view:discover))&" + GLOBAL
					+ "&_q=(filters:!(),query:(language:kuery,query:'log_id : \"4f1z0k9q2m7xa-1f\"'))");
	}

	@Test
	void exploreNamesItsDatasetAndAsksInPpl() {
		assertThat(address(new OpenSearchExplore(PARTS, NAMES), true))
			.isEqualTo("https://logs.example/_dashboards/w/aB3xYz/app/explore/logs/#/?" + GLOBAL
					+ "&_q=(dataset:(id:'0b2d4d10-5f6e',timeFieldName:'@timestamp',title:'logs-*',type:INDEX_PATTERN),"
					+ "language:PPL,query:'| where `log_id` = !'4f1z0k9q2m7xa-1f!'')"
					+ "&_a=(legacy:(columns:!(level,logger_name,message),interval:auto,isDirty:!f,sort:!()),"
					+ "ui:(activeTabId:logs,showHistogram:!t))");
	}

	@Test
	void olderDashboardsKeepAllInOneState() {
		assertThat(address(new OpenSearchDashboardsLegacy(PARTS, NAMES), false))
			.isEqualTo("https://logs.example/_dashboards/app/discover?security_tenant=my team#/?" + GLOBAL
					+ "&_a=(filters:!(),index:'0b2d4d10-5f6e',interval:auto,"
					+ "query:(language:kuery,query:'log_id : \"4f1z0k9q2m7xa-1f\"'),sort:!())");
	}

	@Test
	void kibanaShowsTheNewestFirst() {
		assertThat(address(new Kibana(PARTS, NAMES), true))
			.isEqualTo("https://logs.example/_dashboards/s/shop/app/discover#/?" + GLOBAL
					+ "&_a=(columns:!(level,logger_name,message),filters:!(),index:'logs-*',interval:auto,"
					+ "query:(language:kuery,query:'log_id : \"4f1z0k9q2m7xa-1f\"'),"
					+ "sort:!(!('@timestamp',desc)))");
	}

	private static String address(LogStore store, boolean columns) {
		return URLDecoder.decode(store.address(QUESTION, columns), StandardCharsets.UTF_8);
	}

}
