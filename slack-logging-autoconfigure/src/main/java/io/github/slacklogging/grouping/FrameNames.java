package io.github.slacklogging.grouping;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names of classes and methods as they were written, whatever compilers, proxies and JDKs
 * made of them. Measured on JDK 17 and 25: lambda classes are {@code A$$Lambda$1/0x…} and
 * {@code A$$Lambda/0x…}, nested lambdas are numbered differently, and CGLIB's and Byte
 * Buddy's names carry a random part. Pure functions.
 */
final class FrameNames {

	/** What was written ends where one of these begins. */
	private static final List<String> GENERATED_CLASS = List.of("$$SpringCGLIB$$", "$$FastClass", "$$EnhancerBy",
			"$$Lambda", "LambdaForm$", "$ByteBuddy$", "$HibernateProxy", "$HibernateBasicProxy",
			"$HibernateAccessOptimizer", "$HibernateInstantiator", "$MockitoMock$", "$$_javassist", "_$$_jvst",
			"$Proxy$_$$_Weld", "$AjcClosure");

	private static final List<String> GENERATED_ACCESSOR = List.of("GeneratedMethodAccessor",
			"GeneratedConstructorAccessor", "GeneratedSerializationConstructorAccessor");

	/** Byte Buddy moves what was written to {@code save$original$x7Kd93aP}. */
	private static final List<String> MOVED_METHOD = List.of("$original$", "$accessor$");

	/**
	 * Anonymous and local classes are numbered in order of appearance, functions of
	 * Clojure in order of their compilation.
	 */
	private static final Pattern CLASS_NUMBER = Pattern.compile("(?<=\\$)\\d++|(?<=\\$fn)__\\d++");

	/**
	 * {@code lambda$save$3} of javac, {@code save$lambda-3} and {@code …$3} of kotlinc,
	 * {@code save_aroundBody0} of AspectJ.
	 */
	private static final Pattern METHOD_NUMBER = Pattern
		.compile("\\$\\d++(?=\\$|$)|(?<=lambda)-\\d++|(?<=_aroundBody)\\d++(?:\\$advice)?");

	private static final Pattern SYNTHETIC_ACCESS = Pattern.compile("access\\$\\d++");

	private FrameNames() {
	}

	/** Whether nobody wrote this class. */
	static boolean isGenerated(String type) {
		return firstOf(GENERATED_CLASS, type) >= 0 || isJdkProxy(type) || firstOf(GENERATED_ACCESSOR, type) >= 0;
	}

	private static boolean isJdkProxy(String type) {
		int digits = type.lastIndexOf('.') + 1 + "$Proxy".length();
		return type.startsWith("$Proxy", type.lastIndexOf('.') + 1) && digits < type.length()
				&& type.chars().skip(digits).allMatch(Character::isDigit);
	}

	/** The class without what was generated; an anonymous class without its number. */
	static String type(String name) {
		String written = cut(name, firstOf(GENERATED_CLASS, name));
		// the name of a hidden class ends in /0x… (java.lang.Class#getName)
		return CLASS_NUMBER.matcher(cut(written, written.indexOf('/'))).replaceAll("");
	}

	/** The method without the numbers that compilers add. */
	static String method(String name) {
		if (SYNTHETIC_ACCESS.matcher(name).matches()) {
			return "access$";
		}
		return METHOD_NUMBER.matcher(cut(name, firstOf(MOVED_METHOD, name))).replaceAll("");
	}

	private static String cut(String name, int end) {
		return (end > 0) ? name.substring(0, end) : name;
	}

	private static int firstOf(List<String> markers, String name) {
		int first = -1;
		for (String marker : markers) {
			int at = name.indexOf(marker);
			first = (at >= 0 && (first < 0 || at < first)) ? at : first;
		}
		return first;
	}

}
