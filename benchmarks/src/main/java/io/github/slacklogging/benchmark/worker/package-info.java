/** What the worker can take, and what it costs while there is nothing to do. */
@NullMarked
package io.github.slacklogging.benchmark.worker;

import org.jspecify.annotations.NullMarked;
