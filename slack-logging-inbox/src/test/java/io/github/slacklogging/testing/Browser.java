package io.github.slacklogging.testing;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.json.Json;
import io.github.slacklogging.inbox.json.MalformedJsonException;

/**
 * A headless Chromium with one open page, driven by its own DevTools protocol. For one
 * thread.
 */
public final class Browser implements AutoCloseable {

	private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome");

	private static final long MAX_WAIT_SECONDS = 60;

	private final AtomicInteger lastId = new AtomicInteger();

	private final Map<String, CompletableFuture<Json>> waiting = new ConcurrentHashMap<>();

	private final Process process;

	private final Path profile;

	private final WebSocket socket;

	private String session = "";

	private Browser(Process process, Path profile, URI endpoint) {
		this.process = process;
		this.profile = profile;
		this.socket = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.connectTimeout(Duration.ofSeconds(10))
			.buildAsync(endpoint, new Answers())
			.orTimeout(MAX_WAIT_SECONDS, TimeUnit.SECONDS)
			.join();
	}

	/** Where a browser is installed: environment variable CHROMIUM, or a usual place. */
	public static Optional<Path> installed() {
		return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** Starts the browser with a profile of its own. */
	public static Browser start(Path executable) throws IOException {
		Path profile = Files.createTempDirectory("browser");
		Process process = new ProcessBuilder(executable.toString(), "--headless", "--no-sandbox", "--disable-gpu",
				"--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
				"--disable-sync", "--disable-dev-shm-usage", "--remote-debugging-port=0", "--user-data-dir=" + profile,
				"about:blank")
			.redirectErrorStream(true)
			.start();
		BufferedReader output = process.inputReader();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			int url = line.indexOf("ws://");
			if (url >= 0) {
				drain(output);
				return new Browser(process, profile, URI.create(line.substring(url).strip()));
			}
		}
		throw new IOException("The browser did not start");
	}

	/** Opens a page and waits until it is loaded. */
	public void open(URI page) {
		this.session = "";
		Json target = call("Target.createTarget", Json.object().put("url", "about:blank"));
		Json attached = call("Target.attachToTarget",
				Json.object().put("targetId", target.text("targetId")).put("flatten", Json.of(true)));
		this.session = String.valueOf(attached.text("sessionId"));
		call("Page.enable", Json.object());
		CompletableFuture<Json> loaded = new CompletableFuture<>();
		this.waiting.put("Page.loadEventFired", loaded);
		call("Page.navigate", Json.object().put("url", page.toString()));
		loaded.orTimeout(MAX_WAIT_SECONDS, TimeUnit.SECONDS).join();
	}

	/** Sets the size of the window. */
	public void size(int width, int height) {
		call("Emulation.setDeviceMetricsOverride",
				Json.object()
					.put("width", Json.of(width))
					.put("height", Json.of(height))
					.put("deviceScaleFactor", Json.of(1))
					.put("mobile", Json.of(false)));
	}

	/** Puts the page into a time zone and a language, as of now. */
	public void zone(String zone, String locale) {
		call("Emulation.setTimezoneOverride", Json.object().put("timezoneId", zone));
		call("Emulation.setLocaleOverride", Json.object().put("locale", locale));
	}

	/** Lets the page believe that its viewer prefers this: light or dark. */
	public void scheme(String scheme) {
		Json feature = Json.object().put("name", "prefers-color-scheme").put("value", scheme).build();
		call("Emulation.setEmulatedMedia", Json.object().put("features", Json.array(List.of(feature))));
	}

	/** Takes a picture of the window. */
	public void picture(Path file) throws IOException {
		Json answer = call("Page.captureScreenshot", Json.object().put("format", "png"));
		Files.write(file, Base64.getDecoder().decode(String.valueOf(answer.text("data"))));
	}

	/** The value of an expression as text; promises are awaited. */
	public String evaluate(String expression) {
		Json answer = call("Runtime.evaluate",
				Json.object()
					.put("expression", "(async () => String(await (" + expression + ")))()")
					.put("awaitPromise", Json.of(true))
					.put("returnByValue", Json.of(true)));
		Json result = answer.get("result");
		if (answer.get("exceptionDetails") != null || result == null) {
			throw new AssertionError("Script failed: " + answer.write());
		}
		return String.valueOf(result.text("value"));
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
				    else if (performance.now() - start > 60000) failed(new Error('never true'));
				    else setTimeout(look, 10);
				  };
				  look();
				})""".formatted(condition));
		return Long.parseLong(milliseconds);
	}

	/** The document as the browser built it. */
	public String dom() {
		return evaluate("document.documentElement.outerHTML");
	}

	@Override
	public void close() {
		this.socket.abort();
		this.process.descendants().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly();
		this.process.onExit().orTimeout(MAX_WAIT_SECONDS, TimeUnit.SECONDS).join();
		try (Stream<Path> files = Files.walk(this.profile)) {
			files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
		}
		catch (IOException | UncheckedIOException ex) {
			this.profile.toFile().deleteOnExit(); // a child may write to the last moment
		}
	}

	/** A browser whose output nobody reads stands still when the pipe is full. */
	private static void drain(BufferedReader output) {
		Thread thread = new Thread(() -> output.lines().forEach((line) -> {
		}), "browser-output");
		thread.setDaemon(true);
		thread.start();
	}

	private Json call(String method, Json.Members parameters) {
		int id = this.lastId.incrementAndGet();
		CompletableFuture<Json> answer = new CompletableFuture<>();
		this.waiting.put(String.valueOf(id), answer);
		Json.Members message = Json.object().put("id", Json.of(id)).put("method", method);
		message.put("params", parameters.build());
		if (!this.session.isEmpty()) {
			message.put("sessionId", this.session);
		}
		Json answered = this.socket.sendText(message.build().write(), true)
			.thenCompose((sent) -> answer)
			.orTimeout(MAX_WAIT_SECONDS, TimeUnit.SECONDS)
			.join();
		Json result = answered.get("result");
		if (result == null) {
			throw new AssertionError(method + " failed: " + answered.write());
		}
		return result;
	}

	/** Hands each answer, and each event, to who waits for it. */
	private final class Answers implements WebSocket.Listener {

		private final StringBuilder text = new StringBuilder();

		@Override
		public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
			this.text.append(data);
			if (last) {
				Json message = read(this.text.toString());
				this.text.setLength(0);
				String key = (message.get("id") instanceof Json.Num id) ? id.literal() : message.text("method");
				CompletableFuture<Json> answer = Browser.this.waiting.remove(String.valueOf(key));
				if (answer != null) {
					answer.complete(message);
				}
			}
			webSocket.request(1);
			return CompletableFuture.completedFuture(null);
		}

		private static Json read(String text) {
			try {
				return Json.read(text);
			}
			catch (MalformedJsonException ex) {
				throw new UncheckedIOException(new IOException(ex));
			}
		}

	}

}
