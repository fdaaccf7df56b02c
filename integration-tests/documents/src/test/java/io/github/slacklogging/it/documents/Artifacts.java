package io.github.slacklogging.it.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import org.springframework.boot.SpringBootVersion;

/**
 * What can be had from Maven: our modules, and what Boot manages. Immutable.
 *
 * @param versions by group and artifact; empty where Boot gives the version
 */
record Artifacts(Map<String, String> versions) {

	private static final List<String> MODULES = List.of("slack-logging-spring-boot-starter",
			"slack-logging-autoconfigure", "slack-logging-inbox");

	static Artifacts known() {
		Map<String, String> versions = new HashMap<>();
		addManaged(pom("org.springframework.boot", "spring-boot-dependencies", SpringBootVersion.getVersion()),
				versions);
		versions.put("org.springframework.boot:spring-boot-starter-parent", "");
		for (String module : MODULES) {
			Document pom = XmlFiles.parse(Pages.ROOT.resolve(module).resolve("pom.xml"));
			String version = XmlFiles.elements(pom, "version").get(0).getTextContent();
			versions.put("io.github.slacklogging:" + module, version);
		}
		return new Artifacts(versions);
	}

	/** What a list of versions manages, and the lists that it takes over. */
	private static void addManaged(Path file, Map<String, String> versions) {
		Document bom = XmlFiles.parse(file);
		XmlFiles.elements(bom, "plugin").forEach((plugin) -> versions.put(name(plugin), ""));
		for (Element element : XmlFiles.elements(bom, "dependency")) {
			versions.put(name(element), "");
			if (XmlFiles.child(element, "scope").orElse("").equals("import")) {
				Path imported = imported(bom, element);
				if (Files.exists(imported)) {
					addManaged(imported, versions);
				}
			}
		}
	}

	private static Path imported(Document bom, Element element) {
		String version = XmlFiles.child(element, "version").orElseThrow();
		if (version.startsWith("${")) {
			String property = version.substring(2, version.length() - 1);
			version = XmlFiles.elements(bom, property).get(0).getTextContent();
		}
		return pom(XmlFiles.child(element, "groupId").orElseThrow(),
				XmlFiles.child(element, "artifactId").orElseThrow(), version);
	}

	/** In the repository that Maven built this from. */
	private static Path pom(String group, String artifact, String version) {
		return Path.of(System.getProperty("documents.repository"), group.split("\\."))
			.resolve(Path.of(artifact, version, artifact + "-" + version + ".pom"));
	}

	/**
	 * What is wrong with all that is named in a part of a {@code pom.xml}.
	 */
	List<String> problems(Node pom) {
		List<String> problems = new ArrayList<>();
		for (String tag : List.of("dependency", "plugin", "parent", "exclusion")) {
			for (Element element : XmlFiles.elements(pom, tag)) {
				String name = name(element);
				problem(name, XmlFiles.child(element, "version").orElse("")).ifPresent(problems::add);
			}
		}
		return problems;
	}

	/**
	 * What is wrong with one.
	 * @param name group and artifact
	 * @param version empty for none
	 */
	Optional<String> problem(String name, String version) {
		String known = this.versions.get(name);
		if (known == null) {
			return Optional.of("nobody knows " + name);
		}
		if (known.isEmpty() || version.startsWith("$") || version.equals(known)) {
			return Optional.empty();
		}
		return Optional.of(name + " has the version " + known + ", not '" + version + "'");
	}

	/** Plugins of Maven itself need no group. */
	private static String name(Element element) {
		return XmlFiles.child(element, "groupId").orElse("org.apache.maven.plugins") + ":"
				+ XmlFiles.child(element, "artifactId").orElse("?");
	}

}
