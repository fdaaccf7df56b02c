/**
 * Joins the stages: owns the one worker thread, its state and the books. Stages never see
 * each other; what one needs of another passes through here.
 */
@NullMarked
package io.github.slacklogging.pipeline;

import org.jspecify.annotations.NullMarked;
