/**
 * What is told of jobs: runs of the application's own work, of {@code @Scheduled}
 * methods, of Spring Batch and of Quartz. Everything here runs on the threads of the
 * jobs, never blocks and never throws into them; what it has to say it leaves with
 * {@code JobReporting}.
 */
@NullMarked
package io.github.slacklogging.job;

import org.jspecify.annotations.NullMarked;
