/**
 * Secrets: what a usable one looks like, and where each destination's comes from: a
 * property, a file that may change while the application runs, or a bean of the
 * application. Imports the root only.
 */
@NullMarked
package io.github.slacklogging.credential;

import org.jspecify.annotations.NullMarked;
