/**
 * The documents are a part of the product: what they show must work.
 */
@NullMarked
package io.github.slacklogging.it.documents;

import org.jspecify.annotations.NullMarked;
