package io.github.slacklogging.masking;

import java.util.List;
import java.util.stream.Stream;

/**
 * Keys of services that a prefix tells.
 *
 * <p>
 * Prefixes: the vendors' documents on their keys ("Secret scanning patterns" on
 * docs.github.com lists the vendors); alphabets and lengths were compared with those that
 * gitleaks looks for. Where the prefix might begin a word or a name, the rest must look
 * made by chance.
 */
final class ApiKeyShapes {

	private static final String HEX_DIGITS = "0123456789abcdef";

	private ApiKeyShapes() {
	}

	static List<TokenShape> all() {
		return Stream.of(languageModels(), mailAndMessages(), clouds(), developers(), commerce(), twilio())
			.flatMap(List::stream)
			.toList();
	}

	private static List<TokenShape> languageModels() {
		return List.of(sure("sk-proj-"), sure("sk-ant-"), sure("sk-svcacct-"), sure("sk-or-v1-"),
				TokenShape.random("sk-", Alphabet.BASE64_URL, 20), TokenShape.mixed("sk-", Alphabet.ALPHANUMERIC, 32),
				TokenShape.mixed("hf_", Alphabet.ALPHANUMERIC, 30),
				TokenShape.mixed("api_org_", Alphabet.ALPHANUMERIC, 30),
				TokenShape.mixed("pplx-", Alphabet.ALPHANUMERIC, 40),
				TokenShape.mixed("gsk_", Alphabet.ALPHANUMERIC, 40), TokenShape.mixed("r8_", Alphabet.ALPHANUMERIC, 36),
				TokenShape.mixed("xai-", Alphabet.ALPHANUMERIC, 60),
				TokenShape.mixed("nvapi-", Alphabet.BASE64_URL, 40), TokenShape.mixed("pcsk_", Alphabet.WORD, 40),
				sure("lsv2_pt_"), sure("lsv2_sk_"));
	}

	private static List<TokenShape> mailAndMessages() {
		return List.of(TokenShape.random("SG.", Alphabet.DOTTED, 40),
				TokenShape.mixed("key-", Alphabet.HEX, 32).exactly(), sure("xkeysib-"), sure("xsmtpsib-"),
				TokenShape.mixed("ntn_", Alphabet.ALPHANUMERIC, 30),
				TokenShape.mixed("secret_", Alphabet.ALPHANUMERIC, 40), sure("figd_"), sure("lin_api_"),
				sure("lin_oauth_"), TokenShape.sure("ATATT3", Alphabet.ENCODED, 40),
				TokenShape.sure("ATCTT3", Alphabet.ENCODED, 40), TokenShape.random("ATBB", Alphabet.ALPHANUMERIC, 28),
				TokenShape.mixed("tfp_", Alphabet.DOTTED, 40));
	}

	private static List<TokenShape> clouds() {
		return List.of(hex("dop_v1_"), hex("doo_v1_"), hex("dor_v1_"),
				TokenShape.mixed("hvs.", Alphabet.BASE64_URL, 20), TokenShape.mixed("hvb.", Alphabet.BASE64_URL, 20),
				TokenShape.mixed("hvr.", Alphabet.BASE64_URL, 20), TokenShape.mixed("dapi", Alphabet.HEX_DASH, 32),
				TokenShape.mixed("v1.0-", Alphabet.HEX_DASH, 100),
				TokenShape.sure("AGE-SECRET-KEY-1", Alphabet.UPPER, 30),
				TokenShape.sure("pscale_tkn_", Alphabet.DOTTED, 20), TokenShape.sure("pscale_pw_", Alphabet.DOTTED, 20),
				TokenShape.sure("pscale_oauth_", Alphabet.DOTTED, 20), TokenShape.mixed("sbp_", Alphabet.HEX, 30),
				sure("sb_secret_"), TokenShape.mixed("dp.pt.", Alphabet.ALPHANUMERIC, 30),
				TokenShape.mixed("dp.st.", Alphabet.DOTTED, 30), TokenShape.mixed("dp.ct.", Alphabet.ALPHANUMERIC, 30),
				TokenShape.mixed("dp.sa.", Alphabet.ALPHANUMERIC, 30), TokenShape.sure("ops_eyJ", Alphabet.BASE64, 30),
				sure("HRKU-AA"), TokenShape.mixed("tskey-auth-", Alphabet.BASE64_URL, 20),
				TokenShape.mixed("tskey-api-", Alphabet.BASE64_URL, 20),
				TokenShape.mixed("LTAI", Alphabet.ALPHANUMERIC, 16), TokenShape.random("fm2_", Alphabet.BASE64, 60),
				TokenShape.mixed("pul-", Alphabet.HEX, 40).exactly(),
				TokenShape.mixed("sha256~", Alphabet.BASE64_URL, 40),
				TokenShape.random("napi_", Alphabet.ALPHANUMERIC, 40));
	}

	private static List<TokenShape> developers() {
		return List.of(TokenShape.sure("glsa_", Alphabet.WORD, 30), TokenShape.mixed("glc_", Alphabet.BASE64, 32),
				TokenShape.sure("eyJrIjoi", Alphabet.BASE64, 30), sure("NRAK-"), sure("NRII-"), sure("NRJS-"),
				sure("PMAK-"), sure("dckr_pat_"), sure("dckr_oat_"), TokenShape.sure("sntrys_", Alphabet.ENCODED, 30),
				hex("sntryu_"), TokenShape.random("AKCp", Alphabet.ALPHANUMERIC, 40),
				TokenShape.random("cmVmd", Alphabet.ALPHANUMERIC, 59).exactly(), hex("rubygems_"),
				TokenShape.mixed("sgp_", Alphabet.WORD, 40), TokenShape.mixed("dt0c01.", Alphabet.DOTTED, 40),
				TokenShape.mixed("CLOJARS_", Alphabet.ALPHANUMERIC, 50), sure("apify_api_"));
	}

	private static List<TokenShape> commerce() {
		return List.of(hex("shpat_"), hex("shpss_"), hex("shpca_"), hex("shppa_"), sure("sq0atp-"), sure("sq0csp-"),
				TokenShape.random("EAAA", Alphabet.BASE64_URL, 55), hex("shippo_live_"), hex("shippo_test_"),
				TokenShape.random("EZAK", Alphabet.ALPHANUMERIC, 50),
				TokenShape.sure("access-production-", Alphabet.HEX_DASH, 36),
				TokenShape.sure("access-sandbox-", Alphabet.HEX_DASH, 36));
	}

	/** One for each first digit: the two letters alone end many words. */
	private static List<TokenShape> twilio() {
		return HEX_DIGITS.chars()
			.mapToObj((digit) -> TokenShape.mixed("SK" + (char) digit, Alphabet.HEX, 31).exactly())
			.toList();
	}

	private static TokenShape sure(String prefix) {
		return TokenShape.sure(prefix, Alphabet.BASE64_URL, 16);
	}

	private static TokenShape hex(String prefix) {
		return TokenShape.sure(prefix, Alphabet.HEX, 24);
	}

}
