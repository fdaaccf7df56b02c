package io.github.slacklogging.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTests {

	@ParameterizedTest
	@CsvSource({ "com.acme.OrderService,OrderService", "OrderService,OrderService", "com.acme.Outer$Inner,Outer.Inner",
			"com.acme.OrderService$$SpringCGLIB$$0,OrderService", "com.acme.OrderService$$Lambda/0x1,OrderService",
			"com.acme.Order$HibernateProxy$Ab1,Order", "com.acme.,com.acme.", "ROOT,ROOT" })
	void simpleNameIsWhatWasWritten(String className, String simple) {
		assertThat(Names.simple(className)).isEqualTo(simple);
	}

	@ParameterizedTest
	@CsvSource({ "com.acme.orders.OrderService,c.a.o.OrderService", "OrderService,OrderService", "a..B,a.B", ".B,B" })
	void abbreviatedNameKeepsTheClass(String className, String abbreviated) {
		assertThat(Names.abbreviated(className)).isEqualTo(abbreviated);
	}

	@Test
	void callIsClassAndMethod() {
		assertThat(Names.call(Told.frame("com.acme.OrderService", "find", 1))).isEqualTo("OrderService.find");
		assertThat(Names.call(Told.frame("com.acme.OrderService", "lambda$find$3", 1))).isEqualTo("OrderService.find");
	}

	@Test
	void sourceTellsWhatIsKnown() {
		assertThat(Names.source(new StackTraceElement("A", "b", "A.java", 7))).isEqualTo("A.java:7");
		assertThat(Names.source(new StackTraceElement("A", "b", "A.java", -1))).isEqualTo("A.java");
		assertThat(Names.source(new StackTraceElement("A", "b", null, 7))).isEqualTo("Unknown Source");
		assertThat(Names.source(new StackTraceElement("A", "b", "A.java", -2))).isEqualTo("Native Method");
	}

}
