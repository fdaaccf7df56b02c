/**
 * Fifth stage: what must not leave? Unmasked text goes in, text that may leave memory
 * comes out. The door is {@code EventMasking}; each rule is a class of its own behind
 * {@code MaskingRule}.
 */
@NullMarked
package io.github.slacklogging.masking;

import org.jspecify.annotations.NullMarked;
