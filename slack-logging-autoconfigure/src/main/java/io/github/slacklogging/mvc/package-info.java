/**
 * What is Spring MVC handling? Remembers the exception of a request, for events that
 * bring none. WebFlux has no such place: a request there is bound to no thread.
 */
@NullMarked
package io.github.slacklogging.mvc;

import org.jspecify.annotations.NullMarked;
