package io.github.slacklogging.inbox;

import java.util.List;

import io.github.slacklogging.inbox.json.Json;

/** A channel as the Web API tells it. */
final class ChannelJson {

	/** Of all channels: nobody asks an inbox when one was made. */
	private static final long CREATED = 1_700_000_000;

	private ChannelJson() {
	}

	static Json of(Channels channels, String channel) {
		boolean isPrivate = channels.isPrivate(channel);
		String name = channel.substring(1);
		return Json.object()
			.put("id", channels.idOf(channel))
			.put("name", name)
			.put("name_normalized", name)
			.put("is_channel", Json.of(true))
			.put("is_group", Json.of(false))
			.put("is_im", Json.of(false))
			.put("is_mpim", Json.of(false))
			.put("is_private", Json.of(isPrivate))
			.put("created", Json.of(CREATED))
			.put("creator", Identity.USER)
			.put("is_archived", Json.of(channels.isArchived(channel)))
			.put("is_general", Json.of(false))
			.put("is_shared", Json.of(false))
			.put("is_ext_shared", Json.of(false))
			.put("is_org_shared", Json.of(false))
			.put("is_member", Json.of(channels.hasBot(channel)))
			.put("unlinked", Json.of(0))
			.put("pending_shared", Json.array(List.of()))
			.put("is_pending_ext_shared", Json.of(false))
			.put("topic", nothing())
			.put("purpose", nothing())
			.put("previous_names", Json.array(List.of()))
			.put("num_members", Json.of(channels.hasBot(channel) ? 2 : 1))
			.build();
	}

	private static Json nothing() {
		return Json.object().put("value", "").put("creator", "").put("last_set", Json.of(0)).build();
	}

}
