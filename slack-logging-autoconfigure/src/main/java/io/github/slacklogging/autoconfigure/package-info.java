/**
 * Connects everything with Spring Boot: properties, their validation, conditions and
 * beans. The only folder that knows all others; nothing imports it.
 */
@NullMarked
package io.github.slacklogging.autoconfigure;

import org.jspecify.annotations.NullMarked;
