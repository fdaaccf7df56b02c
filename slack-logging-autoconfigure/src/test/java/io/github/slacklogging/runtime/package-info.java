@NullMarked
package io.github.slacklogging.runtime;

import org.jspecify.annotations.NullMarked;
