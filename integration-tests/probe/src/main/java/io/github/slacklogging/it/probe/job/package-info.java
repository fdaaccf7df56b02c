/**
 * Jobs of the probe, one of each framework and one of none: there with
 * {@code probe.jobs}, and failing with {@code probe.failing-jobs}.
 */
@NullMarked
package io.github.slacklogging.it.probe.job;

import org.jspecify.annotations.NullMarked;
