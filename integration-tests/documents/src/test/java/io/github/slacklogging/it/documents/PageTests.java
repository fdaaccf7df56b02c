package io.github.slacklogging.it.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nobody is led to a place that is not there, and no page is left without a way to it.
 */
class PageTests {

	/** Pages of GitHub itself, seen from a file at the top of the repository. */
	private static final String GITHUB = "\\.\\./\\.\\./(security|issues|discussions)(/.*)?";

	static List<Page> pages() {
		return Pages.all();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyLinkLeadsSomewhere(Page page) {
		assertThat(page.links()).allSatisfy((link) -> assertLeadsSomewhere(page, link));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyAddressThatStandsApartIsUsedAndEveryOneThatIsUsedStandsThere(Page page) {
		assertThat(page.referred()).isEqualTo(page.references().keySet());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyImageIsThereAndSaysWhatItShows(Page page) {
		assertThat(String.join("\n", page.prose())).doesNotContainPattern("!\\[\\s*]");
		assertThat(page.images()).allSatisfy((image) -> assertThat(target(page, image)).isRegularFile());
	}

	private static void assertLeadsSomewhere(Page page, String link) {
		if (link.matches("[a-z]+:.*")) {
			assertThat(link).matches("https://[^/]+\\.[^/]+(/.*)?|http://localhost(:\\d+)?(/.*)?");
			return;
		}
		if (link.matches(GITHUB) && page.file().getNameCount() == 1) {
			return;
		}
		String[] parts = link.split("#", 2);
		Path target = parts[0].isEmpty() ? Pages.ROOT.resolve(page.file()) : target(page, parts[0]);
		assertThat(target).exists();
		if (parts.length == 2) {
			String name = Pages.ROOT.relativize(target).toString();
			assertThat(Pages.of(name).anchors()).as("headings of %s", name).contains(parts[1]);
		}
	}

	private static Path target(Page page, String relative) {
		return Pages.ROOT.resolve(page.file()).resolveSibling(relative).normalize();
	}

	@Test
	void everyPageHasOneLineInTheTableOfTheFirstOne() {
		Pattern line = Pattern.compile("^\\| \\[[^]]+]\\(([^)#]+\\.md)\\) \\| [^|]+ \\|$");
		List<String> pages = Pages.of("README.md")
			.lines()
			.stream()
			.map(line::matcher)
			.filter(Matcher::matches)
			.map((matcher) -> matcher.group(1))
			.toList();
		assertThat(pages).containsExactlyInAnyOrderElementsOf(
				Pages.all().stream().map(Page::name).filter((name) -> !name.equals("README.md")).toList());
	}

	/** Pages at the top say where things are; those in the folder say how. */
	@ParameterizedTest
	@MethodSource("pages")
	void everyPageHasAnExample(Page page) {
		if (page.file().startsWith("docs")) {
			assertThat(Stream.concat(page.snippets().stream(), page.images().stream())).isNotEmpty();
		}
	}

	@Test
	void everyImageIsShownOrLinked() {
		Set<String> shown = Pages.all()
			.stream()
			.flatMap((page) -> Stream.concat(page.images().stream(), page.links().stream())
				.filter((link) -> !link.contains(":"))
				.map((link) -> Pages.ROOT.relativize(target(page, link)).toString()))
			.collect(Collectors.toCollection(TreeSet::new));
		List<Path> images = Pages.files(Pages.ROOT.resolve("docs"), 3)
			.stream()
			.filter((file) -> file.toString().matches(".*\\.(png|svg|gif|jpg)"))
			.toList();
		assertThat(images).isNotEmpty()
			.allSatisfy((image) -> assertThat(shown).contains(Pages.ROOT.relativize(image).toString()));
	}

	@Test
	void anchorsAreThoseOfGitHub() {
		assertThat(Page.anchor("Webhook or bot: which one should I take?"))
			.isEqualTo("webhook-or-bot-which-one-should-i-take");
		assertThat(Page.anchor("Why `log_id`, and not [a link](x.md)?")).isEqualTo("why-log_id-and-not-a-link");
		assertThat(Page.anchor("429 — slow")).isEqualTo("429--slow");
	}

	@Test
	void secondHeadingOfTheSameWordsHasANumberAndCodeHasNone() {
		Page page = new Page(Path.of("a.md"), List.of("# One", "## One", "```sh", "# Two", "```", "<a id=\"x\"></a>"));
		assertThat(page.anchors()).containsExactly("one", "one-1", "x");
	}

	@Test
	void linksAreFoundOverTwoLinesAndInImagesButNotInCode() {
		Page page = new Page(Path.of("a.md"), List.of("see [one", "two](b.md), `[x](c.md)` and", "[![p](d.png)](e.md)",
				"```text", "[y](f.md)", "```", "[z][ref]", "", "[ref]: g.md"));
		assertThat(page.links()).containsExactly("b.md", "e.md", "g.md");
		assertThat(page.images()).containsExactly("d.png");
		assertThat(page.referred()).containsExactly("ref");
	}

}
