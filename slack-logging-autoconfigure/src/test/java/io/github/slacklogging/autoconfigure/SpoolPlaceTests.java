package io.github.slacklogging.autoconfigure;

import java.nio.file.Path;

import io.github.slacklogging.ServiceIdentity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpoolPlaceTests {

	private static final Path TEMP = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();

	private final ServiceIdentity identity = new ServiceIdentity("../orders api", "1.8.2", null, "prod,eu", "host-1",
			null);

	@Test
	void defaultPlaceIsNamedAfterTheServiceInAFolderOfOurs() {
		SpoolPlace place = SpoolPlace.of(null, this.identity);
		assertThat(place.directory()).isEqualTo(TEMP.resolve("slack-logging/__orders_api-prod_eu"));
		assertThat(place.temporary()).isTrue();
		assertThat(place.chosen()).isFalse();
		assertThat(place.report()).contains("temporary", "slack.logging.spool.directory");
	}

	@Test
	void placeThatTheUserChoseUnderTheTemporaryDirectoryIsTemporaryAndNotInAFolderOfOurs() {
		SpoolPlace place = SpoolPlace.of(TEMP.resolve("spool").toString(), this.identity);
		assertThat(place.temporary()).isTrue();
		assertThat(place.chosen()).isTrue();
	}

	@Test
	void anyOtherPlaceSurvivesARestart() {
		SpoolPlace place = SpoolPlace.of("/var/spool/orders", this.identity);
		assertThat(place).isEqualTo(new SpoolPlace(Path.of("/var/spool/orders"), false, true));
		assertThat(place.report()).contains("/var/spool/orders").doesNotContain("temporary");
	}

}
