package io.github.slacklogging.inbox;

import java.util.Map;
import java.util.function.Function;

/**
 * Methods that exist, and that the inbox refuses whatever they are given: Slack's own
 * word for it goes to the caller, the reason to the page.
 */
final class RefusedMethods {

	private static final String NOBODY = "nobody can click in the inbox, so no view can be shown";

	private RefusedMethods() {
	}

	static void putInto(Map<String, Function<ApiCall, ApiResult>> methods) {
		methods.put("files.upload", (call) -> ApiResult.error("method_deprecated")
			.because("ended in November 2025; files.getUploadURLExternal and files.completeUploadExternal replace it"));
		methods.put("views.open", (call) -> ApiResult.error("invalid_trigger_id").because(NOBODY));
		methods.put("views.push", (call) -> ApiResult.error("invalid_trigger_id").because(NOBODY));
		methods.put("views.update", (call) -> ApiResult.error("not_found").because(NOBODY));
		methods.put("views.publish", (call) -> ApiResult.error("not_enabled").because(NOBODY));
	}

}
