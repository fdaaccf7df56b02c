@NullMarked
package io.github.slacklogging.job;

import org.jspecify.annotations.NullMarked;
