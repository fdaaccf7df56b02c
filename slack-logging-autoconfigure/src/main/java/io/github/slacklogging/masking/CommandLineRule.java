package io.github.slacklogging.masking;

import java.util.List;
import java.util.function.Consumer;

/**
 * Passwords of commands whose flags have no telling name: {@code curl -u user:password},
 * {@code mysql -ppassword}, {@code sshpass -p password}. What has one is the business of
 * {@link KeyValueRule}.
 */
final class CommandLineRule implements MaskingRule {

	private static final RuleSheet SHEET = RuleSheet.of("command-line", LeakSeverity.CRITICAL,
			"Passwords behind short flags: curl -u user:password, mysql -ppassword, sshpass -p password.");

	private static final List<Flag> FLAGS = List.of(new Flag("curl", "-u", true), new Flag("curl", "--user", true),
			new Flag("curl", "--proxy-user", true), new Flag("wget", "--user", true), new Flag("mysql", "-p", false),
			new Flag("mariadb", "-p", false), new Flag("sshpass", "-p", false), new Flag("redis-cli", "-a", false),
			new Flag("ldapsearch", "-w", false), new Flag("ldapmodify", "-w", false), new Flag("sqlcmd", "-P", false),
			new Flag("mongo", "-p", false), new Flag("docker login", "-p", false), new Flag("helm", "-p", false));

	/** What the commands begin with. */
	private static final boolean[] FIRSTS = firsts();

	/** How far a flag stands from its command. */
	private static final int MAX_COMMAND = 512;

	private static boolean[] firsts() {
		boolean[] firsts = new boolean[128];
		for (Flag flag : FLAGS) {
			char first = flag.command().charAt(0);
			firsts[first] = true;
			firsts[Character.toUpperCase(first)] = true;
		}
		return firsts;
	}

	@Override
	public RuleSheet sheet() {
		return SHEET;
	}

	@Override
	public Triggers triggers() {
		return Triggers.literals(FLAGS.stream().map(Flag::command).distinct().toArray(String[]::new));
	}

	@Override
	public void find(String text, Consumer<Span> found) {
		int[] passed = new int[FLAGS.size()];
		for (int at = 0; at < text.length(); at++) {
			char c = text.charAt(at);
			if (c < FIRSTS.length && FIRSTS[c]) {
				find(text, at, passed, found);
			}
		}
	}

	/** Looks for all flags of the command that stands here, if one does. */
	private static void find(String text, int at, int[] passed, Consumer<Span> found) {
		for (int i = 0; i < passed.length; i++) {
			Flag flag = FLAGS.get(i);
			if (at >= passed[i] && flag.isOf(text, at)) {
				passed[i] = flag.find(text, at + flag.command().length(), found);
			}
		}
	}

	/**
	 * A flag and what takes it.
	 *
	 * @param command in lower case
	 * @param flag with its dashes
	 * @param user whether a user and a colon stand before the password
	 */
	private record Flag(String command, String flag, boolean user) {

		/** Whether its command stands here; the second letter tells most others off. */
		boolean isOf(String text, int at) {
			return at + 1 < text.length() && Character.toLowerCase(text.charAt(at + 1)) == this.command.charAt(1)
					&& text.regionMatches(true, at, this.command, 0, this.command.length());
		}

		/** Looks for the flag on the command's line; answers where to go on. */
		int find(String text, int commandEnd, Consumer<Span> found) {
			int latest = Math.min(text.length() - this.flag.length(), commandEnd + MAX_COMMAND);
			for (int at = commandEnd; at < latest; at++) {
				char before = text.charAt(at);
				if (Literals.isLineBreak(before) || before == '|') {
					return at;
				}
				if (" \t\"'".indexOf(before) >= 0 && text.startsWith(this.flag, at + 1)) {
					int end = value(text, at + 1 + this.flag.length(), found);
					if (end > at) {
						return end;
					}
				}
			}
			return Math.max(commandEnd, latest);
		}

		private int value(String text, int flagEnd, Consumer<Span> found) {
			int listed = afterQuoted(text, flagEnd);
			boolean attached = listed < 0 && flagEnd < text.length() && !Character.isWhitespace(text.charAt(flagEnd));
			if (attached && this.flag.startsWith("--") && text.charAt(flagEnd) != '=') {
				return -1;
			}
			int index = (listed >= 0) ? listed
					: (attached && text.charAt(flagEnd) == '=') ? flagEnd + 1 : Literals.skipBlanks(text, flagEnd, 3);
			// "mysql -p orders" asks for the password and names a database.
			if (index >= text.length() || text.charAt(index) == '-' || (!attached && mayStandAlone())) {
				return -1;
			}
			SecretValue all = SecretValue.at(text, index);
			int colon = all.start() + (this.user ? all.in(text).indexOf(':') : -1);
			boolean user = !this.user || colon >= all.start();
			if (!user || colon + 1 >= all.end() || StandIn.matches(text.substring(colon + 1, all.end()))) {
				return -1;
			}
			found.accept(Span.stars(colon + 1, all.end()));
			return all.end();
		}

		/**
		 * In a list of arguments, <code>"-p", "x"</code>, the quote of the value; else
		 * -1.
		 */
		private static int afterQuoted(String text, int flagEnd) {
			if (flagEnd + 2 >= text.length() || !Literals.isQuote(text.charAt(flagEnd))
					|| text.charAt(flagEnd + 1) != ',') {
				return -1;
			}
			return Literals.skipBlanks(text, flagEnd + 2, 3);
		}

		private boolean mayStandAlone() {
			return this.command.equals("mysql") || this.command.equals("mariadb");
		}

	}

}
