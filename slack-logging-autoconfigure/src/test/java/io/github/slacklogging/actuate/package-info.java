@NullMarked
package io.github.slacklogging.actuate;

import org.jspecify.annotations.NullMarked;
