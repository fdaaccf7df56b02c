package io.github.slacklogging.inbox;

import java.io.IOException;
import java.time.Duration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.slacklogging.inbox.Reply.Manner;

/**
 * The way of every request to Slack: understood, scripted or limited or carried out,
 * written to the log, answered.
 */
final class SlackTraffic implements HttpHandler {

	private final SlackSide side;

	private final int maxBody;

	private final Script script;

	private final RateLimiter limiter;

	private final RequestLog log;

	private final Delivery delivery;

	SlackTraffic(SlackSide side, int maxBody, Desk desk) {
		this.side = side;
		this.maxBody = maxBody;
		this.script = desk.script();
		this.limiter = desk.limiter();
		this.log = desk.log();
		this.delivery = desk.delivery();
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		Call call = Call.read(exchange, this.maxBody);
		SlackSide.Prepared prepared = this.side.prepare(call);
		Reply reply = this.script.replyFor(prepared.channel());
		Answer scripted = reply.scripted();
		Answer answer = (scripted != null) ? scripted : normal(call, prepared);
		boolean complete = reply.manner() == Manner.WHOLE || reply.manner() == Manner.DRIP;
		this.log.add(call, prepared.channel(), complete ? answer.status() : 0, answer.refusal());
		this.delivery.send(exchange, answer, reply);
	}

	private Answer normal(Call call, SlackSide.Prepared prepared) {
		if (prepared.channel() != null) {
			Duration wait = this.limiter.acquire(prepared.channel());
			if (!wait.isZero()) {
				return Answer.tooManyRequests(wait, prepared.tooFast());
			}
		}
		return call.isTooLarge() ? Answer.text(413, "").because("body over " + this.maxBody + " bytes")
				: prepared.answer().get();
	}

	/**
	 * What all parts of Slack share.
	 *
	 * @param script the scripted replies
	 * @param limiter the limit on posting
	 * @param log where requests are kept
	 * @param delivery how answers get out
	 */
	record Desk(Script script, RateLimiter limiter, RequestLog log, Delivery delivery) {

	}

}
