package io.github.slacklogging.grouping;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FrameNamesTests {

	@ParameterizedTest
	@CsvSource({ "com.acme.Orders, com.acme.Orders", "com.acme.Orders$Line, com.acme.Orders$Line",
			"com.acme.Orders$1, com.acme.Orders$", "com.acme.Orders$12$3, com.acme.Orders$$",
			"com.acme.Orders$1$Line, com.acme.Orders$$Line", "com.acme.Orders$1Local, com.acme.Orders$Local",
			"com.acme.OrdersKt$save$1, com.acme.OrdersKt$save$", "com.acme.V2$Api3, com.acme.V2$Api3",
			"acme.orders$save$fn__1234, acme.orders$save$fn", "com.acme.Orders$fn, com.acme.Orders$fn" })
	void classIsNamedAsWrittenWithoutTheNumbersOfTheCompiler(String name, String written) {
		assertThat(FrameNames.type(name)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource({ "com.acme.Orders$$SpringCGLIB$$0, com.acme.Orders",
			"com.acme.Orders$$EnhancerBySpringCGLIB$$1f2e3d4c, com.acme.Orders",
			"com.acme.Orders$$SpringCGLIB$$FastClass$$1, com.acme.Orders",
			"com.acme.Orders$$FastClassBySpringCGLIB$$ab12, com.acme.Orders",
			"com.acme.Orders$$Lambda$14/0x0000000800c03000, com.acme.Orders",
			"com.acme.Orders$$Lambda/0x00007f1c5c001a38, com.acme.Orders",
			"com.acme.M$Orders$ByteBuddy$NQTOWivR, com.acme.M$Orders",
			"com.acme.Order$HibernateProxy$xW3kPq1Z, com.acme.Order", "com.acme.Order$HibernateProxy, com.acme.Order",
			"com.acme.Order$HibernateAccessOptimizer, com.acme.Order",
			"com.acme.Orders$Proxy$_$$_WeldClientProxy, com.acme.Orders",
			"com.acme.Orders$AjcClosure1, com.acme.Orders", "com.acme.Orders$MockitoMock$1234567, com.acme.Orders",
			"com.acme.Order_$$_jvst3a1_0, com.acme.Order", "com.acme.Order_$$_javassist_3, com.acme.Order_" })
	void generatedClassIsRecognisedAndCut(String name, String written) {
		assertThat(FrameNames.isGenerated(name)).isTrue();
		assertThat(FrameNames.type(name)).isEqualTo(written);
	}

	@ParameterizedTest
	@ValueSource(strings = { "$Proxy0", "jdk.proxy2.$Proxy117", "com.sun.proxy.$Proxy45", "com.acme.$Proxy3",
			"jdk.internal.reflect.GeneratedMethodAccessor17", "sun.reflect.GeneratedConstructorAccessor2",
			"jdk.internal.reflect.GeneratedSerializationConstructorAccessor1",
			"java.lang.invoke.LambdaForm$MH/0x0000000800c8c400" })
	void whatNobodyWroteIsGenerated(String name) {
		assertThat(FrameNames.isGenerated(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.acme.Orders", "com.acme.$Proxy", "com.acme.$ProxyFactory", "com.acme.$Proxy1st",
			"com.acme.Orders$1", "com.acme.LambdaForm", "com.acme.Scripted/0x0000000800c03000" })
	void whatSomebodyWroteIsNot(String name) {
		assertThat(FrameNames.isGenerated(name)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "save, save", "<init>, <init>", "lambda$save$3, lambda$save", "lambda$save$12, lambda$save",
			"lambda$null$0, lambda$null", "lambda$save$1$2, lambda$save", "access$000, access$", "access$1702, access$",
			"access$total, access$total", "save$lambda-0, save$lambda", "save$lambda$3, save$lambda",
			"save$lambda-3$lambda-2, save$lambda$lambda", "save$lambda$3$lambda$2, save$lambda$lambda",
			"save$default, save$default", "$anonfun$main$1, $anonfun$main", "save2, save2", "save$2nd, save$2nd",
			"save$original$x7Kd93aP, save", "save$original$x7Kd93aP$accessor$Q1w2e3r4, save", "retry-3, retry-3",
			"save_aroundBody0, save_aroundBody", "save_aroundBody1$advice, save_aroundBody",
			"save$validate, save$validate" })
	void methodIsNamedAsWrittenWithoutTheNumbersOfTheCompiler(String name, String written) {
		assertThat(FrameNames.method(name)).isEqualTo(written);
	}

	@ParameterizedTest
	@CsvSource({ "com.acme.Scripted/0x0000000800c03000, com.acme.Scripted" })
	void hiddenClassLosesItsAddress(String name, String written) {
		assertThat(FrameNames.type(name)).isEqualTo(written);
	}

}
