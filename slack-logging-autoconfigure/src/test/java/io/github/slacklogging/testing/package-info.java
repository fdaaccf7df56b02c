/** Doubles of the project's own ports and builders of its values. */
@NullMarked
package io.github.slacklogging.testing;

import org.jspecify.annotations.NullMarked;
