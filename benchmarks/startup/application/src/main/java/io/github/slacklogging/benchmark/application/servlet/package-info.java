/** An application with a web server and one controller. */
@NullMarked
package io.github.slacklogging.benchmark.application.servlet;

import org.jspecify.annotations.NullMarked;
