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

	private final Desk desk;

	SlackTraffic(SlackSide side, int maxBody, Desk desk) {
		this.side = side;
		this.maxBody = maxBody;
		this.desk = desk;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		Call call = Call.read(exchange, this.maxBody);
		long arrived = System.nanoTime();
		SlackSide.Prepared prepared = this.side.prepare(call);
		Reply reply = this.desk.script().replyFor(prepared.method(), prepared.channel());
		Answer scripted = reply.scripted(prepared.method());
		String id = this.desk.log().nextId();
		Answer answer = (scripted != null) ? scripted : this.desk.provenance().during(id, () -> normal(call, prepared));
		boolean complete = reply.manner() == Manner.WHOLE || reply.manner() == Manner.DRIP;
		this.desk.log().add(id, call, prepared.channel(), answer, complete);
		try {
			this.desk.delivery().send(exchange, answer, reply);
		}
		finally {
			this.desk.log().took(id, System.nanoTime() - arrived);
		}
	}

	private Answer normal(Call call, SlackSide.Prepared prepared) {
		Duration wait = pause(prepared);
		if (!wait.isZero()) {
			return Answer.tooManyRequests(wait, prepared.tooFast());
		}
		return call.isTooLarge() ? Answer.text(413, "").because("body over " + this.maxBody + " bytes")
				: prepared.answer().get();
	}

	private Duration pause(SlackSide.Prepared prepared) {
		Duration posting = (prepared.posts() && prepared.channel() != null)
				? this.desk.limits().posting().acquire(prepared.channel()) : Duration.ZERO;
		return posting.isZero() ? this.desk.limits().tiers().acquire(prepared.method()) : posting;
	}

	/**
	 * What all parts of Slack share.
	 *
	 * @param script the scripted replies
	 * @param limits how much is taken at once
	 * @param log where requests are kept
	 * @param provenance tells which request makes a message
	 * @param delivery how answers get out
	 */
	record Desk(Script script, Limits limits, RequestLog log, Provenance provenance, Delivery delivery) {

	}

}
