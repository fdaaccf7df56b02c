package io.github.slacklogging.masking;

import java.util.List;

/**
 * A text after the built-in rules.
 *
 * @param text may leave memory
 * @param rules the rule behind each masked place
 */
record MaskedText(String text, List<String> rules) {

}
