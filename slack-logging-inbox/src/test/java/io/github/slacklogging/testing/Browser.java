package io.github.slacklogging.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * A headless Chromium with one open page, driven by Selenium. Nothing is downloaded: both
 * the browser and its driver must be on this machine. For one thread. Tests that only
 * need a browser share one by {@link InBrowser}.
 */
public final class Browser implements AutoCloseable {

	private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome");

	private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver",
			"/usr/bin/chromium.chromedriver");

	/**
	 * Warns of a DevTools version that nothing here needs; held, or the level is lost.
	 */
	private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

	private static final Duration MAX_WAIT = Duration.ofSeconds(60);

	private final ChromeDriver driver;

	private Browser(ChromeDriver driver) {
		this.driver = driver;
		driver.manage().timeouts().scriptTimeout(MAX_WAIT).pageLoadTimeout(MAX_WAIT);
	}

	/**
	 * Where a browser is installed: environment variable CHROMIUM, or a usual place.
	 * Empty as well when its driver is missing.
	 * @return the browser
	 */
	public static Optional<Path> installed() {
		return driverInstalled().flatMap((driver) -> first("CHROMIUM", BROWSERS));
	}

	private static Optional<Path> driverInstalled() {
		return first("CHROMEDRIVER", DRIVERS);
	}

	private static Optional<Path> first(String variable, List<String> places) {
		return Stream.concat(Stream.ofNullable(System.getenv(variable)), places.stream())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * Starts the browser with a profile of its own.
	 * @param executable as {@link #installed()} found it
	 * @return the running browser
	 */
	public static Browser start(Path executable) {
		SELENIUM.setLevel(Level.SEVERE);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(executable.toFile());
		options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--force-color-profile=srgb", "--lang=en-US");
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(driverInstalled().orElseThrow().toFile())
			.usingAnyFreePort()
			.withSilent(true)
			.build();
		return new Browser(new ChromeDriver(service, options));
	}

	/** Opens a page and waits until it is loaded. */
	public void open(URI page) {
		this.driver.get("about:blank"); // the same address again would only move within
										// the page
		this.driver.get(page.toString());
	}

	/** Opens a page in which a script runs before those of the page. */
	public void open(URI page, String script) {
		Object id = this.driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
			.get("identifier");
		open(page);
		this.driver.executeCdpCommand("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", id));
	}

	/** Sets the size of the window, in CSS pixels. */
	public void size(int width, int height) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
	}

	/** What the system prefers: {@code light} or {@code dark}. */
	public void scheme(String scheme) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
	}

	/** Puts the page into a time zone and a language, once in the life of a browser. */
	public void zone(String zone, String locale) {
		this.driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", zone));
		this.driver.executeCdpCommand("Emulation.setLocaleOverride", Map.of("locale", locale));
	}

	/**
	 * What the page's own thread works for an expression, its layout included: processor
	 * time, which no other program on this machine makes longer.
	 */
	public Duration work(String expression) {
		this.driver.executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
		double before = worked();
		evaluate(expression);
		return Duration.ofNanos(Math.round((worked() - before) * 1e9));
	}

	private double worked() {
		Object metrics = this.driver.executeCdpCommand("Performance.getMetrics", Map.of()).get("metrics");
		return ((List<?>) metrics).stream()
			.map((each) -> (Map<?, ?>) each)
			.filter((each) -> "TaskDuration".equals(each.get("name")))
			.mapToDouble((each) -> ((Number) each.get("value")).doubleValue())
			.findFirst()
			.orElseThrow();
	}

	/** The value of an expression as text; promises are awaited. */
	public String evaluate(String expression) {
		Object answer = this.driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
				+ "(async () => String(await (" + expression
				+ ")))().then((value) => done('=' + value), (failure) => done('!' + (failure.stack || failure)));");
		String text = String.valueOf(answer);
		if (!text.startsWith("=")) {
			throw new AssertionError("Script failed: " + text.substring(1) + " in " + expression);
		}
		return text.substring(1);
	}

	/**
	 * Waits in the page until the expression is true; gives how many milliseconds it
	 * took.
	 */
	public long waitUntil(String condition) {
		String milliseconds = evaluate("""
				new Promise((done, failed) => {
				  const start = performance.now();
				  const look = () => {
				    if (%s) done(Math.round(performance.now() - start));
				    else if (performance.now() - start > 20000) failed(new Error('never true'));
				    else setTimeout(look, 10);
				  };
				  look();
				})""".formatted(condition));
		return Long.parseLong(milliseconds);
	}

	/** Presses keys where the focus is, as a person does. */
	public void press(CharSequence... keys) {
		new Actions(this.driver).sendKeys(keys).perform();
	}

	/** Clicks what the selector finds first, as a person does: it must be in sight. */
	public void click(String selector) {
		this.driver.findElement(By.cssSelector(selector)).click();
	}

	/** Gives a file to an input for files. */
	public void choose(String selector, Path file) {
		this.driver.findElement(By.cssSelector(selector)).sendKeys(file.toString());
	}

	/** The document as the browser built it. */
	public String dom() {
		return evaluate("document.documentElement.outerHTML");
	}

	/**
	 * What axe finds on the page as it is now that hinders people: only what it calls
	 * serious or critical.
	 * @return one sentence each, with the places
	 */
	public List<String> barriers() {
		AxeBuilder axe = new AxeBuilder();
		axe.setOptions("{\"resultTypes\": [\"violations\"]}"); // what is well costs time
																// to tell
		return axe.disableIframeTesting()
			.analyze(this.driver)
			.getViolations()
			.stream()
			.filter((rule) -> List.of("serious", "critical").contains(rule.getImpact()))
			.map(Browser::sentence)
			.toList();
	}

	private static String sentence(Rule rule) {
		return rule.getId() + ": " + rule.getHelp() + " at "
				+ rule.getNodes().stream().map((node) -> node.getTarget() + " " + node.getHtml()).toList();
	}

	/** Writes what is to be seen as a PNG. */
	public void picture(Path file) throws IOException {
		Files.write(file, this.driver.getScreenshotAs(OutputType.BYTES));
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
