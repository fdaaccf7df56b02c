package io.github.slacklogging.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes the page from what is on the shelves. It works without scripts. */
@Component
class StorefrontPage {

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern EMPHASIS = Pattern.compile("\\*([A-Za-z ]+)\\*");

	private final String html;

	StorefrontPage(Storefront storefront, @Value("${spring.application.version}") String version) throws IOException {
		String frame = new ClassPathResource("storefront.html").getContentAsString(StandardCharsets.UTF_8);
		this.html = frame.replace("{{version}}", text(version))
			.replace("{{links}}", storefront.shelves().stream().map(StorefrontPage::link).collect(Collectors.joining()))
			.replace("{{shelves}}",
					storefront.shelves().stream().map(StorefrontPage::shelf).collect(Collectors.joining()));
	}

	String html() {
		return this.html;
	}

	private static String link(Storefront.Stocked shelf) {
		return "<a href=\"#%s\">%s</a>\n".formatted(anchor(shelf), text(shelf.title()));
	}

	private static String shelf(Storefront.Stocked shelf) {
		return """
				<section class="shelf" id="%1$s" aria-labelledby="%1$s-title">
				  <h2 id="%1$s-title">%2$s</h2>
				  <p class="shelf-lead">%3$s</p>
				  <div class="cards">
				%4$s  </div>
				</section>
				""".formatted(anchor(shelf), text(shelf.title()), rich(shelf.lead()),
				shelf.situations().stream().map(StorefrontPage::card).collect(Collectors.joining()));
	}

	private static String card(Situation situation) {
		return """
				<form class="card %1$s" id="%2$s" method="post" action="trouble/%2$s">
				  <svg class="picture" aria-hidden="true"><use href="wares.svg#%3$s"/></svg>
				  <h3>%4$s</h3>
				  <p class="note">%5$s</p>
				  <p class="severity">%6$s</p>
				  <button type="submit">%7$s</button>
				  <p class="happens">%8$s</p>
				  <p class="look"><strong>Look for</strong> %9$s</p>
				</form>
				""".formatted(situation.tone().name().toLowerCase(Locale.ROOT), situation.name(), situation.picture(),
				text(situation.subject()), text(situation.note()), situation.tone().label(), text(situation.button()),
				rich(situation.happens()), rich(situation.lookFor()));
	}

	private static String rich(String sentences) {
		String code = CODE.matcher(text(sentences)).replaceAll("<code>$1</code>");
		return EMPHASIS.matcher(code).replaceAll("<em>$1</em>");
	}

	private static String text(String text) {
		return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
	}

	private static String anchor(Storefront.Stocked shelf) {
		return shelf.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
	}

}
