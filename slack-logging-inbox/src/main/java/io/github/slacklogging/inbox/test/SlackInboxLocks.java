package io.github.slacklogging.inbox.test;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.slacklogging.inbox.SlackInbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Tests that share an inbox must not run at the same time: those that Spring runs, and
 * those of a class that asks for it before its tests do.
 */
final class SlackInboxLocks implements ResourceLocksProvider {

	private static final String INBOX = SlackInbox.class.getName();

	@Override
	public Set<Lock> provideForClass(Class<?> testClass) {
		if (SpringTest.is(testClass)) {
			return Set.of(new Lock(INBOX));
		}
		return isShared(testClass) ? Set.of(new Lock(INBOX + " of " + testClass.getName())) : Set.of();
	}

	@Override
	public Set<Lock> provideForNestedClass(List<Class<?>> enclosingInstanceTypes, Class<?> testClass) {
		return provideForClass(testClass);
	}

	private static boolean isShared(Class<?> testClass) {
		boolean forAllTests = AnnotationSupport.findAnnotation(testClass, TestInstance.class)
			.filter((instance) -> instance.value() == Lifecycle.PER_CLASS)
			.isPresent();
		return methodsOf(testClass).filter(SlackInboxLocks::isForAll).anyMatch(SlackInboxLocks::wantsInbox)
				|| (forAllTests
						&& Arrays.stream(testClass.getDeclaredConstructors()).anyMatch(SlackInboxLocks::wantsInbox));
	}

	private static Stream<? extends Executable> methodsOf(Class<?> testClass) {
		return Stream.<Class<?>>iterate(testClass, (type) -> type != null, Class::getSuperclass)
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()));
	}

	private static boolean isForAll(AnnotatedElement method) {
		return AnnotationSupport.isAnnotated(method, BeforeAll.class)
				|| AnnotationSupport.isAnnotated(method, AfterAll.class);
	}

	private static boolean wantsInbox(Executable executable) {
		return List.of(executable.getParameterTypes()).contains(SlackInbox.class);
	}

}
