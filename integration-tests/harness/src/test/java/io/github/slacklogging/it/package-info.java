/**
 * The same jar in every kind of application, each in a JVM of its own.
 */
@NullMarked
package io.github.slacklogging.it;

import org.jspecify.annotations.NullMarked;
