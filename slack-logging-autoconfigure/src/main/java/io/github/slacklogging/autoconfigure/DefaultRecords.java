package io.github.slacklogging.autoconfigure;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.util.unit.DataSize;

/**
 * Records of properties of which nothing is set, as their {@link DefaultValue}s say: the
 * same as Boot's binder makes of them, which reads all annotations of a constructor once
 * more for each of its parameters ({@code ValueObjectBinder} of 4.1 asks each
 * {@code Parameter}). Most properties of most applications are not set, so that was the
 * longest step of a start. Stateless.
 */
final class DefaultRecords {

	private DefaultRecords() {
	}

	/**
	 * A record of nothing but defaults.
	 * @param type that holds values and groups, which are records too
	 */
	static <T> T of(Class<T> type) {
		return of(constructor(type));
	}

	private static <T> T of(Constructor<T> constructor) {
		Object[] values = new Object[constructor.getParameterCount()];
		Annotation[][] annotations = constructor.getParameterAnnotations();
		for (int i = 0; i < values.length; i++) {
			values[i] = value(constructor, i, annotations[i]);
		}
		return BeanUtils.instantiateClass(constructor, values);
	}

	/** The one that is bound: with all components. */
	static <T> Constructor<T> constructor(Class<T> type) {
		try {
			return type.getDeclaredConstructor(
					Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new));
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What a component is where nobody sets it; {@code null} where it has no default. */
	static @Nullable Object value(Constructor<?> constructor, int index, Annotation[] annotations) {
		for (Annotation annotation : annotations) {
			if (annotation instanceof DefaultValue given) {
				return value(constructor, index, given.value());
			}
		}
		return null;
	}

	private static @Nullable Object value(Constructor<?> constructor, int index, String[] given) {
		Class<?> type = constructor.getParameterTypes()[index];
		if (type.isRecord() && given.length == 0) {
			return of(type);
		}
		return (given.length == 1) ? value(constructor, index, type, given[0]) : converted(constructor, index, given);
	}

	/** What there is most of does without the search for a converter. */
	private static @Nullable Object value(Constructor<?> constructor, int index, Class<?> type, String given) {
		if (type == boolean.class) {
			return Boolean.valueOf(given);
		}
		if (type == int.class) {
			return Integer.valueOf(given);
		}
		if (type == double.class) {
			return Double.valueOf(given);
		}
		if (type == String.class) {
			return given;
		}
		if (type == Duration.class) {
			return DurationStyle.detectAndParse(given);
		}
		return (type == DataSize.class) ? DataSize.parse(given) : converted(constructor, index, new String[] { given });
	}

	private static @Nullable Object converted(Constructor<?> constructor, int index, String[] given) {
		Class<?> raw = constructor.getParameterTypes()[index];
		if (given.length == 0 && (raw == List.class || raw == Map.class)) {
			return (raw == List.class) ? List.of() : Map.of();
		}
		if (raw == List.class
				&& ResolvableType.forConstructorParameter(constructor, index).getGeneric(0).resolve() == String.class) {
			return List.of(given);
		}
		TypeDescriptor wanted = new TypeDescriptor(new MethodParameter(constructor, index));
		Object source = (wanted.isCollection() || given.length != 1) ? given : given[0];
		return ApplicationConversionService.getSharedInstance()
			.convert(source, TypeDescriptor.forObject(source), wanted);
	}

}
