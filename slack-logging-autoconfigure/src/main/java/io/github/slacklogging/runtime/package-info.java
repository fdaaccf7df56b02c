/**
 * Life cycle with Spring Boot: an early start, so that errors during start-up are caught,
 * and a late decoration with the application's beans. One runtime per Logback context.
 */
@NullMarked
package io.github.slacklogging.runtime;

import org.jspecify.annotations.NullMarked;
