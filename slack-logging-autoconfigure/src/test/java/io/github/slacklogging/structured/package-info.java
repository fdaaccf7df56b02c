@NullMarked
package io.github.slacklogging.structured;

import org.jspecify.annotations.NullMarked;
