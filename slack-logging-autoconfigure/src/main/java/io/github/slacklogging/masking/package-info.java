/**
 * Fifth stage: what must not leave? Unmasked text goes in, text that may leave memory
 * comes out. The door is {@code EventMasking}; nothing else is public.
 *
 * <p>
 * How to read the folder:
 * <ol>
 * <li>{@code EventMasking} walks over an event, {@code FieldMasking},
 * {@code ThrowableMasking} and {@code LinkMasking} over its parts; {@code AllowedFields}
 * is allow-list mode, {@code OwnMaskers} are the application's.</li>
 * <li>{@code TextMasking} applies rules to one text, behind {@code RuleGate}, which asks
 * {@code LiteralScan} once which of them are worth it. {@code RuleSelection} and
 * {@code MaskingPatterns} say which there are.</li>
 * <li>{@code BuiltInRules} lists the rules. Each is a class behind {@code MaskingRule}
 * with a {@code RuleSheet} for people, {@code Triggers} for the gate, and a table of
 * examples in the tests.</li>
 * <li>Rules about names: {@code KeyValueRule} with {@code SecretNames},
 * {@code Separator}, {@code KeyForms}, {@code SecretValue}, {@code QuotedValue},
 * {@code StandIn}, {@code Prose}. Rules about shapes: {@code TokenShapeRule} and its kin
 * with {@code Alphabet}, {@code Runs}, {@code Randomness}. Rules about people:
 * {@code EmailRule}, {@code CardRule}, {@code IbanRule} and others with {@code Edges} and
 * {@code TellingWords}.</li>
 * </ol>
 */
@NullMarked
package io.github.slacklogging.masking;

import org.jspecify.annotations.NullMarked;
