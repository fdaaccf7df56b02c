/**
 * The test with the marked secret: an application that starts, runs and fails in every
 * way that has a name here, and a hunt for the secret through all it leaves and shows.
 * What shows more, an endpoint for one, joins
 * {@link io.github.slacklogging.it.secrecy.SecretHunt}.
 */
@NullMarked
package io.github.slacklogging.it.secrecy;

import org.jspecify.annotations.NullMarked;
