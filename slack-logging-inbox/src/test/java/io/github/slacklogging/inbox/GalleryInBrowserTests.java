package io.github.slacklogging.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Every payload of the gallery, drawn by the page in a real browser, compared with what
 * was approved. After a wanted change, {@code -Dgallery.write=true} writes the
 * {@code .dom} files anew, and {@code -Dgallery.pictures=true} the pictures in
 * {@code docs/images}; read and look before committing.
 */
@InBrowser
class GalleryInBrowserTests {

	private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"([a-z_]+)\"");

	private static final SortedMap<String, String> PAYLOADS = Gallery.payloads();

	private static final SlackInbox INBOX = SlackInbox.start();

	/** What the page makes of each payload, all of them at one go. */
	private static final Map<String, String> DRAWN = new HashMap<>();

	private final Browser browser;

	GalleryInBrowserTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeAll
	static void draw(Browser browser) throws Exception {
		open(browser);
		Json drawn = Json.read(browser.evaluate("gallery.writtenAll(" + Gallery.asList(PAYLOADS) + ")"));
		PAYLOADS.keySet().forEach((name) -> DRAWN.put(name, Page.text(drawn, name)));
	}

	@AfterAll
	static void stop() {
		INBOX.close();
	}

	static Stream<String> names() {
		return PAYLOADS.keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void payloadIsDrawnAsApproved(String name) throws IOException {
		String drawn = Objects.requireNonNull(DRAWN.get(name));
		if (Boolean.getBoolean("gallery.write")) {
			Files.writeString(Gallery.approved(name), drawn);
		}
		assertThat(drawn).isEqualTo(Gallery.read(Gallery.approved(name)));
	}

	@Test
	void nothingIsApprovedThatIsNotInTheGallery() {
		assertThat(Gallery.names(Gallery.FOLDER, ".dom")).containsExactlyElementsOf(PAYLOADS.keySet());
	}

	@Test
	void galleryHasEveryTypeThatSlackNames() {
		assertThat(TYPE.matcher(String.join("\n", PAYLOADS.values()))
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toSet())).contains("actions", "alert", "broadcast", "button", "call", "card",
					"carousel", "channel", "channels_select", "checkboxes", "color", "container", "context",
					"context_actions", "conversations_select", "data_table", "data_visualization", "date", "datepicker",
					"datetimepicker", "divider", "emoji", "external_select", "feedback_buttons", "file", "header",
					"icon_button", "image", "input", "link", "markdown", "mrkdwn", "multi_channels_select",
					"multi_conversations_select", "multi_external_select", "multi_static_select", "multi_users_select",
					"overflow", "plain_text", "plan", "radio_buttons", "raw_number", "raw_text", "rich_text",
					"rich_text_list", "rich_text_preformatted", "rich_text_quote", "rich_text_section", "section",
					"static_select", "table", "task_card", "team", "text", "timepicker", "user", "usergroup",
					"users_select", "video", "workflow_button");
	}

	@Test
	void moreIsShownOnDemand() {
		open(this.browser);
		String shown = this.browser.evaluate("""
				(() => {
				  gallery.hang([{ name: 'long', payload: { attachments: [{ text: 'line\\n'.repeat(40) }] } }]);
				  const more = document.querySelector('.more');
				  const heights = [() => document.querySelector('.fold').offsetHeight];
				  const folded = heights[0]();
				  more.click();
				  const open = heights[0]();
				  const words = more.textContent + ' ' + more.getAttribute('aria-expanded');
				  more.click();
				  return [folded < 250, open > 800, heights[0]() === folded, words, more.title].join('|');
				})()""");
		assertThat(shown).isEqualTo("true|true|true|Show less true|"
				+ "Slack folds the text of an attachment above 700 characters or 5 line breaks");
	}

	@Test
	void wholeGalleryNeedsNoSidewaysScrollingOnAPhone() {
		open(this.browser);
		this.browser.size(390, 844);
		this.browser.evaluate("gallery.hang(" + Gallery.asList(PAYLOADS) + ")");
		String wide = this.browser.evaluate("""
				[...document.querySelectorAll('.body')].filter((body) => body.scrollWidth > body.clientWidth + 1)
				  .map((body) => body.previousElementSibling.textContent).join()""");
		assertThat(wide).isEmpty();
	}

	@Test
	void contrastIsEnoughInBothSchemes() {
		open(this.browser);
		this.browser
			.evaluate("(() => {" + Gallery.resource("/axe.min.js") + "\n;window.axe = axe; return 'there'; })()");
		this.browser.evaluate("gallery.hang(" + Gallery.asList(PAYLOADS) + ")");
		String light = violations("light");
		String dark = violations("dark");
		assertThat(light + dark).isEmpty();
	}

	@Test
	void picturesAreTakenOnDemand() throws IOException {
		assumeTrue(Boolean.getBoolean("gallery.pictures"), "only with -Dgallery.pictures=true");
		open(this.browser);
		this.browser.size(2100, 900);
		int height = Integer.parseInt(this.browser.evaluate("gallery.hang(" + Gallery.asList(PAYLOADS) + ", 3)"));
		this.browser.size(2100, height + 20);
		for (String scheme : new String[] { "light", "dark" }) {
			this.browser.scheme(scheme);
			this.browser.picture(Path.of("../docs/images/inbox-gallery-" + scheme + ".png"));
		}
	}

	private String violations(String scheme) {
		this.browser.scheme(scheme);
		return this.browser.evaluate(
				"""
						axe.run(document.getElementById('messages'), { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] }).then((result) =>
						  result.violations.filter((each) => ['serious', 'critical'].includes(each.impact))
						    .flatMap((each) => each.nodes.map((node) => each.id + ' ' + node.html.slice(0, 160) + ' '
						      + (node.any[0]?.message || ''))).join('\\n'))""");
	}

	/** A page that waits for nothing, at a fixed place and moment. */
	private static void open(Browser browser) {
		browser.open(INBOX.url().resolve("/?still"));
		browser.evaluate(Gallery.script().strip());
	}

}
