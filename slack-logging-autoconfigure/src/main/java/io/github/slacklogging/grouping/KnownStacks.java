package io.github.slacklogging.grouping;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Remembers what the rules found in a stack trace, so that a trace seen before costs one
 * comparison with what they read. Nothing is guessed: equal hashes alone do not count.
 * Bounded by the frames it holds; when it is full it begins anew, as any answer can be
 * found again. Used by the worker only.
 */
final class KnownStacks {

	/** Some three megabytes, names not counted: the JVM has those anyway. */
	private static final int MAX_FRAMES = 250_000;

	/** A power of two, so that a part of the hash is the place. */
	private static final int PLACES = 2_048;

	private final StackKey rules;

	private final int maxFrames;

	private final @Nullable Known[] places = new @Nullable Known[PLACES];

	private int framesHeld;

	KnownStacks(StackKey rules) {
		this(rules, MAX_FRAMES);
	}

	KnownStacks(StackKey rules, int maxFrames) {
		this.rules = rules;
		this.maxFrames = maxFrames;
	}

	StackTraits traits(CauseChain chain) {
		int hash = RawStack.hash(chain);
		int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
		for (Known known = this.places[place]; known != null; known = known.next()) {
			if (known.stack().isThatOf(chain, hash)) {
				return known.traits();
			}
		}
		return learn(chain, hash, place);
	}

	private StackTraits learn(CauseChain chain, int hash, int place) {
		StackTraits traits = this.rules.traits(chain);
		RawStack stack = new RawStack(chain, hash, traits.stacksRead());
		// one that holds no frame holds its types
		int size = 1 + stack.size();
		if (this.framesHeld + size > this.maxFrames) {
			Arrays.fill(this.places, null);
			this.framesHeld = 0;
		}
		this.framesHeld += size;
		this.places[place] = new Known(stack, traits, this.places[place]);
		return traits;
	}

	/**
	 * One of those at the same place.
	 *
	 * @param stack as it was
	 * @param traits what the rules found in it
	 * @param next the one that was there before
	 */
	private record Known(RawStack stack, StackTraits traits, @Nullable Known next) {

	}

}
