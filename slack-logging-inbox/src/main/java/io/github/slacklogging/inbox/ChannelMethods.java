package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.slacklogging.inbox.json.Json;

/**
 * Methods about channels: what one is, and which ones the bot is in. All channels here
 * are public.
 */
final class ChannelMethods {

	private final Channels channels;

	ChannelMethods(Channels channels) {
		this.channels = channels;
	}

	ApiResult show(Json.Obj arguments) {
		Optional<String> channel = this.channels.withId(arguments.text("channel"));
		return channel.map((name) -> ApiResult.ok().put("channel", json(name)))
			.orElseGet(() -> ApiResult.error("channel_not_found").because("takes the channel's id"));
	}

	ApiResult joined(Json.Obj arguments) {
		String types = arguments.text("types");
		List<Json> joined = new ArrayList<>();
		if (types == null || types.contains("public_channel")) {
			this.channels.all().stream().filter(this.channels::hasBot).map(this::json).forEach(joined::add);
		}
		return ApiResult.ok().put("channels", Json.array(joined));
	}

	private Json json(String channel) {
		return Json.object()
			.put("id", this.channels.idOf(channel))
			.put("name", channel.substring(1))
			.put("is_channel", Json.of(true))
			.put("is_archived", Json.of(this.channels.isArchived(channel)))
			.put("is_private", Json.of(false))
			.put("is_member", Json.of(this.channels.hasBot(channel)))
			.build();
	}

}
