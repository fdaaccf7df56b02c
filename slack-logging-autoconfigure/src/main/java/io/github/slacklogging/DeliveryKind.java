package io.github.slacklogging;

import java.util.Locale;

/** How an event reached Slack. */
public enum DeliveryKind {

	/** Its own text was in an acknowledged message. */
	SHOWN,

	/** It was counted in a group that was shown. */
	FOLDED,

	/** It was counted only in "and N more", "other" or a banner. */
	SUMMARISED;

	private final String tag = name().toLowerCase(Locale.ROOT);

	/** Value of the meter's tag. */
	public String tag() {
		return this.tag;
	}

}
