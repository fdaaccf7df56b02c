package io.github.slacklogging.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.imageio.ImageIO;

import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium in front of the shop. Nothing is downloaded: browser and driver
 * must be on this machine.
 */
final class ShopBrowser implements AutoCloseable {

	private static final File BROWSER = new File("/usr/bin/chromium");

	private static final File DRIVER = new File("/usr/bin/chromedriver");

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	/**
	 * Warns of a DevTools version that nothing here needs; held, or the level is lost.
	 */
	private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

	private final ChromeDriver driver;

	ShopBrowser() {
		SELENIUM.setLevel(Level.SEVERE);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(BROWSER);
		options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-dev-shm-usage", "--hide-scrollbars",
				"--force-color-profile=srgb", "--lang=en-US");
		this.driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER)
			.usingAnyFreePort()
			.withSilent(true)
			.build(), options);
	}

	/** For {@code @EnabledIf}. */
	static boolean isInstalled() {
		return BROWSER.canExecute() && DRIVER.canExecute();
	}

	void open(URI page, int width, int height, String scheme) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
		this.driver.get(page.toString());
	}

	/** As somebody does who has no mouse. */
	void pressByKeyboard(String name) {
		this.driver.findElement(By.cssSelector("#" + name + " button")).sendKeys("\n");
	}

	String text(String selector) {
		return this.driver.findElement(By.cssSelector(selector)).getText();
	}

	/** Waits until the expression is true in the page. */
	void until(String expression) {
		new WebDriverWait(this.driver, PATIENCE)
			.until((page) -> Boolean.TRUE.equals(this.driver.executeScript("return Boolean(" + expression + ")")));
	}

	String value(String expression) {
		return String.valueOf(this.driver.executeScript("return " + expression));
	}

	/** What hinders people, as axe judges it. */
	List<String> barriers() {
		return new AxeBuilder().analyze(this.driver)
			.getViolations()
			.stream()
			.map((rule) -> rule.getId() + " " + rule.getHelp() + " "
					+ rule.getNodes().stream().map((node) -> node.getTarget()).toList())
			.toList();
	}

	BufferedImage picture() throws IOException {
		return ImageIO.read(new ByteArrayInputStream(this.driver.getScreenshotAs(OutputType.BYTES)));
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
