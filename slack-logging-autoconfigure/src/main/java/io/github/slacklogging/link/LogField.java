package io.github.slacklogging.link;

/** What links look for, or show, whatever the fields are called in a log store. */
enum LogField {

	LOG_ID, TRACE_ID, LOGGER, LEVEL, MESSAGE, SERVICE, TIMESTAMP

}
