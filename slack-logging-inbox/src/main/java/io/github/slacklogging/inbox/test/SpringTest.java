package io.github.slacklogging.inbox.test;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.platform.commons.support.AnnotationSupport;

/** Which tests are run by Spring. Names no class of it: it need not be there. */
final class SpringTest {

	private static final String EXTENSION = "org.springframework.test.context.junit.jupiter.SpringExtension";

	private SpringTest() {
	}

	static boolean is(@Nullable Class<?> testClass) {
		return testClass != null && (AnnotationSupport.findRepeatableAnnotations(testClass, ExtendWith.class)
			.stream()
			.anyMatch(SpringTest::namesSpring) || is(testClass.getEnclosingClass()));
	}

	private static boolean namesSpring(ExtendWith annotation) {
		for (Class<? extends Extension> extension : annotation.value()) {
			if (extension.getName().equals(EXTENSION)) {
				return true;
			}
		}
		return false;
	}

}
