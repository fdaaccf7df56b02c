package io.github.slacklogging.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests in a real browser, which all of them share, as its start is slow. They take it as
 * a {@link Browser} parameter, with a window of 1280 × 800, light colours, and the time
 * zone of Berlin. Skipped where there is none. Tagged, as what they prove depends on
 * neither Java nor Spring.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(SharedBrowser.class)
public @interface InBrowser {

}
