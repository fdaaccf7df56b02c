package io.github.slacklogging.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges one text that Slack reads as mrkdwn. Reads it generously: what might act in one
 * of Slack's clients counts as acting. Written from docs.slack.dev, "Formatting message
 * text", without the composer's code.
 */
final class ActingMarkup {

	private static final Pattern TOKEN = Pattern.compile("<([^<>]*)>");

	private static final Pattern CODE = Pattern.compile("`[^`\n]+`");

	private static final Pattern DATE = Pattern.compile(
			"!date\\^-?\\d+\\^(\\{date_short_pretty} )?\\{time(_secs)?}\\|(\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d(:\\d\\d)? UTC");

	private static final Pattern MENTION = Pattern.compile("!here|!channel|!everyone|!subteam\\^.*|@.*|#.*");

	private static final Pattern ENTITY = Pattern.compile("&(?!(?:amp|lt|gt);)");

	private static final Pattern EMOJI = Pattern.compile(":([^\\s:]+):");

	private static final Pattern OWN_EMOJI = Pattern
		.compile("^:(red|black|white|large_orange|large_green)_circle: |^:(rotating_light|satellite): "
				+ "|^:(hourglass_flowing_sand|white_check_mark|warning|x|alarm_clock): ");

	private static final Pattern QUOTE = Pattern.compile("(?m)^(?:&gt;|>|＞)");

	private static final Pattern ITALIC = Pattern.compile("(?<![A-Za-z0-9])[_＿]([^_＿\n]+)[_＿](?![A-Za-z0-9])");

	private static final Pattern OWN_ITALIC = Pattern.compile("[^<>&`*~]*\\d+ (more )?events?[a-z, ]*");

	private static final Pattern STRIKE = Pattern.compile("(?<![A-Za-z0-9])~([^~\n]+)~(?![A-Za-z0-9])");

	private static final Pattern WEB = Pattern.compile("(?i)https?://([^/?#]+)(?:[/?#].*)?");

	private static final Pattern IN_LABEL = Pattern.compile("[*_~`:|\\n＊＿｀]");

	private static final char HOLE = '\uE000';

	private final OwnMarkup own;

	private final List<String> faults = new ArrayList<>();

	private int mentions;

	private ActingMarkup(OwnMarkup own) {
		this.own = own;
	}

	/**
	 * What acts though nobody asked for it.
	 * @param mrkdwn to judge
	 * @param own what may act
	 * @param first whether it is a place where one mention may stand, at its end
	 * @param begins whether an emoji of ours may begin it
	 */
	static List<String> faults(String mrkdwn, OwnMarkup own, boolean first, boolean begins) {
		ActingMarkup judge = new ActingMarkup(own);
		if (mrkdwn.contains("``")) {
			judge.faults.add("a fence");
		}
		String withoutTokens = judge.withoutTokens(CODE.matcher(mrkdwn), mrkdwn, first);
		judge.leftOver(begins ? OWN_EMOJI.matcher(withoutTokens).replaceFirst("") : withoutTokens);
		return judge.faults;
	}

	/** Code and tokens become holes, so that nothing is found across their edges only. */
	private String withoutTokens(Matcher code, String mrkdwn, boolean first) {
		String withoutCode = code.replaceAll((match) -> {
			check(!match.group().matches(".*[<>].*"), "a bracket in code");
			check(!ENTITY.matcher(match.group()).find(), "a bare & in code");
			return String.valueOf(HOLE);
		});
		return TOKEN.matcher(withoutCode).replaceAll((match) -> {
			token(match.group(1), first && mrkdwn.endsWith(" " + match.group()));
			return String.valueOf(HOLE);
		});
	}

	private void token(String token, boolean mayCall) {
		if (MENTION.matcher(token).matches()) {
			this.mentions++;
			check(mayCall && this.mentions == 1 && token.equals(mention()), "a mention <" + token + ">");
		}
		else if (!DATE.matcher(token).matches()) {
			link(token);
		}
	}

	private String mention() {
		String target = this.own.mention();
		if (target == null) {
			return "";
		}
		if (target.equals("here") || target.equals("channel")) {
			return "!" + target;
		}
		return target.startsWith("S") ? "!subteam^" + target : "@" + target;
	}

	private void link(String token) {
		int pipe = token.indexOf('|');
		check(pipe > 0, "<" + token + "> has no label");
		String address = (pipe > 0) ? token.substring(0, pipe).replace("&amp;", "&") : token;
		String label = token.substring(pipe + 1);
		check(!label.isBlank(), "a link without a label");
		check(!IN_LABEL.matcher(label).find() && !ENTITY.matcher(label).find(), "markup in the label " + label);
		check(address.matches("[!-~]+"), "an address that is not encoded: " + address);
		check(isOfTheWeb(address), "an address that is none of the web: " + address);
		check(this.own.addresses().stream().anyMatch((each) -> decoded(each).equals(decoded(address))),
				"a link to " + address);
	}

	// Whoever may be named before an @ only makes another host look like this one.
	private static boolean isOfTheWeb(String address) {
		Matcher web = WEB.matcher(address);
		return web.matches() && !web.group(1).matches(".*(@|%40|%5[Cc]).*");
	}

	private static String decoded(String address) {
		String plus = address.replace("+", "%2B").replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
		return new String(URLDecoder.decode(plus, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8),
				StandardCharsets.UTF_8);
	}

	private void leftOver(String skeleton) {
		check(skeleton.indexOf('<') < 0, "a bare <");
		check(skeleton.indexOf('>') < 0, "a bare >");
		check(!ENTITY.matcher(skeleton).find(), "a bare &");
		check(skeleton.indexOf('`') < 0 && skeleton.indexOf('｀') < 0, "a backtick that opens nothing");
		check(!EMOJI.matcher(skeleton).find(), "an emoji");
		check(!QUOTE.matcher(skeleton).find(), "a quote");
		check(!STRIKE.matcher(skeleton).find(), "struck words");
		ITALIC.matcher(skeleton)
			.results()
			.forEach((match) -> check(OWN_ITALIC.matcher(match.group(1)).matches(), "slanted words"));
	}

	private void check(boolean holds, String fault) {
		if (!holds) {
			this.faults.add(fault);
		}
	}

}
