package io.github.slacklogging.inbox;

import java.util.ArrayList;
import java.util.List;

import io.github.slacklogging.inbox.block.Refusal;
import io.github.slacklogging.inbox.block.Violation;
import io.github.slacklogging.inbox.json.Json;

/** The Web API's answer while it is being made. Not thread-safe. */
final class ApiResult {

	private final Json.Members members = Json.object();

	private final List<String> warnings = new ArrayList<>();

	private final List<String> messages = new ArrayList<>();

	private final List<Violation> violations = new ArrayList<>();

	private String reason = "";

	static ApiResult ok() {
		ApiResult result = new ApiResult();
		result.members.put("ok", Json.of(true));
		return result;
	}

	static ApiResult error(String code) {
		ApiResult result = new ApiResult();
		result.members.put("ok", Json.of(false)).put("error", code);
		result.reason = code;
		return result;
	}

	static ApiResult error(Refusal refusal) {
		ApiResult result = error(refusal.code());
		List<String> errors = refusal.violations().stream().map(Object::toString).toList();
		if (!errors.isEmpty()) {
			result.members.putTexts("errors", errors);
		}
		errors.forEach((error) -> result.messages.add("[ERROR] " + error));
		result.violations.addAll(refusal.violations());
		result.reason = refusal.toString();
		return result;
	}

	ApiResult put(String key, Json value) {
		this.members.put(key, value);
		return this;
	}

	ApiResult put(String key, String value) {
		return put(key, Json.of(value));
	}

	ApiResult warn(String code) {
		this.warnings.add(code);
		return this;
	}

	/** Tells the log more than the caller gets to know. */
	ApiResult because(String detail) {
		this.reason += ": " + detail;
		return this;
	}

	Answer toAnswer() {
		if (!this.warnings.isEmpty()) {
			this.members.put("warning", String.join(",", this.warnings));
		}
		if (!this.warnings.isEmpty() || !this.messages.isEmpty()) {
			this.warnings.forEach((warning) -> this.messages.add("[WARN] " + warning));
			Json.Members metadata = Json.object();
			if (!this.warnings.isEmpty()) {
				metadata.putTexts("warnings", this.warnings);
			}
			this.members.put("response_metadata", metadata.putTexts("messages", this.messages).build());
		}
		Answer answer = Answer.json(200, this.members.build());
		return this.reason.isEmpty() ? answer : answer.because(this.reason, this.violations);
	}

}
