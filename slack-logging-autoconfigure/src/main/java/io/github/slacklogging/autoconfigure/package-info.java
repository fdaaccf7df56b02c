/**
 * Connects everything with Spring Boot: conditions and beans, nothing else.
 */
@NullMarked
package io.github.slacklogging.autoconfigure;

import org.jspecify.annotations.NullMarked;
