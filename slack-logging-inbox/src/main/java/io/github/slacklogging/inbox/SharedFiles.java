package io.github.slacklogging.inbox;

import java.io.IOException;
import java.util.Map;

/**
 * The bytes of a shared file. A picture may be shown; everything else is text to be
 * saved, so that no file becomes a page of this site.
 */
final class SharedFiles {

	private final MessageStore store;

	SharedFiles(MessageStore store) {
		this.store = store;
	}

	void serve(PageExchange page) throws IOException, PageRefusal {
		String id = page.lastSegment();
		InboxFile file = this.store.messages()
			.stream()
			.flatMap((message) -> message.files().stream())
			.filter((each) -> each.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new PageRefusal(404, "The inbox does not have this file any more."));
		boolean isPicture = file.mimetype().startsWith("image/");
		Map<String, String> headers = isPicture ? Map.of()
				: Map.of("Content-Disposition", "attachment; filename=\"" + harmless(file.name()) + "\"");
		page.send(new Answer(200, isPicture ? file.mimetype() : "text/plain; charset=utf-8", file.bytes(), headers,
				null));
	}

	/** A header takes neither quotes nor line breaks, and a file name no slashes. */
	private static String harmless(String name) {
		String harmless = name.replaceAll("[^A-Za-z0-9._-]", "_");
		return harmless.substring(Math.max(0, harmless.length() - 100));
	}

}
