package io.github.slacklogging.sample;

import java.util.List;

/** Situations that belong together. The page shows the shelves by their order. */
interface Shelf {

	String title();

	/** One sentence below the title. */
	String lead();

	List<Situation> situations();

}
