package io.github.slacklogging.it.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.util.JavacTask;

/**
 * Java as it stands in a page: whole files as they are, and parts of a class or of a
 * method with the imports and the surroundings that a page leaves out.
 */
final class JavaExample {

	/** What an editor would import by itself. A whole file imports for itself. */
	private static final String IMPORTS = """
			import io.github.slacklogging.*;
			import io.github.slacklogging.inbox.*;
			import io.github.slacklogging.inbox.test.*;
			import io.github.slacklogging.it.documents.example.*;
			import io.github.slacklogging.job.*;
			import java.io.*;
			import java.math.BigDecimal;
			import java.net.URI;
			import java.nio.file.*;
			import java.time.*;
			import java.util.*;
			import java.util.concurrent.*;
			import java.util.function.*;
			import java.util.stream.*;
			import org.junit.jupiter.api.AfterEach;
			import org.junit.jupiter.api.BeforeAll;
			import org.junit.jupiter.api.BeforeEach;
			import org.junit.jupiter.api.Test;
			import org.slf4j.*;
			import org.springframework.beans.factory.annotation.Autowired;
			import org.springframework.boot.*;
			import org.springframework.boot.autoconfigure.*;
			import org.springframework.boot.test.context.*;
			import org.springframework.context.annotation.*;
			import org.springframework.core.annotation.*;
			import org.springframework.http.*;
			import org.springframework.scheduling.annotation.*;
			import org.springframework.stereotype.*;
			import org.springframework.test.context.*;
			import org.springframework.web.bind.annotation.*;
			import static org.assertj.core.api.Assertions.assertThat;
			import static io.github.slacklogging.inbox.test.MessageColor.*;
			import static io.github.slacklogging.inbox.test.SlackInboxAssertions.assertThat;
			import static io.github.slacklogging.inbox.test.SlackInboxAssertions.message;
			import static io.github.slacklogging.it.documents.example.Cast.log;
			""".replace("\n", " ");

	private static final Pattern WHOLE_FILE = Pattern
		.compile("(?s)^package ([\\w.]+);.*?\n(?:public )?(?:final )?(?:class|record|interface|enum) (\\w+)");

	/** In this order: what is a member is also a statement, if it is a local class. */
	private static final List<UnaryOperator<String>> SURROUNDINGS = List.of(
			(text) -> text.matches("(?s).*^(package|import) .*") ? text : IMPORTS + text,
			(text) -> IMPORTS + "class Example extends Cast { " + text + "\n}",
			(text) -> IMPORTS + "class Example extends Cast { void example() throws Throwable { " + text + "\n} }");

	private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

	private final Path folder;

	private final List<Snippet> others;

	/**
	 * A check.
	 * @param folder for what the compiler writes
	 * @param others examples that may be in the same project
	 */
	JavaExample(Path folder, List<Snippet> others) {
		this.folder = folder;
		this.others = others.stream().filter((other) -> other.language().equals("java")).toList();
	}

	/** What the compiler says against it. */
	List<String> problems(Snippet snippet) {
		String whole = SURROUNDINGS.stream()
			.map((surroundings) -> surroundings.apply(snippet.text()))
			.filter((text) -> run(snippet, text, JavacTask::parse).isEmpty())
			.findFirst()
			.orElse(snippet.text());
		return run(snippet, whole, JavacTask::analyze);
	}

	/**
	 * Files that pages show as a whole: one may need another, as in the reader's project.
	 * Where two bear the same name the first one counts.
	 */
	private List<JavaFileObject> beside(String text) {
		Map<String, JavaFileObject> files = new LinkedHashMap<>();
		for (Snippet other : this.others) {
			String type = type(other.text());
			if (!type.isEmpty() && !type.equals(type(text))) {
				files.putIfAbsent(type, new Source(other, other.text()));
			}
		}
		return List.copyOf(files.values());
	}

	/** With its package; empty for what is no whole file. */
	private static String type(String text) {
		Matcher file = WHOLE_FILE.matcher(text);
		return file.find() ? file.group(1) + "." + file.group(2) : "";
	}

	private List<String> run(Snippet snippet, String text, Step step) {
		DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
		List<String> options = List.of("-proc:none", "-parameters", "-d", this.folder.toString(), "-cp",
				System.getProperty("java.class.path"));
		JavaFileManager files = this.compiler.getStandardFileManager(told, Locale.ROOT, null);
		JavaFileObject source = new Source(snippet, text);
		List<JavaFileObject> sources = new ArrayList<>(beside(text));
		sources.add(source);
		JavacTask task = (JavacTask) this.compiler.getTask(null, files, told, options, null, sources);
		try {
			step.run(task);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return told.getDiagnostics()
			.stream()
			.filter((diagnostic) -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
			.filter((diagnostic) -> diagnostic.getSource() == null || isFrom(source, diagnostic.getSource()))
			.map((diagnostic) -> "line " + diagnostic.getLineNumber() + ": " + diagnostic.getMessage(Locale.ROOT))
			.toList();
	}

	/** A compiler may hand out files in a wrapping of its own. */
	private static boolean isFrom(JavaFileObject source, JavaFileObject told) {
		return told.toUri().equals(source.toUri());
	}

	/** As far as it has to go. */
	private interface Step {

		void run(JavacTask task) throws IOException;

	}

	/**
	 * A class may be public, and then its file must bear its name: this one bears all.
	 */
	private static final class Source extends SimpleJavaFileObject {

		private final String text;

		Source(Snippet snippet, String text) {
			super(URI.create("string:///" + snippet.page().name() + "/Example" + snippet.line() + ".java"),
					Kind.SOURCE);
			this.text = text;
		}

		@Override
		public boolean isNameCompatible(String simpleName, Kind kind) {
			return true;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.text;
		}

	}

}
