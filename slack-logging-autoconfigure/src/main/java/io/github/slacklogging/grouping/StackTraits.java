package io.github.slacklogging.grouping;

import java.util.List;

/**
 * What of a stack trace makes two errors the same. Immutable.
 *
 * @param types of the chain, from the outermost to the root
 * @param frames the application's own, by name; empty when there are none
 * @param typeAlone whether place and words say nothing
 * @param stacksRead how many stacks of the chain the rules read, from the root outwards
 */
record StackTraits(List<String> types, List<String> frames, boolean typeAlone, int stacksRead) {

	static final StackTraits NONE = new StackTraits(List.of(), List.of(), false, 0);

	StackTraits {
		types = List.copyOf(types);
		frames = List.copyOf(frames);
	}

}
