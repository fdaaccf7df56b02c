package io.github.slacklogging.grouping;

import java.util.List;

/**
 * Names of classes and methods as they were written, whatever compilers, proxies and JDKs
 * made of them. Measured on JDK 17 and 25: lambda classes are {@code A$$Lambda$1/0x…} and
 * {@code A$$Lambda/0x…}, nested lambdas are numbered differently, and CGLIB's and Byte
 * Buddy's names carry a random part.
 */
final class FrameNames {

	private static final List<String> GENERATED_CLASS = List.of("$$SpringCGLIB$$", "$$FastClass", "$$EnhancerBy",
			"$$Lambda", "LambdaForm$", "$ByteBuddy$", "$HibernateProxy$", "$$_javassist");

	private static final List<String> GENERATED_ACCESSOR = List.of("GeneratedMethodAccessor",
			"GeneratedConstructorAccessor", "GeneratedSerializationConstructorAccessor");

	private FrameNames() {
	}

	static boolean isGenerated(StackTraceElement frame) {
		String type = frame.getClassName();
		return "<generated>".equals(frame.getFileName()) || firstMarker(type) >= 0 || isJdkProxy(type)
				|| GENERATED_ACCESSOR.stream().anyMatch(type::contains);
	}

	private static boolean isJdkProxy(String type) {
		int simple = type.lastIndexOf('.') + 1;
		return type.startsWith("$Proxy", simple) && endsInDigits(type, simple + "$Proxy".length());
	}

	/** The class without what was generated; an anonymous class without its number. */
	static String type(String name) {
		int marker = firstMarker(name);
		String written = (marker > 0) ? name.substring(0, marker) : name;
		int dollar = written.lastIndexOf('$');
		return (dollar >= 0 && endsInDigits(written, dollar + 1)) ? written.substring(0, dollar + 1) : written;
	}

	/** The method without the numbers that compilers add. */
	static String method(String name) {
		int dollar = name.lastIndexOf('$');
		while (dollar > 0 && endsInDigits(name, dollar + 1)) {
			name = name.substring(0, dollar);
			dollar = name.lastIndexOf('$');
		}
		return name;
	}

	private static int firstMarker(String type) {
		int first = -1;
		for (String marker : GENERATED_CLASS) {
			int at = type.indexOf(marker);
			first = (at >= 0 && (first < 0 || at < first)) ? at : first;
		}
		return first;
	}

	private static boolean endsInDigits(String name, int from) {
		if (from >= name.length()) {
			return false;
		}
		for (int i = from; i < name.length(); i++) {
			if (!Character.isDigit(name.charAt(i))) {
				return false;
			}
		}
		return true;
	}

}
