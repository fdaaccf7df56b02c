package io.github.slacklogging.actuate;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * An answer and its HTTP status.
 *
 * @param status of HTTP
 * @param answer what is said
 */
record EndpointReply(int status, EndpointAnswer answer) {

	static final int ACCEPTED = 202;

	static final int CONFLICT = 409;

	static EndpointReply done(EndpointAnswer answer) {
		return new EndpointReply(WebEndpointResponse.STATUS_OK, answer);
	}

	static EndpointReply bad(String error) {
		return refused(WebEndpointResponse.STATUS_BAD_REQUEST, error);
	}

	static EndpointReply unknown(String error) {
		return refused(WebEndpointResponse.STATUS_NOT_FOUND, error);
	}

	static EndpointReply conflict(String error) {
		return refused(CONFLICT, error);
	}

	static EndpointReply failed(String error) {
		return refused(WebEndpointResponse.STATUS_INTERNAL_SERVER_ERROR, error);
	}

	static EndpointReply pending(EndpointAction action, String note) {
		return new EndpointReply(ACCEPTED, new EndpointAnswer.Pending(action.word(), false, note));
	}

	private static EndpointReply refused(int status, String error) {
		return new EndpointReply(status, new EndpointAnswer.Refused(error));
	}

}
