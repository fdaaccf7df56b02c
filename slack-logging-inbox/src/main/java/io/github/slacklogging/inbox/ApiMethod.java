package io.github.slacklogging.inbox;

import io.github.slacklogging.inbox.json.Json;

/** A method of the Web API, called with a valid token. */
@FunctionalInterface
interface ApiMethod {

	ApiResult call(Json.Obj arguments);

}
