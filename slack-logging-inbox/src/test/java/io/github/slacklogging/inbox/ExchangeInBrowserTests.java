package io.github.slacklogging.inbox;

import java.nio.file.Files;
import java.nio.file.Path;

import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Clearing, export and import from the page, in a real browser. */
@InBrowser
class ExchangeInBrowserTests {

	private static final String IMPORT = "#import-file";

	private final Browser browser;

	private final InboxPage page;

	ExchangeInBrowserTests(Browser browser) {
		this.browser = browser;
		this.page = new InboxPage(browser);
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@Test
	void clearCanBeUndone() throws Exception {
		this.page.say("a", "one").sample("a", "refused").say("b", "two").open();
		this.browser.click("#clear");
		this.browser.waitUntil("!document.getElementById('empty').hidden");
		assertThat(this.page.inbox().messages()).isEmpty();
		this.browser.waitUntil("document.querySelector('#toast button')");
		assertThat(this.page.text("#toast span")).isEqualTo("Cleared 3 messages");
		this.browser.click("#toast button");
		this.browser.waitUntil("document.querySelectorAll('#messages > article').length === 3");
		assertThat(this.page.inbox().messages()).extracting(InboxMessage::text).containsExactly("one", "two");
	}

	@Test
	void whatIsExportedIsImportedElsewhere(@TempDir Path directory) throws Exception {
		Path file = directory.resolve("inbox.json");
		this.page.sample("a", "first").open();
		Files.writeString(file, this.browser.evaluate("fetch('/export').then((answer) => answer.text())"));
		assertThat(this.browser.evaluate("document.getElementById('export').hasAttribute('download')"))
			.isEqualTo("true");
		try (InboxPage other = new InboxPage(this.browser)) {
			other.open();
			importFrom(file);
			this.browser.waitUntil("document.querySelectorAll('#messages > article').length === 1");
			assertThat(this.page.text("#toast")).isEqualTo("Imported 1 message");
			assertThat(other.inbox().messages().get(0).channel()).isEqualTo("#a");
		}
	}

	@Test
	void whatIsNoExportIsRefusedInASentence(@TempDir Path directory) throws Exception {
		Path file = directory.resolve("other.json");
		Files.writeString(file, "{\"format\":\"something else\"}");
		this.page.say("c", "stays").open();
		importFrom(file);
		this.browser.waitUntil("document.getElementById('toast').textContent.length > 10");
		assertThat(this.page.bodies()).isEqualTo("stays");
	}

	private void importFrom(Path file) {
		this.browser.evaluate("document.querySelector('" + IMPORT + "').hidden = false");
		this.browser.choose(IMPORT, file);
	}

}
