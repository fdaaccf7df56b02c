package io.github.slacklogging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SecretTests {

	private static final Secret SECRET = Secret.of("opensesame_test");

	@Test
	void textIsMaskedWhateverHoldsIt() {
		assertThat(SECRET).hasToString("***");
		assertThat(new Holder(SECRET)).hasToString("Holder[secret=***]");
		assertThat(List.of(SECRET)).hasToString("[***]");
		assertThat(Map.of("a", SECRET)).hasToString("{a=***}");
		assertThat(String.format("%s", SECRET)).isEqualTo("***");
	}

	@Test
	void onlyWhoAsksGetsIt() {
		assertThat(SECRET.reveal()).isEqualTo("opensesame_test");
		assertThat(SECRET).isEqualTo(Secret.of("opensesame_test")).hasSameHashCodeAs(Secret.of("opensesame_test"));
		assertThat(SECRET).isNotEqualTo(Secret.of("other_test"));
	}

	@Test
	void itCannotBeSerialised() throws IOException {
		for (Object object : List.of(SECRET, new Holder(SECRET), new Object[] { SECRET })) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			assertThatExceptionOfType(NotSerializableException.class)
				.isThrownBy(() -> new ObjectOutputStream(bytes).writeObject(object));
			assertThat(bytes.toString()).doesNotContain("opensesame");
		}
	}

	@Test
	void beansAndJsonSeeNoPropertyOfIt() {
		assertThat(Secret.class.getMethods())
			.noneMatch((method) -> method.getName().matches("(get|is)[A-Z].*") && !method.getName().equals("getClass"));
		assertThat(Secret.class.getFields()).isEmpty();
	}

	record Holder(Secret secret) implements Serializable {

	}

}
