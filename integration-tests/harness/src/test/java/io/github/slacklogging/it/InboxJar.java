package io.github.slacklogging.it;

/** Whether the inbox is on the class path of the application. */
enum InboxJar {

	PRESENT, ABSENT;

	ClassPath on(ClassPath classPath) {
		return (this == PRESENT) ? classPath : classPath.withoutInbox();
	}

}
