/**
 * A local Slack for development and tests: HTTP endpoints, a web page, a test API. Uses
 * the JDK's HTTP server and {@code jackson-core} only, because it stands on the class
 * paths of applications.
 */
@NullMarked
package io.github.slacklogging.inbox;

import org.jspecify.annotations.NullMarked;
