package io.github.slacklogging.link;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An address, taken apart as a browser and the pages behind it do.
 *
 * @param page what stands before the query
 * @param segments of its path, decoded
 * @param query parameters before the {@code #}
 * @param route what stands between {@code #} and the parameters after it
 * @param fragment parameters after the {@code #}
 */
record DecodedLink(String page, List<String> segments, Map<String, String> query, String route,
		Map<String, String> fragment) {

	/** Takes an address only if it is made of characters that nothing trips over. */
	static DecodedLink of(String address) {
		assertThat(address).matches("https?://[A-Za-z0-9._~/?#&=%:-]+").doesNotContain("|", ">", "+");
		URI uri = URI.create(address);
		String page = address.split("[?#]", 2)[0];
		List<String> segments = Stream.of(uri.getRawPath().split("/")).map(DecodedLink::decode).toList();
		String[] behind = (uri.getRawFragment() != null) ? uri.getRawFragment().split("\\?", 2) : new String[] { "" };
		return new DecodedLink(page, segments, parameters(uri.getRawQuery()), behind[0],
				parameters((behind.length > 1) ? behind[1] : null));
	}

	private static Map<String, String> parameters(@Nullable String text) {
		Map<String, String> parameters = new LinkedHashMap<>();
		if (text != null) {
			for (String parameter : text.split("&")) {
				String[] nameAndValue = parameter.split("=", -1);
				assertThat(nameAndValue).as(parameter).hasSize(2);
				assertThat(parameters.put(decode(nameAndValue[0]), decode(nameAndValue[1]))).as("twice").isNull();
			}
		}
		return parameters;
	}

	/** One of the states behind the {@code #}. */
	Object rison(String name) {
		String rison = Objects.requireNonNull(this.fragment.get(name), name);
		return Objects.requireNonNull(RisonReader.read(rison), rison);
	}

	/** A plus is a blank here, as it is for the pages. */
	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
