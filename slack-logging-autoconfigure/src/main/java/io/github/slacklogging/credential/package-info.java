/**
 * Secrets: what a usable one looks like, and where each destination's comes from: a
 * property or a file that may change while the application runs. Imports the root only.
 */
@NullMarked
package io.github.slacklogging.credential;

import org.jspecify.annotations.NullMarked;
