/**
 * What a report consists of: chapters of text, tables, goals and plots, kept as JSON so
 * that one part can be measured anew without the others, and the page made of them.
 */
@NullMarked
package io.github.slacklogging.benchmark.page;

import org.jspecify.annotations.NullMarked;
