package io.github.slacklogging.link;

import tools.jackson.core.JsonGenerator;

/**
 * A question in Honeycomb's query specification, see its documentation under that title.
 * Values need no other escapes than those of JSON. Of the three fields for time at most
 * two may be given: the first and the last second here. Immutable.
 */
final class HoneycombQuery {

	private final FieldNames names;

	HoneycombQuery(FieldNames names) {
		this.names = names;
	}

	/**
	 * A query.
	 * @param question what is looked for
	 * @param columns whether results are told apart by level, logger and message
	 */
	String json(LogQuestion question, boolean columns) {
		return JsonText.object((json) -> {
			json.writeNumberProperty("start_time", question.window().fromSeconds());
			json.writeNumberProperty("end_time", question.window().toSeconds());
			json.writeArrayPropertyStart("calculations");
			json.writeStartObject();
			json.writeStringProperty("op", "COUNT");
			json.writeEndObject();
			json.writeEndArray();
			json.writeArrayPropertyStart("filters");
			question.criteria().forEach((criterion) -> filter(json, criterion));
			json.writeEndArray();
			json.writeStringProperty("filter_combination", "AND");
			if (columns) {
				breakdowns(json);
			}
		});
	}

	private void filter(JsonGenerator json, Criterion criterion) {
		if (criterion instanceof Criterion.Is is) {
			filter(json, is.field(), "=", is.value());
		}
		else {
			filter(json, LogField.MESSAGE, "contains", ((Criterion.Says) criterion).phrase());
		}
	}

	private void filter(JsonGenerator json, LogField field, String operator, String value) {
		json.writeStartObject();
		json.writeStringProperty("column", this.names.of(field));
		json.writeStringProperty("op", operator);
		json.writeStringProperty("value", value);
		json.writeEndObject();
	}

	private void breakdowns(JsonGenerator json) {
		json.writeArrayPropertyStart("breakdowns");
		json.writeString(this.names.of(LogField.LEVEL));
		json.writeString(this.names.of(LogField.LOGGER));
		json.writeString(this.names.of(LogField.MESSAGE));
		json.writeEndArray();
	}

}
