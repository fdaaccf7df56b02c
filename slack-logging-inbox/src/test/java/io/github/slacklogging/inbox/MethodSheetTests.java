package io.github.slacklogging.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MethodSheetTests {

	private static final Path PAGE = Path.of("..", "docs", "inbox-api.md");

	private static final String BEGIN = "<!-- methods -->\n";

	private static final String END = "<!-- /methods -->";

	/** With {@code -Dinbox-api.write=true} the page is written anew. */
	@Test
	void pageListsEveryMethod() throws IOException {
		String page = Files.readString(PAGE);
		int begin = page.indexOf(BEGIN) + BEGIN.length();
		String written = page.substring(0, begin) + table() + page.substring(page.indexOf(END));
		if (Boolean.getBoolean("inbox-api.write")) {
			Files.writeString(PAGE, written);
		}
		assertThat(Files.readString(PAGE)).isEqualTo(written);
	}

	@Test
	void anyOfItsScopesIsEnough() {
		MethodSheet history = sheet("conversations.history");
		assertThat(history.isAllowedTo(Set.of("groups:history"))).isTrue();
		assertThat(history.isAllowedTo(Set.of("groups:read"))).isFalse();
		assertThat(sheet("auth.test").isAllowedTo(Set.of())).isTrue();
	}

	@Test
	void onlyApiTestNeedsNoToken() {
		assertThat(MethodSheet.all().values()).filteredOn((sheet) -> !sheet.needsToken())
			.extracting(MethodSheet::name)
			.containsExactly("api.test");
	}

	@Test
	void firstTokenMayCallEveryMethod() {
		assertThat(MethodSheet.all().values()).allMatch((sheet) -> sheet.isAllowedTo(Tokens.ALL));
	}

	private static MethodSheet sheet(String method) {
		MethodSheet sheet = MethodSheet.all().get(method);
		assertThat(sheet).isNotNull();
		return (sheet != null) ? sheet : new MethodSheet("", false, List.of(), false, 0, List.of());
	}

	private static String table() {
		StringBuilder table = new StringBuilder(
				"| method | scope | arguments | a minute | required |\n|---|---|---|---|---|\n");
		MethodSheet.all()
			.values()
			.forEach((sheet) -> table.append("| `")
				.append(sheet.name())
				.append("` | ")
				.append(scopes(sheet))
				.append(" | ")
				.append(sheet.takesJson() ? "JSON or form" : "form")
				.append(" | ")
				.append(sheet.perMinute())
				.append(" | ")
				.append(sheet.required().isEmpty() ? "" : "`" + String.join("`, `", sheet.required()) + "`")
				.append(" |\n"));
		return table.toString();
	}

	private static String scopes(MethodSheet sheet) {
		return switch (sheet.scopes().size()) {
			case 0 -> sheet.needsToken() ? "any token" : "no token";
			case 1 -> "`" + sheet.needed() + "`";
			default -> "one of `" + sheet.needed().replace(",", "`, `") + "`";
		};
	}

}
