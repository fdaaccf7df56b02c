package io.github.slacklogging.opensearch;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** How answers are read: bounded, whoever gave them. Stateless. */
final class AnswerParsing {

	/** Causes of an error nest; whatever is deeper is no answer. */
	static final int MAX_DEPTH = 100;

	/** Of one text: a reason may quote a document. */
	private static final int MAX_TEXT = 8 * 1024 * 1024;

	private static final JsonFactory FACTORY = JsonFactory.builder()
		.streamReadConstraints(
				StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxStringLength(MAX_TEXT).build())
		.build();

	private AnswerParsing() {
	}

	static JsonParser parser(String body) {
		return FACTORY.createParser(ObjectReadContext.empty(), body);
	}

}
