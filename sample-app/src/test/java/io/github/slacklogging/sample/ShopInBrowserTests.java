package io.github.slacklogging.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.logging.LoggingSystem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop as people see it. With {@code -Dsample.pictures=true} its pictures in
 * {@code docs/images} are taken anew.
 */
@EnabledIf(value = "io.github.slacklogging.sample.ShopBrowser#isInstalled",
		disabledReason = "there is no /usr/bin/chromium with its chromedriver")
class ShopInBrowserTests {

	private static final int HEIGHT = 900;

	private static final Path IMAGES = Path.of("..", "docs", "images");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private static Path folder;

	@SuppressWarnings("NullAway.Init")
	private static OpenShop shop;

	@SuppressWarnings("NullAway.Init")
	private static ShopBrowser browser;

	@BeforeAll
	static void open() {
		letLoggingBeSetUpAnew();
		shop = new OpenShop(folder, Duration.ofMinutes(15));
		browser = new ShopBrowser();
	}

	@AfterAll
	static void close() {
		browser.close();
		shop.close();
		letLoggingBeSetUpAnew();
	}

	/** Boot sets logging up once in a JVM, and other tests leave applications open. */
	private static void letLoggingBeSetUpAnew() {
		LoggingSystem.get(ShopInBrowserTests.class.getClassLoader()).cleanUp();
	}

	@Test
	void pressedButtonIsEnteredOnTheReceiptWithWhatToLookFor() {
		browser.open(shop.address(), 1280, 900, "light");
		browser.pressByKeyboard("declined-payment");
		browser.until("document.querySelector('#sold li')");
		assertThat(browser.text("#sold li")).contains("Declined payment", "One payment was declined.",
				"Look for one red message", "requestId req-");
		assertThat(browser.value("document.activeElement.textContent")).isEqualTo("Declined payment");
	}

	@Test
	void booksCountWhatWasPressed() {
		browser.open(shop.address(), 1280, 900, "light");
		browser.until("document.querySelector('[data-book=accepted]').textContent !== '…'");
		int before = shop.health().at("/details/events/accepted").asInt();
		browser.pressByKeyboard("database-down");
		browser.until("document.querySelector('[data-book=accepted]').textContent === '" + (before + 1) + "'");
	}

	@ParameterizedTest
	@CsvSource({ "1280, light", "1280, dark", "390, light", "390, dark" })
	void nobodyIsHinderedAndNothingOverflows(int width, String scheme) {
		browser.open(shop.address(), width, 900, scheme);
		browser.pressByKeyboard("doctor");
		browser.until("document.querySelector('#sold pre')");
		assertThat(browser.barriers()).isEmpty();
		assertThat(browser.value("document.documentElement.scrollWidth")).isEqualTo(String.valueOf(width));
	}

	/** Quiet after 15 minutes here, so that nothing turns grey meanwhile. */
	@Test
	@EnabledIfSystemProperty(named = "sample.pictures", matches = "true")
	void picturesAreTaken() throws IOException {
		ImageIO.write(taken(shop.address(), 1280, 1000, "light"), "png", IMAGES.resolve("sample.png").toFile());
		ImageIO.write(taken(shop.address(), 1280, 1000, "dark"), "png", IMAGES.resolve("sample-dark.png").toFile());
		ImageIO.write(taken(shop.address(), 390, 844, "light"), "png", IMAGES.resolve("sample-phone.png").toFile());
		ImageIO.write(sideBySide(pressed("declined-payment"), read()), "png", IMAGES.resolve("showcase.png").toFile());
	}

	private static BufferedImage pressed(String name) throws IOException {
		shop.inbox().clear();
		browser.open(shop.address(), 720, HEIGHT, "light");
		browser.pressByKeyboard(name);
		browser.until("document.querySelector('#latest.news')");
		browser.value("document.querySelector('#on-the-shelf').scrollIntoView()");
		return browser.picture();
	}

	/** From the head of the newest message on. */
	private static BufferedImage read() throws IOException {
		shop.message("HTTP 402");
		browser.open(shop.inbox().url(), 600, HEIGHT, "light");
		browser.until("document.body.textContent.includes('HTTP 402')");
		browser.value("document.querySelectorAll('*').forEach((element) => element.scrollTop = 0)");
		return browser.picture();
	}

	private static BufferedImage taken(URI page, int width, int height, String scheme) throws IOException {
		browser.open(page, width, height, scheme);
		browser.until("document.readyState === 'complete' && performance.now() > 1500");
		return browser.picture();
	}

	private static BufferedImage sideBySide(BufferedImage left, BufferedImage right) {
		int gap = 16;
		BufferedImage both = new BufferedImage(left.getWidth() + gap + right.getWidth(), left.getHeight(),
				BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = both.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, both.getWidth(), both.getHeight());
		graphics.drawImage(left, 0, 0, null);
		graphics.drawImage(right, left.getWidth() + gap, 0, null);
		graphics.dispose();
		return both;
	}

}
