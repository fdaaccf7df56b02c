/**
 * What the starter costs an application that starts: the same applications with and
 * without it, each start in a JVM of its own. {@code StartupPart} is the door.
 */
@NullMarked
package io.github.slacklogging.benchmark.startup;

import org.jspecify.annotations.NullMarked;
