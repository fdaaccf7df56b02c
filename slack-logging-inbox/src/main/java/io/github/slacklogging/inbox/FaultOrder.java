package io.github.slacklogging.inbox;

import java.time.Duration;
import java.util.Objects;

import io.github.slacklogging.inbox.json.Json;

/**
 * A fault as the page orders it.
 *
 * @param calls what it is for
 * @param reply what they get
 * @param times how many of them, {@link Script#ALWAYS} for all
 */
record FaultOrder(Calls calls, Reply reply, int times) {

	private static final int MAX_TIMES = 1_000;

	private static final int MAX_SECONDS = 3_600;

	static FaultOrder read(Json.Obj order) throws PageRefusal {
		Json times = order.get("times");
		try {
			String method = Objects.requireNonNullElse(order.text("method"), "");
			String channel = Objects.requireNonNullElse(order.text("channel"), "");
			return new FaultOrder(new Calls(method, channel), reply(order),
					(times != null) ? number(order, "times", MAX_TIMES) : Script.ALWAYS);
		}
		catch (IllegalArgumentException ex) {
			throw new PageRefusal(400, ex.getMessage() + ".");
		}
	}

	private static Reply reply(Json.Obj order) throws PageRefusal {
		String kind = Objects.requireNonNullElse(order.text("kind"), "");
		return switch (kind) {
			case "throttle" -> Reply.throttled(seconds(order, 30));
			case "error500" -> Reply.serverError(503);
			case "slow" -> Reply.slow(seconds(order, 3));
			case "hang" -> Reply.hang();
			case "reset" -> Reply.closeWithoutAnswer();
			case "cut" -> Reply.cut();
			case "garbage" -> Reply.html(2_000);
			case "apiError" -> Reply.refused(code(order));
			default -> throw new PageRefusal(400, "There is no fault of the kind \"" + kind + "\".");
		};
	}

	private static Duration seconds(Json.Obj order, int otherwise) throws PageRefusal {
		return Duration.ofSeconds((order.get("seconds") != null) ? number(order, "seconds", MAX_SECONDS) : otherwise);
	}

	private static String code(Json.Obj order) throws PageRefusal {
		String code = Objects.requireNonNullElse(order.text("error"), "");
		if (!code.matches("[a-z][a-z0-9_]{0,79}")) {
			throw new PageRefusal(400, "\"error\" is no error code of Slack's, like channel_not_found.");
		}
		return code;
	}

	private static int number(Json.Obj order, String key, int max) throws PageRefusal {
		if (order.get(key) instanceof Json.Num number && number.literal().matches("[0-9]{1,9}")) {
			int value = Integer.parseInt(number.literal());
			if (value >= 1 && value <= max) {
				return value;
			}
		}
		throw new PageRefusal(400, "\"" + key + "\" is a whole number from 1 to " + max + ".");
	}

}
