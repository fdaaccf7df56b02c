package io.github.slacklogging.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.slacklogging.testing.Browser;
import org.jspecify.annotations.Nullable;
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
 * {@code docs/images}; read and look before committing. Skipped where there is no
 * browser.
 */
class GalleryInBrowserTests {

	private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"([a-z_]+)\"");

	private static final SortedMap<String, String> PAYLOADS = Gallery.payloads();

	private static final SlackInbox INBOX = SlackInbox.start();

	private static @Nullable Browser running;

	@BeforeAll
	static void start() throws Exception {
		assumeTrue(Browser.installed().isPresent(), "no chromium on this machine");
		running = Browser.start(Browser.installed().orElseThrow());
		open(running);
	}

	@AfterAll
	static void stop() {
		if (running != null) {
			running.close();
		}
		INBOX.close();
	}

	static Stream<String> names() {
		return PAYLOADS.keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void payloadIsDrawnAsApproved(String name) throws IOException {
		String drawn = browser().evaluate("gallery.written(" + PAYLOADS.get(name) + ")");
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
		String shown = browser().evaluate("""
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
		open(browser());
		assertThat(shown).isEqualTo("true|true|true|Show less true|"
				+ "Slack folds the text of an attachment above 700 characters or 5 line breaks");
	}

	@Test
	void wholeGalleryNeedsNoSidewaysScrollingOnAPhone() throws IOException {
		Browser browser = browser();
		browser.size(390, 844);
		browser.evaluate("gallery.hang(" + Gallery.asList(PAYLOADS) + ")");
		String wide = browser.evaluate("""
				[...document.querySelectorAll('.body')].filter((body) => body.scrollWidth > body.clientWidth + 1)
				  .map((body) => body.previousElementSibling.textContent).join()""");
		browser.size(1100, 900);
		open(browser);
		assertThat(wide).isEmpty();
	}

	@Test
	void contrastIsEnoughInBothSchemes() {
		Browser browser = browser();
		browser.evaluate("(() => {" + Gallery.resource("/axe.min.js") + "\n;window.axe = axe; return 'there'; })()");
		browser.evaluate("gallery.hang(" + Gallery.asList(PAYLOADS) + ")");
		String light = violations(browser, "light");
		String dark = violations(browser, "dark");
		browser.scheme("light");
		open(browser);
		assertThat(light + dark).isEmpty();
	}

	@Test
	void picturesAreTakenOnDemand() throws IOException {
		assumeTrue(Boolean.getBoolean("gallery.pictures"), "only with -Dgallery.pictures=true");
		Browser browser = browser();
		browser.size(2100, 900);
		int height = Integer.parseInt(browser.evaluate("gallery.hang(" + Gallery.asList(PAYLOADS) + ", 3)"));
		browser.size(2100, height + 20);
		for (String scheme : new String[] { "light", "dark" }) {
			browser.scheme(scheme);
			browser.picture(Path.of("../docs/images/inbox-gallery-" + scheme + ".png"));
		}
		browser.scheme("light");
		open(browser);
	}

	private static String violations(Browser browser, String scheme) {
		browser.scheme(scheme);
		return browser.evaluate(
				"""
						axe.run(document.getElementById('messages'), { runOnly: ['wcag2a', 'wcag2aa', 'best-practice'] }).then((result) =>
						  result.violations.filter((each) => ['serious', 'critical'].includes(each.impact))
						    .flatMap((each) => each.nodes.map((node) => each.id + ' ' + node.html.slice(0, 160) + ' '
						      + (node.any[0]?.message || ''))).join('\\n'))""");
	}

	private static Browser browser() {
		return Objects.requireNonNull(running);
	}

	/** A page that waits for nothing, at a fixed place and moment. */
	private static void open(Browser browser) {
		browser.open(INBOX.url().resolve("/?still"));
		browser.zone("Europe/Berlin", "en-US");
		browser.evaluate(Gallery.script().strip());
	}

}
