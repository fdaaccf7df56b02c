package io.github.slacklogging.benchmark.growth;

import java.util.List;

import io.github.slacklogging.benchmark.page.Block;
import io.github.slacklogging.benchmark.page.Block.Goal;

/**
 * What one section found.
 *
 * @param blocks from top to bottom
 * @param goals that belong to it
 */
record Findings(List<Block> blocks, List<Goal> goals) {

}
