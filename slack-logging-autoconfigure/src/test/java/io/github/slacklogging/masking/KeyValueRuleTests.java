package io.github.slacklogging.masking;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.slacklogging.masking.RuleTesting.assertLinear;
import static io.github.slacklogging.masking.RuleTesting.mask;
import static org.assertj.core.api.Assertions.assertThat;

class KeyValueRuleTests {

	private final KeyValueRule rule = new KeyValueRule(new SecretNames(EventMasking.Settings.DEFAULT_KEYS));

	@ParameterizedTest
	@CsvSource(delimiterString = " --> ", quoteCharacter = '^',
			textBlock = """
					password=hunter2 --> password=***
					PASSWORD = hunter2, user=bob --> PASSWORD = ***, user=bob
					passwd: hunter2 and more --> passwd: *** and more
					spring.datasource.password=hunter2 --> spring.datasource.password=***
					Login{user=bob, newPassword=hunter2, port=5} --> Login{user=bob, newPassword=***, port=5}
					Login(user=bob,pwd=hunter2,port=5) --> Login(user=bob,pwd=***,port=5)
					{"user":"bob","password":"hunter2"} --> {"user":"bob","password":"***"}
					{"password" : "a \\"quoted\\" one","x":1} --> {"password" : "***","x":1}
					{\\"password\\":\\"hun\\\\\\"ter2\\",\\"x\\":1} --> {\\"password\\":\\"***\\",\\"x\\":1}
					{\\\\\\"password\\\\\\":\\\\\\"hunter2\\\\\\",\\\\\\"x\\\\\\":1} --> {\\\\\\"password\\\\\\":\\\\\\"***\\\\\\",\\\\\\"x\\\\\\":1}
					{"password":{"value":"hun}ter2","salt":{}},"x":1} --> {"password":{"value":"***","salt":{}},"x":1}
					{\\"password\\":{\\"value\\":\\"hun}ter2\\"},\\"x\\":1} --> {\\"password\\":{\\"value\\":\\"***\\"},\\"x\\":1}
					{"password":{"value":"hunter2 is --> {"password":{"value":"***
					password=${DB_PASSWORD:hunter2} --> password=***
					password=${password=${hunter2}} --> password=***
					{"secret":4711,"x":1} --> {"secret":***,"x":1}
					{'apiKey': 'abc', 'x': 1} --> {'apiKey': '***', 'x': 1}
					IDENTIFIED pwd='it''s' AND x=1 --> IDENTIFIED pwd='***' AND x=1
					GET /cb?token=abc&state=7 --> GET /cb?token=***&state=7
					x-api-key: abc --> x-api-key: ***
					API key: abc --> API key: ***
					X-Auth-Token=[abc], Accept=[*/*] --> X-Auth-Token=[***], Accept=[*/*]
					client_secret => abc --> client_secret => ***
					access_token=a.b-c_d~e rest --> access_token=*** rest
					Cookie: a=1; b=2; c=3 --> Cookie: a=***; b=***; c=***
					map[password]=x --> map[password]=***
					password={bcrypt}$2a$10$abc --> password=***
					password=a,b!c&d)e user=bob --> password=*** user=bob
					password="not closed --> password="***
					jdbc:x?user=bob&password=abc;ssl=true --> jdbc:x?user=bob&password=***;ssl=true
					(token=abc). Then --> (token=***). Then
					credentials={user=bob, password=hunter2} --> credentials=***, password=***}
					""")
	void valueBehindASecretNameIsMaskedAndTheNameStays(String text, String masked) {
		assertThat(mask(this.rule, text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tokens=512", "secretary=Bob", "passwordPolicy=strict", "password=***", "password={}",
			"password=null", "password=${DB_PASSWORD}", "password=, user=bob", "\"password\":\"\",\"x\":1",
			"at com.acme.Token.parse(Token.java:12)", "nested exception is com.acme.InvalidToken: line 5",
			"Unrecognized token 'abc': was expecting", "https://example.com/token/x", "token", "12:30:45", "key=value",
			"std::string", "a==b", "Authorization: Basic x" })
	void innocentTextStays(String text) {
		assertThat(mask(this.rule, text)).isEqualTo(text);
	}

	@Test
	void ownNamesMatchRegardlessOfCaseAndJoints() {
		KeyValueRule own = new KeyValueRule(new SecretNames(List.of("tenant-key")));
		assertThat(mask(own, "tenantKey=a TENANT_KEY=b acme.tenant.key=c password=d"))
			.isEqualTo("tenantKey=*** TENANT_KEY=*** acme.tenant.key=*** password=d");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=", ":", "password=", "password=,", "password=\"", "password=\\\"", "password=a,a",
			"aaaaaaaaaaaaaaaaaaaa=", "password=[", "password:(", "key key:", "a.b-c_d", ":_password", "://password=@",
			"//password={@", "signingkey(", "password=“", "password: |\n a\n", "(password=a b ", "passwords[",
			"password: rejected value [", "name=password,rejectedvalue" })
	void timeIsLinear(String piece) {
		assertLinear(this.rule, piece);
	}

}
