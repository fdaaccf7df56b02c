/**
 * An application that reports what it became. It knows nothing of the library, as any
 * application, but the port of the one bean that it may contribute, and what jobs are
 * told with.
 */
@NullMarked
package io.github.slacklogging.it.probe;

import org.jspecify.annotations.NullMarked;
