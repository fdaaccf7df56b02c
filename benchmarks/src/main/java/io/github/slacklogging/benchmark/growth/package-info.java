/**
 * How the starter's cost grows with what an application and its Slack confront it with:
 * kinds, sizes, threads, what an earlier run left on disk, and replicas.
 */
@NullMarked
package io.github.slacklogging.benchmark.growth;

import org.jspecify.annotations.NullMarked;
