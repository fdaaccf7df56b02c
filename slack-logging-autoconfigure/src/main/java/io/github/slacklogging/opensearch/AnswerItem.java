package io.github.slacklogging.opensearch;

import java.util.Set;

import io.github.slacklogging.opensearch.ItemResult.Blocked;
import io.github.slacklogging.opensearch.ItemResult.Busy;
import io.github.slacklogging.opensearch.ItemResult.Conflict;
import io.github.slacklogging.opensearch.ItemResult.Indexed;
import io.github.slacklogging.opensearch.ItemResult.Unfit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One item of an answer while it is read:
 * {@code {"create":{"status":400,"error":{"type":"…","reason":"…"}}}}.
 */
final class AnswerItem {

	/**
	 * Of the index and not of the document. Sources: IndexClosedException,
	 * InvalidIndexNameException and ShardLimitValidator of OpenSearch 2.19.
	 */
	private static final Set<String> OF_THE_INDEX = Set.of("index_closed_exception", "invalid_index_name_exception",
			"validation_exception");

	/** Source: TransportBulkAction and IndexAbstraction of OpenSearch 2.19. */
	private static final String NO_WRITE_INDEX = "no write index is defined for alias";

	private int status;

	private @Nullable String type;

	private @Nullable String reason;

	private AnswerItem() {
	}

	/**
	 * Reads the item at which the parser stands, up to its end.
	 * @return {@code null} if it is none
	 */
	static @Nullable ItemResult read(JsonParser parser) {
		if (parser.currentToken() != JsonToken.START_OBJECT || parser.nextToken() != JsonToken.PROPERTY_NAME
				|| parser.nextToken() != JsonToken.START_OBJECT) {
			return null;
		}
		AnswerItem item = new AnswerItem();
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			item.field(parser);
		}
		return (parser.nextToken() == JsonToken.END_OBJECT) ? item.result() : null;
	}

	private void field(JsonParser parser) {
		String name = parser.currentName();
		JsonToken value = parser.nextToken();
		if (name.equals("status") && value == JsonToken.VALUE_NUMBER_INT) {
			this.status = parser.getIntValue();
		}
		else if (name.equals("error") && value == JsonToken.START_OBJECT) {
			error(parser);
		}
		else {
			parser.skipChildren();
		}
	}

	private void error(JsonParser parser) {
		while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
			String name = parser.currentName();
			JsonToken value = parser.nextToken();
			if (name.equals("type") && value == JsonToken.VALUE_STRING) {
				this.type = parser.getString();
			}
			else if (name.equals("reason") && value == JsonToken.VALUE_STRING) {
				this.reason = parser.getString();
			}
			else {
				parser.skipChildren();
			}
		}
	}

	private @Nullable ItemResult result() {
		if (this.status == 200 || this.status == 201) {
			return new Indexed();
		}
		if (this.status == 409) {
			return new Conflict();
		}
		if (this.status < 400 || this.status > 599) {
			return null;
		}
		String told = ItemReason.of(this.status, this.type, this.reason);
		if (this.status >= 500) {
			return new Busy(this.status, told);
		}
		// a full disk is a block with status 429: IndexMetadata of OpenSearch 2.19
		if (this.status == 403 || ItemReason.isBlock(this.type) || isForWhereItGoes()) {
			return new Blocked(told);
		}
		return (this.status == 429) ? new Busy(this.status, told) : new Unfit(this.status, told);
	}

	/** Any other document would be refused as well, so none is given up for it. */
	private boolean isForWhereItGoes() {
		boolean aliasOnly = this.reason != null && this.reason.startsWith(NO_WRITE_INDEX);
		return this.status == 404 || aliasOnly || (this.type != null && OF_THE_INDEX.contains(this.type));
	}

}
