package io.github.slacklogging.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the page: whatever stands in the folder {@code page} and has an extension
 * that is known. A permalink, {@code /archives/…}, is the page too; it finds the message
 * itself.
 */
final class PageFiles {

	/** Where the page may be found. */
	private static final Pattern PAGE = Pattern.compile("/|/archives/[A-Z0-9]+/p[0-9]+");

	/**
	 * No dot but the one before the extension, so that nothing leads out of the folder.
	 */
	private static final Pattern FILE = Pattern.compile("/([a-z0-9-]+)\\.(js|css|html)");

	private static final Map<String, String> TYPES = Map.of("js", "text/javascript; charset=utf-8", "css",
			"text/css; charset=utf-8", "html", "text/html; charset=utf-8");

	private PageFiles() {
	}

	static void serve(PageExchange page) throws IOException, PageRefusal {
		Matcher file = FILE.matcher(PAGE.matcher(page.path()).matches() ? "/inbox.html" : page.path());
		if (file.matches()) {
			try (InputStream in = PageFiles.class.getResourceAsStream("page" + file.group())) {
				if (in != null) {
					String type = TYPES.getOrDefault(file.group(2), "");
					page.send(new Answer(200, type, in.readAllBytes(), Map.of(), null));
					return;
				}
			}
		}
		throw new PageRefusal(404, "There is nothing here. The page is at /.");
	}

}
