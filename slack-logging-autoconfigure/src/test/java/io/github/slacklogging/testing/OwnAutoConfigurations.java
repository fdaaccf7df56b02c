package io.github.slacklogging.testing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Imports the project's own auto-configurations the way Boot does: by the list in
 * {@code META-INF}, filtered by the generated metadata before any class is loaded. So a
 * test may hide a library with a {@code FilteredClassLoader}; Boot's own
 * auto-configurations would not stand that, being on the class path without their jars.
 */
@Configuration(proxyBeanMethods = false)
@Import(OwnAutoConfigurations.Selector.class)
public class OwnAutoConfigurations {

	static final class Selector extends AutoConfigurationImportSelector {

		@Override
		protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
			AnnotationAttributes attributes = new AnnotationAttributes();
			attributes.put("exclude", new String[0]);
			attributes.put("excludeName", new String[0]);
			return attributes;
		}

		@Override
		protected List<String> getCandidateConfigurations(AnnotationMetadata metadata,
				@Nullable AnnotationAttributes attributes) {
			return super.getCandidateConfigurations(metadata, attributes).stream()
				.filter((name) -> name.startsWith("io.github.slacklogging."))
				.toList();
		}

	}

}
