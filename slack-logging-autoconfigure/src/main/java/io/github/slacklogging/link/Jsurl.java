package io.github.slacklogging.link;

/**
 * JSURL, the container that the CloudWatch console reads:
 * {@code ~(key~'text~list~(~'a))}. Public code ({@code Sage/jsurl}, which Grafana uses
 * for links to that console: {@code grafana/grafana},
 * {@code public/app/plugins/datasource/cloudwatch/aws_url.ts}).
 */
final class Jsurl {

	private static final String BARE = "_-.";

	private Jsurl() {
	}

	/**
	 * A text. Letters, digits and {@code _ - .} stand for themselves, other characters up
	 * to U+00FF are {@code *hh}, all others {@code **hhhh} for each unit of UTF-16. JSURL
	 * writes a dollar sign as an exclamation mark, where links end in mail; it reads
	 * {@code *24} as well.
	 */
	static String text(String text) {
		StringBuilder written = new StringBuilder(text.length() + 16).append("~'");
		text.chars().forEach((c) -> {
			if (isBare((char) c)) {
				written.append((char) c);
			}
			else {
				written.append(String.format((c <= 0xff) ? "*%02x" : "**%04x", c));
			}
		});
		return written.toString();
	}

	private static boolean isBare(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || BARE.indexOf(c) >= 0;
	}

}
