package io.github.slacklogging.opensearch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.opensearch.ItemResult.Indexed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a cluster says to a bulk request (a response with status 200). Immutable.
 *
 * @param items one for each document, in the order of the request
 */
record BulkAnswer(List<ItemResult> items) {

	/**
	 * What of an answer is needed ({@code filter_path}): a status for each document, so
	 * that its place in the list says which one it is, and no id. Reasons only where
	 * something went wrong; they are the only part that grows with the documents, which
	 * they quote.
	 */
	static final String FILTER = "errors,items.*.status,items.*.error.type,items.*.error.reason";

	private static final ItemResult INDEXED = new Indexed();

	BulkAnswer {
		items = List.copyOf(items);
	}

	/**
	 * Reads an answer. Never throws.
	 * @param body of the answer, filtered by {@link #FILTER} or not
	 * @param documents how many the request had
	 * @return empty if it is no answer to a bulk request for so many documents, or not
	 * the whole of it
	 */
	static Optional<BulkAnswer> read(String body, int documents) {
		try (JsonParser parser = AnswerParsing.parser(body)) {
			return read(parser, documents);
		}
		catch (JacksonException ex) {
			// not JSON, or not all of it
			return Optional.empty();
		}
	}

	private static Optional<BulkAnswer> read(JsonParser parser, int documents) {
		if (parser.nextToken() != JsonToken.START_OBJECT) {
			return Optional.empty();
		}
		Boolean errors = null;
		List<ItemResult> items = null;
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			if (name.equals("errors") && value.isBoolean()) {
				errors = parser.getBooleanValue();
			}
			else if (name.equals("items")) {
				items = (value == JsonToken.START_ARRAY) ? items(parser, documents) : null;
				if (items == null) {
					return Optional.empty();
				}
			}
			else {
				parser.skipChildren();
			}
		}
		boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
		return (whole && errors != null) ? answer(errors, items, documents) : Optional.empty();
	}

	/** Without items all is well, if it says so. */
	private static Optional<BulkAnswer> answer(boolean errors, @Nullable List<ItemResult> items, int documents) {
		if (items != null) {
			return Optional.of(new BulkAnswer(items));
		}
		return errors ? Optional.empty() : Optional.of(new BulkAnswer(Collections.nCopies(documents, INDEXED)));
	}

	/** Returns {@code null} if there are not as many as documents, or one is none. */
	private static @Nullable List<ItemResult> items(JsonParser parser, int documents) {
		List<ItemResult> items = new ArrayList<>();
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			ItemResult item = (items.size() < documents) ? AnswerItem.read(parser) : null;
			if (item == null) {
				return null;
			}
			items.add(item);
		}
		return (items.size() == documents) ? items : null;
	}

}
