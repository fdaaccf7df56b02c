package io.github.slacklogging.inbox;

import org.jspecify.annotations.Nullable;

/**
 * Which requests a scripted {@link Reply} is for: those to a method, those that concern a
 * channel, or both. Immutable.
 *
 * <pre class="code">
 * inbox.enqueue(Calls.of("chat.update"), Reply.apiError("edit_window_closed"));
 * inbox.answerAlways(Calls.of("chat.postMessage").in("oncall"), Reply.apiError("restricted_action"));
 * </pre>
 *
 * @param method a method of the Web API, {@link #WEBHOOK} or {@link #UPLOAD}; empty for
 * any
 * @param channel its name with the hash; empty for any. A request concerns the channel it
 * posts to, or whose message it changes
 */
public record Calls(String method, String channel) {

	/** In the place of a method: posts to incoming webhooks. */
	public static final String WEBHOOK = "webhook";

	/** In the place of a method: the bytes of a file on their way to its upload URL. */
	public static final String UPLOAD = "upload";

	public Calls {
		if (!method.isEmpty() && !method.equals(WEBHOOK) && !method.equals(UPLOAD)
				&& !MethodSheet.names().contains(method)) {
			throw new IllegalArgumentException("The inbox has no method " + method);
		}
		channel = channel.isEmpty() ? "" : Channels.checked(channel);
	}

	/** Every request. */
	public static Calls any() {
		return new Calls("", "");
	}

	/**
	 * The requests to one method.
	 * @param method for example {@code chat.update}
	 * @return those requests, in every channel
	 * @throws IllegalArgumentException if the inbox has no such method
	 */
	public static Calls of(String method) {
		return new Calls(method, "");
	}

	/**
	 * Those of these requests that concern one channel.
	 * @param channel its name, with or without the hash
	 * @return fewer requests
	 */
	public Calls in(String channel) {
		return new Calls(this.method, Channels.checked(channel));
	}

	boolean matches(String method, @Nullable String channel) {
		return (this.method.isEmpty() || this.method.equals(method))
				&& (this.channel.isEmpty() || this.channel.equals(channel));
	}

	/**
	 * For people.
	 * @param times how many of these calls, 0 for all
	 * @return for example {@code the next 2 calls of chat.update in #oncall}
	 */
	String sentence(int times) {
		String which = switch (times) {
			case 0 -> "every ";
			case 1 -> "the next ";
			default -> "the next " + times + " ";
		};
		String what = switch (this.method) {
			case "" -> "call";
			case WEBHOOK -> "post to a webhook";
			case UPLOAD -> "upload";
			default -> "call of " + this.method;
		};
		String plural = (times > 1) ? what.replaceFirst("^(call|post|upload)", "$1s") : what;
		return which + plural + (this.channel.isEmpty() ? "" : " in " + this.channel);
	}

	/** The more is said, the sooner it is chosen. */
	int rank() {
		return (this.channel.isEmpty() ? 0 : 1) + (this.method.isEmpty() ? 0 : 2);
	}

}
