package io.github.slacklogging.inbox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.slacklogging.inbox.Paging.Bounds;
import io.github.slacklogging.inbox.json.Json;

/**
 * Methods about channels: what one is, which there are, which the bot is in, and joining
 * one. A private channel that the bot is not in does not exist for it.
 */
final class ChannelMethods {

	private static final Bounds PAGE = new Bounds(100, 1_000, false);

	private static final Set<String> TYPES = Set.of("public_channel", "private_channel", "mpim", "im");

	private final Channels channels;

	ChannelMethods(Channels channels) {
		this.channels = channels;
	}

	ApiResult show(ApiCall call) {
		Optional<String> channel = this.channels.visible(call.find("channel"));
		return channel
			.map((name) -> call.unless(scopeFor(this.channels.isPrivate(name)))
				.orElseGet(() -> ApiResult.ok().put("channel", ChannelJson.of(this.channels, name))))
			.orElseGet(ApiResult::unknownChannel);
	}

	ApiResult list(ApiCall call) {
		return list(call, false);
	}

	/** Those the bot is in. */
	ApiResult joined(ApiCall call) {
		return list(call, true);
	}

	ApiResult join(ApiCall call) {
		Optional<String> channel = this.channels.visible(call.find("channel"));
		if (channel.isEmpty()) {
			return ApiResult.unknownChannel();
		}
		if (this.channels.isPrivate(channel.get())) {
			return ApiResult.error("method_not_supported_for_channel_type").because("private channels invite");
		}
		if (this.channels.isArchived(channel.get())) {
			return ApiResult.error("is_archived");
		}
		boolean present = this.channels.hasBot(channel.get());
		this.channels.admitBot(channel.get(), true);
		ApiResult result = ApiResult.ok().put("channel", ChannelJson.of(this.channels, channel.get()));
		return present ? result.warn("already_in_channel") : result;
	}

	private ApiResult list(ApiCall call, boolean onlyJoined) {
		List<String> types = List.of(Objects.requireNonNullElse(call.find("types"), "public_channel").split(" *, *"));
		if (!TYPES.containsAll(types)) {
			return ApiResult.error("invalid_types");
		}
		Optional<ApiResult> refusal = types.stream()
			.flatMap((type) -> call.unless(scopeFor(type)).stream())
			.findFirst();
		if (refusal.isPresent()) {
			return refusal.get();
		}
		boolean open = call.flag("exclude_archived");
		Paging<String> page = Paging.of(this.channels.all()
			.stream()
			.filter((each) -> types.contains(this.channels.isPrivate(each) ? "private_channel" : "public_channel"))
			.filter((each) -> this.channels.hasBot(each) || !(onlyJoined || this.channels.isPrivate(each)))
			.filter((each) -> !open || !this.channels.isArchived(each))
			.toList(), this.channels::idOf, call, PAGE);
		return page.error().isEmpty() ? told(page) : ApiResult.error(page.error());
	}

	private ApiResult told(Paging<String> page) {
		List<Json> channels = page.items().stream().map((each) -> ChannelJson.of(this.channels, each)).toList();
		return ApiResult.ok().put("channels", Json.array(channels)).next(page.nextCursor());
	}

	private static String scopeFor(boolean isPrivate) {
		return isPrivate ? "groups:read" : "channels:read";
	}

	private static String scopeFor(String type) {
		return switch (type) {
			case "public_channel" -> "channels:read";
			case "private_channel" -> "groups:read";
			default -> type + ":read";
		};
	}

}
