package io.github.slacklogging.benchmark.page;

import java.util.List;

/**
 * What one part found.
 *
 * @param name of the part, as on the command line
 * @param title its heading
 * @param circumstances when and where it was measured
 * @param blocks from top to bottom
 */
public record Chapter(String name, String title, Circumstances circumstances, List<Block> blocks) {

	/**
	 * Measured here and now.
	 * @param name of the part, as on the command line
	 * @param title its heading
	 * @param blocks from top to bottom
	 */
	public static Chapter ofNow(String name, String title, List<Block> blocks) {
		return new Chapter(name, title, Circumstances.ofNow(), List.copyOf(blocks));
	}

}
