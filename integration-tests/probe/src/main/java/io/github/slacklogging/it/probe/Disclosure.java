package io.github.slacklogging.it.probe;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Writes down what can be seen of the application from within: names of threads, every
 * attribute of every MBean, the text of every bean, and of every object of the library
 * that can be reached from one.
 */
final class Disclosure {

	/**
	 * Spring's views of the configuration itself: they are the place where a secret
	 * stands.
	 */
	private static final Set<String> CONFIGURATION = Set.of("environment", "systemProperties", "systemEnvironment");

	private static final String OURS = "io.github.slacklogging.";

	private static final String HOLDER = OURS + "runtime.RuntimeHolder";

	private final List<String> lines = new ArrayList<>();

	private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	/** Returns the number of lines. */
	static int write(ConfigurableApplicationContext context, Path file) throws IOException {
		Disclosure disclosure = new Disclosure();
		Thread.getAllStackTraces().keySet().forEach((thread) -> disclosure.add("thread", "", thread.getName()));
		disclosure.addMBeans(ManagementFactory.getPlatformMBeanServer());
		disclosure.addBeans(context.getBeanFactory());
		disclosure.addStatics(HOLDER);
		Files.write(file, disclosure.lines);
		return disclosure.lines.size();
	}

	private void add(String kind, String name, @Nullable Object value) {
		String text;
		try {
			text = (value instanceof Object[] array) ? Arrays.deepToString(array) : String.valueOf(value);
		}
		catch (RuntimeException | LinkageError ex) {
			text = ex.toString();
		}
		this.lines.add(kind + " " + name + " " + text);
	}

	private void addMBeans(MBeanServer server) {
		for (ObjectName name : server.queryNames(null, null)) {
			try {
				for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
					addAttribute(server, name, attribute);
				}
			}
			catch (JMException ex) {
				add("mbean", name.toString(), ex);
			}
		}
	}

	private void addAttribute(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
		try {
			if (attribute.isReadable()) {
				add("mbean", name + " " + attribute.getName(), server.getAttribute(name, attribute.getName()));
			}
		}
		catch (JMException | RuntimeMBeanException ex) {
			add("mbean", name + " " + attribute.getName(), ex);
		}
	}

	private void addBeans(ConfigurableListableBeanFactory beans) {
		for (String name : beans.getSingletonNames()) {
			Object bean = beans.getSingleton(name);
			if (bean != null && !CONFIGURATION.contains(name)) {
				add("bean", name, bean);
				walk(bean);
			}
		}
	}

	private void addStatics(String className) {
		try {
			walkFields(Class.forName(className), null);
		}
		catch (ClassNotFoundException ex) {
			add("object", className, ex);
		}
	}

	private void walk(@Nullable Object object) {
		if (object == null || !this.seen.add(object)) {
			return;
		}
		if (object instanceof Iterable<?> items && isOfThePlatform(object)) {
			List<Object> copy = new ArrayList<>();
			items.forEach(copy::add);
			copy.forEach(this::walk);
		}
		else if (object instanceof Map<?, ?> map && isOfThePlatform(object)) {
			new ArrayList<>(map.entrySet()).forEach((entry) -> {
				walk(entry.getKey());
				walk(entry.getValue());
			});
		}
		else if (object instanceof Object[] array) {
			Arrays.asList(array).forEach(this::walk);
		}
		else if (object instanceof AtomicReference<?> reference) {
			walk(reference.get());
		}
		else if (object.getClass().getName().startsWith(OURS)) {
			add("object", object.getClass().getName(), object);
			walkFields(object.getClass(), object);
		}
	}

	private static boolean isOfThePlatform(Object object) {
		return object.getClass().getName().startsWith("java.util.");
	}

	private void walkFields(Class<?> type, @Nullable Object object) {
		for (Class<?> current = type; current != null
				&& current.getName().startsWith(OURS); current = current.getSuperclass()) {
			for (Field field : current.getDeclaredFields()) {
				if (!field.getType().isPrimitive() && Modifier.isStatic(field.getModifiers()) == (object == null)) {
					walk(value(field, object));
				}
			}
		}
	}

	private static @Nullable Object value(Field field, @Nullable Object object) {
		try {
			field.setAccessible(true);
			return field.get(object);
		}
		catch (IllegalAccessException | RuntimeException ex) {
			// a lambda's, for one
			return null;
		}
	}

}
