package io.github.slacklogging.inbox;

import java.util.function.Function;

import io.github.slacklogging.inbox.json.Json;

/**
 * A method of the Web API.
 *
 * @param scope the scope a bot needs for it, empty for none
 * @param takesJson whether its arguments may come as JSON, not only as query or form
 * @param call carries it out, with a token that is good
 */
record ApiMethod(String scope, boolean takesJson, Function<Json.Obj, ApiResult> call) {

	ApiMethod(String scope, Function<Json.Obj, ApiResult> call) {
		this(scope, true, call);
	}

}
