package io.github.slacklogging.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What the starter's bill of materials says to whoever has to approve it: which
 * libraries, under which licences.
 */
class BillOfMaterialsTests {

	private static final Path GOLDEN = Path.of("src", "test", "resources", "starter-bill-of-materials.txt");

	/**
	 * Licences under which an unchanged library may be used by Apache-2.0 code,
	 * categories A and B of <a href="https://www.apache.org/legal/resolved.html">the
	 * ASF's list</a>. "Go License" is RE2/J's word for BSD-3-Clause; EPL-1.0 is Logback's
	 * licence as Spring Boot 4.0.0 brings it.
	 */
	private static final Set<String> COMPATIBLE = Set.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0",
			"EPL-1.0", "EPL-2.0", "Go License", "MIT", "MIT-0");

	@BeforeEach
	void mavenWasOnline() {
		assumeThat(BillOfMaterials.isWritten())
			.as("Maven writes the bill of materials only where it is online: CycloneDX's makeBom asks for that")
			.isTrue();
	}

	@Test
	@Tag("pinned")
	void starterBringsExactlyTheAgreedLibrariesUnderTheAgreedLicences() throws Exception {
		assertThat(BillOfMaterials.ofStarter().libraries().stream().map(BillOfMaterials.Library::toString).toList())
			.as("Every application gets these libraries. If the change is wanted, justify it in docs/rationale.md, "
					+ "then change %s", GOLDEN)
			.isEqualTo(Files.readAllLines(GOLDEN));
	}

	@Test
	void everyLibraryOffersALicenceThatGoesWithApache2() throws Exception {
		assertThat(BillOfMaterials.ofStarter().libraries()).isNotEmpty()
			.allSatisfy((library) -> assertThat(Collections.disjoint(library.licences(), COMPATIBLE))
				.as("%s offers none of %s", library, COMPATIBLE)
				.isFalse());
	}

	@Test
	void billNamesTheSameArtifactsAsTheClassPath() throws Exception {
		assertThat(BillOfMaterials.ofStarter().libraries()).map(BillOfMaterials.Library::name)
			.containsExactlyInAnyOrderElementsOf(
					ClassPath.ofStarter().only((name) -> !name.startsWith("slack-logging-")).artifacts());
	}

}
