package io.github.slacklogging.sample;

import java.util.List;

import io.github.slacklogging.sample.Situation.Tone;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Customers buy, and one thing goes wrong. */
@Component
@Order(1)
class ShopShelf implements Shelf {

	private final Troublemaker troublemaker;

	private final Mishaps mishaps;

	private final OwnServer server;

	ShopShelf(Troublemaker troublemaker, Mishaps mishaps, OwnServer server) {
		this.troublemaker = troublemaker;
		this.mishaps = mishaps;
		this.server = server;
	}

	@Override
	public String title() {
		return "On the shelf";
	}

	@Override
	public String lead() {
		return "Buy something, and one thing goes wrong.";
	}

	/** (Long: it is a table.) */
	@Override
	public List<Situation> situations() {
		return List.of(
				new Situation("declined-payment", "cups", "Espresso cups", "€ 18", Tone.ERROR, "Declined payment",
						"The bank says no. The log line holds a card number and an e-mail address.",
						"one red message within two seconds, stars where card and address stood, and the cause: "
								+ "`HTTP 402`.",
						this::declinedPayment),
				new Situation("database-down", "kettle", "Gooseneck kettle", "€ 49", Tone.ERROR, "Database down",
						"The stock cannot be read: three exceptions, one inside the other.",
						"the root cause on top, `Connection refused`, and the `requestId` that your receipt shows.",
						this::databaseDown),
				new Situation("critical-one", "machine", "Espresso machine", "€ 489", Tone.CRITICAL, "A critical one",
						"The provider's certificate has expired: nobody can pay. A marker makes the error critical.",
						"a dark red message at once, which calls `@here`. It does not call again within a minute.",
						this::criticalOne),
				new Situation("warnings", "jug", "Milk jug", "€ 24", Tone.WARN, "A warning now and then",
						"Stock is low, and the provider is slow: three warnings of two kinds.",
						"nothing at once. Warnings wake nobody: one summary of all kinds follows within 15 seconds.",
						this::warnings),
				new Situation("secret-in-a-log-line", "key", "Price list", "from the supplier", Tone.ERROR,
						"A secret in a log line", "Somebody logs an address with its password, a token and an API key.",
						"`***` in the place of all three, and in the footer how many values were masked.",
						this::secret),
				new Situation("injection-attempt", "star", "Customer review", "1 star", Tone.ERROR,
						"An injection attempt",
						"A review calls the whole channel, plants a false link and a script, and breaks out of its "
								+ "quotes. It is logged as it is.",
						"all of it as harmless text: nobody is called, nothing can be clicked, the layout holds.",
						this::injection),
				new Situation("long-trace", "tree", "Others also bought", "very deep", Tone.ERROR, "A very long trace",
						"A recommendation fails a hundred calls deep.",
						"a short trace in the message, and a long one as a file in its thread.", this::longTrace),
				new Situation("logged-twice", "gift", "Gift wrapping", "€ 3", Tone.ERROR,
						"Logged, thrown, logged again",
						"The tape is empty. Who notices logs it and throws, and who catches logs it once more.",
						"one message, not two. It says that it was logged twice, and by whom.", this::loggedTwice),
				new Situation("uncaught-exception", "parcel", "Delivery", "by bicycle", Tone.ERROR,
						"A thread that dies",
						"The courier's thread ends with an exception that no code of the shop " + "logs.",
						"the name of the thread, `courier-1`, and its exception, all the same.", this::uncaught),
				new Situation("nobody-catches-it", "receipt", "Order 4711", "does not exist", Tone.ERROR,
						"Nobody catches it",
						"A customer asks for an order that is not there. No line of the shop logs that exception: "
								+ "Tomcat does.",
						"`Order 4711 not found`, and where: in `OrderService.find`, though another one logged it.",
						this::nobodyCatchesIt));
	}

	private String declinedPayment() {
		this.troublemaker.declinedPayment();
		return "One payment was declined.";
	}

	private String databaseDown() {
		this.troublemaker.databaseDown();
		return "One order found the stock database down.";
	}

	private String criticalOne() {
		this.troublemaker.criticalOne();
		return "No payment can be taken any more.";
	}

	private String warnings() {
		this.troublemaker.warnings();
		return "Three warnings of two kinds were logged.";
	}

	private String secret() {
		this.mishaps.secret();
		return "A password, a token and a key were logged.";
	}

	private String injection() {
		this.mishaps.injection();
		return "A hostile review was logged as it is.";
	}

	private String longTrace() {
		this.mishaps.longTrace();
		return "An exception from a hundred calls deep was logged.";
	}

	private String loggedTwice() {
		this.mishaps.loggedTwice();
		return "One exception was logged twice.";
	}

	private String uncaught() {
		this.mishaps.uncaught();
		return "The thread courier-1 has ended.";
	}

	private String nobodyCatchesIt() {
		int status = this.server.get("/orders/4711");
		return "The customer was answered " + status + ".";
	}

}
