/**
 * Other services of the shop, each with a {@code main} of its own. They break as soon as
 * they run, or before.
 */
@NullMarked
package io.github.slacklogging.sample.branch;

import org.jspecify.annotations.NullMarked;
