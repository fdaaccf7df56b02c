package io.github.slacklogging.spool;

import tools.jackson.core.json.JsonFactory;

/**
 * The JSON library of what is made with the start and reads and writes later: its classes
 * are loaded with the first file.
 */
final class LateJson {

	static final JsonFactory FACTORY = new JsonFactory();

	private LateJson() {
	}

}
