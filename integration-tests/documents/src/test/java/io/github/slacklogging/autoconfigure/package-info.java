@NullMarked
package io.github.slacklogging.autoconfigure;

import org.jspecify.annotations.NullMarked;
