package io.github.slacklogging.actuate;

/**
 * A buffer as the endpoint shows it.
 *
 * @param size events in it
 * @param capacity most events it holds
 * @param bytes approximate bytes in it
 */
record EndpointBuffer(int size, int capacity, long bytes) {

}
