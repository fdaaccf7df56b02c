package io.github.slacklogging.diagnosis;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Writes JSON for people: a line for each member and element.
 *
 * @param out grows
 */
record PrettyTree(StringBuilder out) {

	private static final String STEP = "  ";

	void append(@Nullable Object value, String indent) {
		if (value instanceof Map<?, ?> object) {
			lines('{', '}', indent, object.entrySet(), (member) -> {
				quoted(String.valueOf(member.getKey()));
				this.out.append(": ");
				append(member.getValue(), indent + STEP);
			});
		}
		else if (value instanceof List<?> array) {
			lines('[', ']', indent, array, (element) -> append(element, indent + STEP));
		}
		else if (value instanceof String text) {
			quoted(text);
		}
		else {
			this.out.append(value);
		}
	}

	private <T> void lines(char open, char close, String indent, Iterable<T> elements, Consumer<T> writer) {
		this.out.append(open);
		Iterator<T> each = elements.iterator();
		boolean empty = !each.hasNext();
		while (each.hasNext()) {
			this.out.append('\n').append(indent).append(STEP);
			writer.accept(each.next());
			this.out.append(each.hasNext() ? "," : "");
		}
		this.out.append(empty ? "" : "\n" + indent).append(close);
	}

	private void quoted(String text) {
		this.out.append('"');
		JsonStringEncoder.getInstance().quoteAsString(text, this.out);
		this.out.append('"');
	}

}
