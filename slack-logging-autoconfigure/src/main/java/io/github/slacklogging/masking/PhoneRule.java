package io.github.slacklogging.masking;

import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Phone numbers: international ones behind a plus (ITU-T E.164: at most 15 digits, no
 * country begins with 0), national ones only behind a word that says so. Dates, versions,
 * addresses of hosts and decimals are none.
 */
final class PhoneRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.optIn("phone", LeakSeverity.MEDIUM,
			"Phone numbers: international ones, others behind a telling word.");

	private static final int MAX_DIGITS = 15;

	private static final int MIN_NATIONAL = 6;

	private static final int MIN_INTERNATIONAL = 9;

	private static final TellingWords WORDS = new TellingWords(2, "phone", "phones", "phonenumber", "telephone", "tel",
			"telefon", "telefonnummer", "telefonnr", "mobile", "mobil", "mobilnummer", "cell", "cellphone", "handy",
			"handynummer", "rufnummer", "fax", "faxnummer", "msisdn", "sms", "whatsapp", "callerid", "caller");

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals(Stream.concat(Stream.of("+0", "+(0", "+ 0", "%2b0"), Stream.of(WORDS.literals()))
			.toArray(String[]::new));
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		int at = 0;
		while (at < text.length()) {
			if (!Literals.isDigit(text.charAt(at))) {
				at++;
				continue;
			}
			int first = Edges.isPercentEncoded(text, at - 1) ? Math.min(at + 2, text.length()) : at;
			if (first == text.length()) {
				return;
			}
			int start = start(text, first);
			PhoneDigits digits = PhoneDigits.read(text, first, (start >= 0) ? MAX_DIGITS : 0);
			boolean phone = start >= 0 && isPhone(text, start, first, digits);
			if (phone) {
				found.accept(Span.stars(start, digits.end()));
			}
			at = Math.max(at + 1, phone ? digits.end() : digits.firstEnd());
		}
	}

	/** Where a number would begin, with its plus or bracket; -1 where none can. */
	private static int start(String text, int first) {
		int open = (first > 0 && text.charAt(first - 1) == '(') ? first - 1 : first;
		int plus = plusBefore(text, open);
		int start = (plus >= 0) ? plus : open;
		boolean alone = Edges.beginsAt(text, start) && !Edges.isJoinedBefore(text, start);
		return (alone && (plus >= 0 || WORDS.tell(text, start))) ? start : -1;
	}

	private static boolean isPhone(String text, int start, int first, PhoneDigits digits) {
		if (digits.count() > MAX_DIGITS || digits.isOther(text, first) || !Edges.endsAt(text, digits.end())) {
			return false;
		}
		boolean plus = text.charAt(start) == '+' || text.charAt(start) == '%';
		boolean international = plus && text.charAt(first) != '0' && digits.count() >= MIN_INTERNATIONAL;
		return international || (digits.count() >= MIN_NATIONAL && WORDS.tell(text, start));
	}

	private static int plusBefore(String text, int index) {
		int at = (index > 0 && text.charAt(index - 1) == ' ') ? index - 1 : index;
		if (at > 0 && text.charAt(at - 1) == '+') {
			return at - 1;
		}
		return (at >= 3 && text.regionMatches(true, at - 3, "%2b", 0, 3)) ? at - 3 : -1;
	}

}
