package io.github.slacklogging.it.documents;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML without namespaces, and only what is on this machine. */
final class XmlFiles {

	private XmlFiles() {
	}

	static Document parse(Path file) {
		try {
			return parse(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Document parse(String text) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The element itself, if it has the name, and all below. */
	static List<Element> elements(Node node, String tag) {
		List<Element> found = new ArrayList<>();
		if (node instanceof Element element && element.getTagName().equals(tag)) {
			found.add(element);
		}
		NodeList children = node.getChildNodes();
		for (int i = 0; i < children.getLength(); i++) {
			found.addAll(elements(children.item(i), tag));
		}
		return found;
	}

	static Optional<String> child(Element element, String tag) {
		NodeList children = element.getChildNodes();
		for (int i = 0; i < children.getLength(); i++) {
			if (children.item(i) instanceof Element child && child.getTagName().equals(tag)) {
				return Optional.of(child.getTextContent().strip());
			}
		}
		return Optional.empty();
	}

}
