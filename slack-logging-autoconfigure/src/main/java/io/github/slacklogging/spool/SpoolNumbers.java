package io.github.slacklogging.spool;

import java.nio.file.Path;
import java.util.Map;

/**
 * What there is, when it was last looked at. Immutable.
 *
 * @param place folder of this process
 * @param bytes of all files of groups and incidents
 * @param unconfigured events by names of destinations that are not configured
 * @param rejected dead letters
 * @param quarantined damaged files
 */
record SpoolNumbers(Path place, long bytes, Map<String, Long> unconfigured, int rejected, int quarantined) {

}
