package io.github.slacklogging.spool;

import java.io.IOException;

/** A folder that must not be used. The message says why and holds no path. */
final class RefusedFolderException extends IOException {

	private static final long serialVersionUID = 1;

	RefusedFolderException(String reason) {
		super(reason);
	}

}
