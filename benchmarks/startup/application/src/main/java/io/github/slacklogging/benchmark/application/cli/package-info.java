/** An application without a web server. */
@NullMarked
package io.github.slacklogging.benchmark.application.cli;

import org.jspecify.annotations.NullMarked;
