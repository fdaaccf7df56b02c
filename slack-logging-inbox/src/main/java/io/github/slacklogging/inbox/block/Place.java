package io.github.slacklogging.inbox.block;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in a payload under check, and what was found so far in the whole of it. Not
 * thread-safe.
 *
 * @param pointer JSON pointer to it
 * @param found the violations; added to
 */
record Place(String pointer, List<Violation> found) {

	static Place at(String pointer) {
		return new Place(pointer, new ArrayList<>());
	}

	Place in(Object keyOrIndex) {
		return new Place(this.pointer + "/" + keyOrIndex, this.found);
	}

	void refuse(String message) {
		this.found.add(new Violation(this.pointer, message));
	}

}
