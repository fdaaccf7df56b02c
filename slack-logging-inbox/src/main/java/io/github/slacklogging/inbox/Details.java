package io.github.slacklogging.inbox;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.slacklogging.inbox.block.Measure;
import io.github.slacklogging.inbox.block.MessageRules;
import io.github.slacklogging.inbox.block.Strictness;
import io.github.slacklogging.inbox.block.Verdict;
import io.github.slacklogging.inbox.json.Json;

/**
 * What waits behind the tabs of one message or refused request: the payload, what it
 * looked like earlier, how near it is to each limit, how a phone would announce it, and
 * the request it came by. Thread-safe.
 */
final class Details {

	private final MessageStore store;

	private final RequestLog log;

	private final Channels channels;

	private final String url;

	Details(MessageStore store, RequestLog log, Channels channels, String url) {
		this.store = store;
		this.log = log;
		this.channels = channels;
		this.url = url;
	}

	void answer(PageExchange page) throws IOException, PageRefusal {
		String request = page.query("request");
		Optional<Json> details = request.isEmpty() ? ofMessage(page.query("channel"), page.query("ts"))
				: this.log.find(request).map(this::ofRequest);
		page.send(details.orElseThrow(() -> new PageRefusal(404, "The inbox does not have it any more.")));
	}

	private Optional<Json> ofMessage(String channel, String ts) {
		return this.store.find(channel, ts).map((message) -> {
			Json.Members details = Json.object();
			if (MessageEdit.parsed(message.json()) instanceof Json.Obj payload) {
				Verdict verdict = describe(payload, details);
				details.put("warnings", PageJson.violations(verdict.warnings()));
			}
			details.put("notification", NotificationPreview.of(message, this.channels::withId).toJson());
			details.put("earlier", Json.array(message.earlier().stream().map(Details::version).toList()));
			Optional<Exchanged> request = this.log.find(this.store.requestOf(channel, ts));
			request.ifPresent((each) -> details.put("request", request(each)));
			return details.build();
		});
	}

	private Json ofRequest(Exchanged exchanged) {
		Json.Members details = Json.object();
		Optional<Json.Obj> payload = exchanged.payload();
		payload.ifPresent((each) -> describe(each, details));
		if (payload.isEmpty()) {
			details.put("payload", exchanged.request().body()).put("limits", Json.array(List.of()));
		}
		return details.put("violations", PageJson.violations(exchanged.violations()))
			.put("earlier", Json.array(List.of()))
			.put("request", request(exchanged))
			.build();
	}

	private static Verdict describe(Json.Obj payload, Json.Members details) {
		Verdict verdict = MessageRules.judge(payload, Strictness.LENIENT);
		details.put("payload", payload)
			.put("limits", Json.array(verdict.measures().stream().map(Details::limit).toList()));
		return verdict;
	}

	private static Json limit(Measure measure) {
		return Json.object()
			.put("what", measure.what())
			.put("pointer", measure.pointer())
			.put("used", Json.of(measure.used()))
			.put("max", Json.of(measure.max()))
			.put("unit", measure.unit())
			.put("beyond", measure.beyond().name())
			.build();
	}

	static Json version(InboxMessage.Version version) {
		Json.Members json = Json.object()
			.put("receivedAt", version.receivedAt().toString())
			.put("text", version.text());
		json.putIfPresent("blocks", MessageEdit.parsed(version.blocksJson()));
		return json.putIfPresent("attachments", MessageEdit.parsed(version.attachmentsJson())).build();
	}

	private Json request(Exchanged exchanged) {
		InboxRequest request = exchanged.request();
		Json.Members headers = Json.object();
		request.headers()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.forEach((each) -> headers.put(each.getKey(), each.getValue()));
		Json.Members answerHeaders = Json.object();
		exchanged.answerHeaders().forEach(answerHeaders::put);
		Json.Members json = Json.object()
			.put("id", exchanged.id())
			.put("receivedAt", request.receivedAt().toString())
			.put("method", request.method())
			.put("path", request.path())
			.put("query", exchanged.query())
			.put("headers", headers.build())
			.put("bytes", Json.of(exchanged.bytes()))
			.put("status", Json.of(request.status()))
			.put("answer", exchanged.answer())
			.put("answerHeaders", answerHeaders.build())
			.put("probe", Json.of(request.isProbe()))
			.put("curl", Curl.of(exchanged, this.url));
		json.putIfPresent("tookMillis", (exchanged.tookNanos() < 0) ? null : millis(exchanged.tookNanos()));
		return json.build();
	}

	private static Json millis(long nanos) {
		return new Json.Num(String.format(Locale.ROOT, "%.1f", nanos / 1e6));
	}

}
