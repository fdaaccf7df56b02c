package io.github.slacklogging.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
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
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
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
		browser.until("document.querySelector('[data-book=accepted]').textContent === '"
				+ String.format(Locale.ENGLISH, "%,d", before + 1) + "'");
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

	/** Before anything else is pressed, so that there is one message to read. */
	@Test
	@Order(1)
	@EnabledIfSystemProperty(named = "sample.pictures", matches = "true")
	void picturesAreTaken() throws IOException {
		write(sideBySide(pressed("declined-payment"), read()), "showcase.png");
		write(withAFullReceipt("light"), "sample.png");
		write(withAFullReceipt("dark"), "sample-dark.png");
		browser.open(shop.address(), 390, 844, "light");
		write(browser.picture(), "sample-phone.png");
	}

	private static BufferedImage withAFullReceipt(String scheme) throws IOException {
		browser.open(shop.address(), 1280, 1000, scheme);
		browser.pressByKeyboard("thousand-of-the-same");
		browser.until("document.querySelectorAll('#sold li').length === 1");
		browser.pressByKeyboard("slack-is-down");
		browser.until("document.querySelectorAll('#sold li').length === 2");
		shop.awaitHealth((health) -> health.at("/status").asString().equals("DEGRADED"));
		browser.until("document.querySelector('#books').dataset.status === 'DEGRADED'");
		browser.value("scrollTo(0, 0)");
		BufferedImage picture = browser.picture();
		shop.press("slack-is-back");
		shop.awaitHealth((health) -> health.at("/details/events/waiting").asInt() == 0);
		return picture;
	}

	private static BufferedImage pressed(String name) throws IOException {
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

	private static void write(BufferedImage picture, String name) throws IOException {
		ImageIO.write(picture, "png", IMAGES.resolve(name).toFile());
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
