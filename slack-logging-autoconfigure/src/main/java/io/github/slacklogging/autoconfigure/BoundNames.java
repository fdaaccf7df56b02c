package io.github.slacklogging.autoconfigure;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.slacklogging.diagnosis.PropertyNames;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * The names of all properties that are bound, from the types they are bound to: what is
 * added there is known here.
 */
final class BoundNames {

	private final List<String> names = new ArrayList<>();

	private BoundNames() {
	}

	static PropertyNames all() {
		BoundNames bound = new BoundNames();
		bound.addComponents("", SlackLoggingProperties.class);
		return new PropertyNames(bound.names);
	}

	private void addComponents(String prefix, Class<?> type) {
		for (RecordComponent component : type.getRecordComponents()) {
			add(prefix + DataObjectPropertyName.toDashedForm(component.getName()), component.getGenericType());
		}
	}

	private void add(String name, Type type) {
		Type raw = (type instanceof ParameterizedType parameterized) ? parameterized.getRawType() : type;
		if (raw == List.class) {
			add(name + "[]", argument(type, 0));
			// what is written in one line, or an empty list
			this.names.add(name);
		}
		else if (raw == Map.class) {
			add(name + ".<name>", argument(type, 1));
		}
		else if (raw == LinkFields.class) {
			this.names.add(name);
			this.names.add(name + ".<name>");
		}
		else if (raw instanceof Class<?> bound && bound.isRecord()) {
			addComponents(name + ".", bound);
		}
		else {
			this.names.add(name);
		}
	}

	private static Type argument(Type type, int index) {
		return ((ParameterizedType) type).getActualTypeArguments()[index];
	}

}
