package io.github.slacklogging.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.slacklogging.testing.Browser;
import io.github.slacklogging.testing.InBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pictures of the page in {@code docs/images}, written with
 * {@code -Dimages.write=true}, to be looked at; without it only into the void. What is on
 * them is checked either way.
 */
@InBrowser
class PagePictureTests {

	private static final boolean WRITE = Boolean.getBoolean("images.write");

	private final Browser browser;

	private final InboxPage page;

	private final Path directory;

	PagePictureTests(Browser browser, @TempDir Path nowhere) {
		this.browser = browser;
		this.page = new InboxPage(browser);
		this.directory = WRITE ? Path.of("../docs/images") : nowhere;
	}

	@AfterEach
	void close() {
		this.page.close();
	}

	@Test
	void emptyPage() throws Exception {
		this.browser.size(1280, 800);
		this.page.open();
		this.browser.waitUntil("!document.getElementById('empty').hidden");
		picture("inbox-empty");
	}

	@Test
	void someMessagesInBothSchemes() throws Exception {
		this.browser.size(1280, 880);
		messages();
		picture("inbox");
		this.browser.scheme("dark");
		picture("inbox-dark");
	}

	@Test
	void livingMessageAndItsThread() throws Exception {
		this.browser.size(1280, 960);
		SampleMessages.live(this.page.inbox(), "payments");
		this.page.open();
		this.browser.evaluate("document.querySelector('.replies button').click()");
		this.browser.waitUntil("document.querySelectorAll('#thread-replies article').length === 4");
		this.browser.evaluate("document.getElementById('thread-close').blur()");
		picture("thread");
	}

	@Test
	void validationOfAMessage() throws Exception {
		this.browser.size(1280, 800);
		this.page.sample("orders", "refused");
		this.page.bot()
			.post("orders",
					"\"text\":\"Nightly report\",\"blocks\":[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\","
							+ "\"text\":\"Nightly report\"}},{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\""
							+ "line ".repeat(574) + "\"}}]");
		this.page.open().view("validation", ".limits li");
		this.browser.evaluate("document.activeElement.blur()");
		picture("inbox-validation");
	}

	@Test
	void phone() throws Exception {
		this.browser.size(390, 844);
		messages();
		this.browser.evaluate(InboxPage.NEWEST + ".scrollIntoView({ block: 'start' })");
		picture("inbox-phone");
	}

	private void messages() throws Exception {
		this.page.sample("orders", "summary").sample("oncall", "critical").sample("orders", "refused");
		this.page.sample("orders", "first").open();
		this.browser.waitUntil("document.querySelectorAll('#messages > article').length === 4");
	}

	private void picture(String name) throws IOException {
		this.browser.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
		Path file = this.directory.resolve(name + ".png");
		this.browser.picture(file);
		assertThat(Files.size(file)).isGreaterThan(10_000);
	}

}
