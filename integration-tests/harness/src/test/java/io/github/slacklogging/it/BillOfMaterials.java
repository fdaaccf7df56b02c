package io.github.slacklogging.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What an artifact brings along, by its CycloneDX document. Immutable.
 *
 * @param libraries sorted by name; our own artifacts are left out
 */
record BillOfMaterials(List<Library> libraries) {

	private static final String OWN_GROUP = "io.github.slacklogging";

	private static final XPath XPATH = XPathFactory.newInstance().newXPath();

	private static final Path FILE = Path.of("..", "..", "slack-logging-spring-boot-starter", "target", "bom.xml");

	static boolean isWritten() {
		return Files.exists(FILE);
	}

	static BillOfMaterials ofStarter() throws Exception {
		Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(FILE.toFile());
		List<Library> libraries = new ArrayList<>();
		for (Node component : nodes("/bom/components/component", document)) {
			libraries.add(Library.of(component));
		}
		return new BillOfMaterials(libraries.stream()
			.filter((library) -> !library.group().equals(OWN_GROUP))
			.sorted(Comparator.comparing(Library::toString))
			.toList());
	}

	private static List<Node> nodes(String path, Node from) throws Exception {
		NodeList found = (NodeList) XPATH.evaluate(path, from, XPathConstants.NODESET);
		List<Node> nodes = new ArrayList<>();
		for (int i = 0; i < found.getLength(); i++) {
			nodes.add(found.item(i));
		}
		return nodes;
	}

	/**
	 * One library.
	 *
	 * @param licences to choose from, as the library's own POM names them
	 */
	record Library(String group, String name, List<String> licences) {

		private static Library of(Node component) throws Exception {
			List<String> licences = new ArrayList<>();
			for (Node licence : nodes("licenses/license/id | licenses/license/name | licenses/expression", component)) {
				licences.add(licence.getTextContent());
			}
			return new Library(XPATH.evaluate("group", component), XPATH.evaluate("name", component), licences);
		}

		@Override
		public String toString() {
			return this.group + ":" + this.name + " " + String.join(" or ", this.licences);
		}

	}

}
