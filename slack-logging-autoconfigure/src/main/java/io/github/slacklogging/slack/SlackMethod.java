package io.github.slacklogging.slack;

import java.util.Set;

import io.github.slacklogging.SlackCall;

/**
 * What is asked of Slack, and what a refusal means there. Whatever refuses a new message
 * refuses the destination. An edit or a reply whose message is gone has to be told anew.
 * All else is a feature: its refusal must not stop the messages, unless the token or the
 * channel is dead for them too. Source: the lists of errors on the methods' pages,
 * docs.slack.dev.
 */
enum SlackMethod {

	/** A message through an incoming webhook. */
	WEBHOOK("webhook", SlackMethod.JSON, Weight.MESSAGE, "", ""),

	/** A message in a channel. */
	POST("chat.postMessage", SlackMethod.JSON, Weight.MESSAGE, "", ""),

	/** A message in a thread. */
	REPLY("chat.postMessage", SlackMethod.JSON, Weight.MESSAGE, SlackMethod.NO_THREAD, ""),

	/** A new form of a message. */
	EDIT("chat.update", SlackMethod.JSON, Weight.MESSAGE,
			"message_not_found cant_update_message edit_window_closed is_inactive block_mismatch", ""),

	/** Asks where to send a file. */
	UPLOAD_URL("files.getUploadURLExternal", SlackMethod.FORM, Weight.FEATURE, "", ""),

	/** Sends the file there. */
	UPLOAD("files.getUploadURLExternal", SlackMethod.BYTES, Weight.FEATURE, "", ""),

	/** Shows the file in a thread. */
	SHARE("files.completeUploadExternal", SlackMethod.JSON, Weight.FEATURE, SlackMethod.NO_THREAD, ""),

	ADD_REACTION("reactions.add", SlackMethod.JSON, Weight.FEATURE, "", "already_reacted"),

	REMOVE_REACTION("reactions.remove", SlackMethod.JSON, Weight.FEATURE, "", "no_reaction"),

	/** Asks for the address of a message; takes no JSON. */
	PERMALINK("chat.getPermalink", SlackMethod.FORM, Weight.FEATURE, "", ""),

	/** Asks who we are. */
	IDENTITY("auth.test", SlackMethod.JSON, Weight.FEATURE, "", "");

	// Without the charset the Web API warns.
	private static final String JSON = "application/json; charset=utf-8";

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final String BYTES = "application/octet-stream";

	private static final String NO_THREAD = "cannot_reply_to_message message_not_found thread_not_found "
			+ "restricted_action_thread_locked restricted_action_non_threadable_channel";

	private static final Set<String> DEAD_TOKEN = Set.of("invalid_auth", "not_authed", "token_revoked", "token_expired",
			"account_inactive");

	// The quota of a free plan stops whatever appears in a channel.
	private static final Set<String> DEAD_CHANNEL = Set.of("is_archived", "channel_not_found",
			"message_limit_exceeded");

	private final String slackName;

	private final String contentType;

	private final Weight weight;

	private final Set<String> gone;

	private final String done;

	SlackMethod(String slackName, String contentType, Weight weight, String gone, String done) {
		this.slackName = slackName;
		this.contentType = contentType;
		this.weight = weight;
		this.gone = Set.of(gone.split(" ", -1));
		this.done = done;
	}

	/** The method that a call of a bot's begins with. */
	static SlackMethod of(SlackCall call) {
		if (call instanceof SlackCall.Post) {
			return POST;
		}
		if (call instanceof SlackCall.Reply) {
			return REPLY;
		}
		if (call instanceof SlackCall.Edit) {
			return EDIT;
		}
		if (call instanceof SlackCall.Attach) {
			return UPLOAD_URL;
		}
		if (call instanceof SlackCall.React react) {
			return react.present() ? ADD_REACTION : REMOVE_REACTION;
		}
		return (call instanceof SlackCall.LookUp) ? PERMALINK : IDENTITY;
	}

	/** As Slack calls it. */
	String slackName() {
		return this.slackName;
	}

	/** Of the request's body. */
	String contentType() {
		return this.contentType;
	}

	/** Whether the refusal says that what was asked for is so already. */
	boolean isDone(String code) {
		return code.equals(this.done);
	}

	/**
	 * What a refusal means.
	 * @param code Slack's
	 * @param otherwise what a code means that is in no list
	 */
	ErrorClass classify(String code, ErrorClass otherwise) {
		if (this.gone.contains(code)) {
			return ErrorClass.GONE;
		}
		ErrorClass known = ErrorClass.of(code);
		ErrorClass common = (known != null) ? known : otherwise;
		return (this.weight == Weight.FEATURE) ? ofFeature(code, common) : common;
	}

	/**
	 * What a code means that is in no list, where Slack answered as it always does. Plain
	 * text can hardly be the reason of a refusal, so then it is the destination, and what
	 * waits is kept; or it is the message to change or to answer, and a new one finds
	 * out.
	 * @param reduced whether the message was in its plain form
	 */
	ErrorClass unknown(boolean reduced) {
		if (!reduced) {
			return ErrorClass.PAYLOAD;
		}
		return (this == EDIT || this == REPLY) ? ErrorClass.GONE : ErrorClass.DESTINATION;
	}

	private static ErrorClass ofFeature(String code, ErrorClass common) {
		return switch (common) {
			case CREDENTIAL -> DEAD_TOKEN.contains(code) ? common : ErrorClass.FEATURE;
			case DESTINATION -> DEAD_CHANNEL.contains(code) ? common : ErrorClass.FEATURE;
			case PAYLOAD -> ErrorClass.FEATURE;
			case RETRY, THROTTLED, UNCLEAR, GONE, FEATURE -> common;
		};
	}

	/** What hangs on it. */
	private enum Weight {

		/** What is to be told. */
		MESSAGE,

		/** What can be done without. */
		FEATURE

	}

}
