package io.github.slacklogging.inbox.test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.slacklogging.inbox.InboxFile;
import io.github.slacklogging.inbox.InboxMessage;

/**
 * What a message must be like. Immutable: every method gives a narrower one. Texts are
 * compared as a human reads them, without Slack's escapes; case counts. (A long class
 * only because this is all the vocabulary that tests have.)
 */
public final class ExpectedMessage {

	static final ExpectedMessage ANY = new ExpectedMessage(List.of());

	private final List<Trait> traits;

	private ExpectedMessage(List<Trait> traits) {
		this.traits = List.copyOf(traits);
	}

	/**
	 * In a channel.
	 * @param channel its name, with or without the hash
	 * @return a narrower description
	 */
	public ExpectedMessage in(String channel) {
		String name = channel.startsWith("#") ? channel : "#" + channel;
		return and("in " + name, (message) -> message.channel().equals(name),
				(message) -> "it is in " + message.channel());
	}

	/**
	 * With these texts somewhere: in its text, blocks, attachments or files.
	 * @param texts all of them, in any order
	 * @return a narrower description
	 */
	public ExpectedMessage withText(String... texts) {
		ExpectedMessage narrower = this;
		for (String text : texts) {
			narrower = narrower.and("with text " + Quote.of(text), (message) -> Quote.text(message).contains(text),
					(message) -> Quote.missing(text, Quote.text(message)));
		}
		return narrower;
	}

	/**
	 * With a text that a regular expression finds.
	 * @param regex that is searched for
	 * @return a narrower description
	 */
	public ExpectedMessage withTextMatching(String regex) {
		Pattern pattern = Pattern.compile(regex);
		return and("with text matching " + Quote.of(regex), (message) -> pattern.matcher(Quote.text(message)).find(),
				(message) -> "nothing matches " + Quote.of(regex) + " in its text:\n"
						+ Quote.excerpt(Quote.text(message)));
	}

	/**
	 * Without this anywhere, be it shown or not: the whole request counts.
	 * @param secret what must not be in it
	 * @return a narrower description
	 */
	public ExpectedMessage without(String secret) {
		return and("without " + Quote.of(secret),
				(message) -> !message.json().contains(secret) && !Quote.text(message).contains(secret),
				(message) -> "it has " + Quote.of(secret) + " in it");
	}

	/**
	 * With a colour bar.
	 * @param color of its attachment
	 * @return a narrower description
	 */
	public ExpectedMessage withColor(MessageColor color) {
		return withColor(color.hex());
	}

	/**
	 * With a colour bar of any colour.
	 * @param color for example {@code #36a64f} or {@code good}
	 * @return a narrower description
	 */
	public ExpectedMessage withColor(String color) {
		String wanted = MessageColor.normalized(color);
		return and("with color " + Quote.color(wanted),
				(message) -> wanted.equals(MessageColor.normalized(Quote.orNone(message.color()))),
				(message) -> "its color is " + Quote.color(message.color()));
	}

	/**
	 * With a severity, as our starter shows it by the colour.
	 * @param severity of what is told
	 * @return a narrower description
	 */
	public ExpectedMessage withSeverity(MessageSeverity severity) {
		return and("with severity " + severity,
				(message) -> severity.color().hex().equals(MessageColor.normalized(Quote.orNone(message.color()))),
				(message) -> "it has " + Quote.severity(message));
	}

	/**
	 * With a field, of a section or an attachment.
	 * @param name what stands above it
	 * @param value what it says, without marks of mrkdwn
	 * @return a narrower description
	 */
	public ExpectedMessage withField(String name, String value) {
		return and("with field " + name + " = " + Quote.of(value),
				(message) -> Fields.of(message).contains(new Fields.Field(name, value)),
				(message) -> Fields.describe(Fields.of(message), name));
	}

	/**
	 * In the thread of another message.
	 * @param parent what the message is like that it answers
	 * @return a narrower description
	 */
	public ExpectedMessage inThreadOf(ExpectedMessage parent) {
		return and(new Trait("in the thread of (" + parent + ")",
				(message, all) -> Threads.objection(message, all, parent)));
	}

	/**
	 * In the thread of another message.
	 * @param parent the message that it answers
	 * @return a narrower description
	 */
	public ExpectedMessage inThreadOf(InboxMessage parent) {
		return and(
				"in the thread of message " + parent.ts(), (message) -> parent.ts().equals(message.threadTs())
						&& parent.channel().equals(message.channel()) && !message.ts().equals(parent.ts()),
				Threads::place);
	}

	/**
	 * In the channel itself, in no thread.
	 * @return a narrower description
	 */
	public ExpectedMessage outsideOfThreads() {
		return and("outside of threads", (message) -> !Threads.isReply(message), Threads::place);
	}

	/**
	 * Edited at least once.
	 * @return a narrower description
	 */
	public ExpectedMessage edited() {
		return and("edited", (message) -> message.edits() > 0, (message) -> "it was never edited");
	}

	/**
	 * Edited so often, no more and no less.
	 * @param times how often, 0 for never
	 * @return a narrower description
	 */
	public ExpectedMessage edited(int times) {
		return and(Quote.edited(times), (message) -> message.edits() == times,
				(message) -> "it was " + Quote.edited(message.edits()));
	}

	/**
	 * With a reaction.
	 * @param name of the emoji, with or without colons
	 * @return a narrower description
	 */
	public ExpectedMessage withReaction(String name) {
		String bare = name.replace(":", "");
		return and("with reaction :" + bare + ":", (message) -> message.reactions().contains(bare),
				(message) -> "its reactions are " + Quote.list(message.reactions()));
	}

	/**
	 * With a file.
	 * @param name as it was uploaded
	 * @return a narrower description
	 */
	public ExpectedMessage withFile(String name) {
		return and("with file " + name, (message) -> names(message).contains(name),
				(message) -> "its files are " + Quote.list(names(message)));
	}

	/**
	 * Pinned to its channel.
	 * @return a narrower description
	 */
	public ExpectedMessage pinned() {
		return and("pinned", InboxMessage::isPinned, (message) -> "it is not pinned");
	}

	/**
	 * Sent under a name.
	 * @param username that the sender asked for
	 * @return a narrower description
	 */
	public ExpectedMessage from(String username) {
		return and("from " + Quote.of(username), (message) -> username.equals(message.username()),
				(message) -> "it is from "
						+ Optional.ofNullable(message.username()).map(Quote::of).orElse("the application itself"));
	}

	/**
	 * Received after a moment, for example after what the test did.
	 * @param moment not included
	 * @return a narrower description
	 */
	public ExpectedMessage after(Instant moment) {
		return and("received after " + moment, (message) -> message.receivedAt().isAfter(moment),
				(message) -> "it was received at " + message.receivedAt());
	}

	/**
	 * With any other property.
	 * @param words how a sentence goes on that begins with "a message"
	 * @param condition asked more than once, on the thread of the test
	 * @return a narrower description
	 */
	public ExpectedMessage that(String words, Predicate<InboxMessage> condition) {
		return and(words, condition, (message) -> "that is not so");
	}

	/** As a failing test calls it. */
	@Override
	public String toString() {
		return "a message" + words();
	}

	/** As a failing test calls so many of them. */
	String times(int count) {
		return count + ((count == 1) ? " message" : " messages") + words();
	}

	private String words() {
		String words = this.traits.stream().map(Trait::words).collect(Collectors.joining(", "));
		return words.isEmpty() ? "" : " " + words;
	}

	/** What is not as it should be; empty if it is such a message. */
	List<String> objections(InboxMessage message, List<InboxMessage> all) {
		return this.traits.stream()
			.map((trait) -> trait.judge().objection(message, all))
			.flatMap(Optional::stream)
			.toList();
	}

	/** Those of the messages that are such ones. */
	List<InboxMessage> among(List<InboxMessage> all) {
		return all.stream().filter((message) -> objections(message, all).isEmpty()).toList();
	}

	private static List<String> names(InboxMessage message) {
		return message.files().stream().map(InboxFile::name).toList();
	}

	private ExpectedMessage and(String words, Predicate<InboxMessage> holds, Function<InboxMessage, String> otherwise) {
		return and(new Trait(words,
				(message, all) -> holds.test(message) ? Optional.empty() : Optional.of(otherwise.apply(message))));
	}

	private ExpectedMessage and(Trait trait) {
		List<Trait> more = new ArrayList<>(this.traits);
		more.add(trait);
		return new ExpectedMessage(more);
	}

}
