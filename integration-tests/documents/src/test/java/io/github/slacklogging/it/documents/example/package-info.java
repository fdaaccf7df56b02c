/**
 * What the examples of the documents take for granted: the reader's own application.
 */
@NullMarked
package io.github.slacklogging.it.documents.example;

import org.jspecify.annotations.NullMarked;
