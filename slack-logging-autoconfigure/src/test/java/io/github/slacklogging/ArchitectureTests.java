package io.github.slacklogging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.slacklogging.runtime.ProcessRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may import whom, and what the public surface is. The rules are told in
 * {@code docs/architecture.md}.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.slacklogging";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.withImportOption((location) -> !location.contains("slack-logging-inbox"))
		.importPackages(ROOT);

	@ParameterizedTest
	@ValueSource(strings = { "appender", "buffer", "channel", "grouping", "masking", "message", "relay", "spool",
			"credential", "diagnosis", "job", "link", "mvc", "transport" })
	void stageImportsTheRootAndNoOtherFolder(String stage) {
		noClasses().that()
			.resideInAPackage(ROOT + "." + stage + "..")
			.should()
			.dependOnClassesThat(ours().and(resideOutsideOfPackages(ROOT, ROOT + "." + stage + "..")))
			.check(CLASSES);
	}

	@Test
	void rootImportsNothingOfOurs() {
		noClasses().that().resideInAPackage(ROOT).should().dependOnClassesThat(foldersOfOurs()).check(CLASSES);
	}

	@Test
	void nothingImportsAutoconfigure() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".autoconfigure..")
			.check(CLASSES);
	}

	@Test
	void actuateImportsRootAndPipeline() {
		noClasses().that()
			.resideInAPackage(ROOT + ".actuate..")
			.should()
			.dependOnClassesThat(ours().and(resideOutsideOfPackages(ROOT, ROOT + ".actuate..", ROOT + ".pipeline..")))
			.check(CLASSES);
	}

	@Test
	void runtimeImportsRootPipelineAndTheAppenderItAttaches() {
		noClasses().that()
			.resideInAPackage(ROOT + ".runtime..")
			.should()
			.dependOnClassesThat(ours()
				.and(resideOutsideOfPackages(ROOT, ROOT + ".runtime..", ROOT + ".pipeline..", ROOT + ".appender..")))
			.check(CLASSES);
	}

	@Test
	void workerImportsTheRootAndTheBuffer() {
		noClasses().that()
			.resideInAPackage(ROOT + ".worker..")
			.should()
			.dependOnClassesThat(ours().and(resideOutsideOfPackages(ROOT, ROOT + ".worker..", ROOT + ".buffer..")))
			.check(CLASSES);
	}

	@Test
	void slackImportsTheRootAndItsTransport() {
		noClasses().that()
			.resideInAPackage(ROOT + ".slack..")
			.should()
			.dependOnClassesThat(ours().and(resideOutsideOfPackages(ROOT, ROOT + ".slack..", ROOT + ".transport..")))
			.check(CLASSES);
	}

	@Test
	void doctorImportsTheRootAndTheTransport() {
		noClasses().that()
			.resideInAPackage(ROOT + ".doctor..")
			.should()
			.dependOnClassesThat(ours().and(resideOutsideOfPackages(ROOT, ROOT + ".doctor..", ROOT + ".transport..")))
			.check(CLASSES);
	}

	@Test
	void openSearchImportsTheRootItsTransportAndWhatAWorkerNeeds() {
		noClasses().that()
			.resideInAPackage(ROOT + ".opensearch..")
			.should()
			.dependOnClassesThat(ours().and(resideOutsideOfPackages(ROOT, ROOT + ".opensearch..", ROOT + ".transport..",
					ROOT + ".worker..", ROOT + ".buffer..")))
			.allowEmptyShould(true)
			.check(CLASSES);
	}

	@Test
	void structuredImportsTheRootAndTheDoorOfTheRuntime() {
		noClasses().that()
			.resideInAPackage(ROOT + ".structured..")
			.should()
			.dependOnClassesThat(
					ours().and(resideOutsideOfPackages(ROOT, ROOT + ".structured..")).and(not(type(ProcessRun.class))))
			.check(CLASSES);
	}

	@Test
	void foldersHaveNoCycles() {
		slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void librariesStayOnTheirIslands() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT + ".appender..", ROOT + ".runtime..", ROOT + ".structured..")
			.and()
			.haveNameNotMatching(".*\\.spool\\.OwnerOnlyAppender(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("ch.qos.logback..")
			.because("only the appender, the runtime, the structured log and the fallback file's appender may know it")
			.check(CLASSES);
		island("org.springframework.web..", "transport", "mvc").check(CLASSES);
		island("jakarta.servlet..", "mvc").check(CLASSES);
		island("reactor..", "transport").check(CLASSES);
		island("io.micrometer.observation..", "job").check(CLASSES);
		island("io.micrometer.core..", "actuate", "autoconfigure").check(CLASSES);
		island("io.micrometer..", "actuate", "autoconfigure", "job").check(CLASSES);
		island("org.springframework.batch..", "job").check(CLASSES);
		island("org.quartz..", "job").check(CLASSES);
		island("org.springframework.boot.health..", "actuate", "autoconfigure").check(CLASSES);
		island("org.springframework.boot.actuate..", "actuate", "autoconfigure").check(CLASSES);
		island("tools.jackson..", "diagnosis", "doctor", "link", "message", "opensearch", "slack", "spool")
			.check(CLASSES);
		island("io.github.bucket4j..", "relay").check(CLASSES);
		island("io.github.resilience4j..", "relay").check(CLASSES);
		island("org.jctools..", "buffer").check(CLASSES);
		island("org.springframework..", "transport", "mvc", "actuate", "runtime", "structured", "job", "autoconfigure")
			.check(CLASSES);
	}

	@Test
	void loggerNeverLogs() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT + ".appender..", ROOT + ".runtime..", ROOT + ".structured..",
					ROOT + ".diagnosis..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.slf4j..")
			.check(CLASSES);
		noClasses().that()
			// speaks where the appender does not listen
			.doNotHaveFullyQualifiedName(ROOT + ".diagnosis.Voice")
			.should()
			.dependOnClassesThat()
			.haveFullyQualifiedName("org.slf4j.Logger")
			.check(CLASSES);
		noClasses().that()
			// an EnvironmentPostProcessor speaks through Boot's deferred log
			.resideOutsideOfPackage(ROOT + ".autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.apache.commons.logging..")
			.check(CLASSES);
	}

	@Test
	void stagesHaveNoClock() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT + ".autoconfigure..")
			.should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(System.class, "nanoTime")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.orShould()
			.callMethod(Thread.class, "sleep", long.class)
			.check(CLASSES);
	}

	@Test
	void onlyTheHolderKeepsStaticState() {
		fields().that().areStatic().and().doNotHaveName("$assertionsDisabled").should().beFinal().check(CLASSES);
		fields().that()
			.areStatic()
			.should()
			.notHaveRawType(resideInAnyPackage("java.util.concurrent..").or(assignableTo(ThreadLocal.class)))
			.check(CLASSES);
		fields().that()
			.areStatic()
			.and()
			.haveRawType(resideInAPackage(ROOT + ".runtime.."))
			.should()
			.beDeclaredIn(ROOT + ".runtime.RuntimeHolder")
			.check(CLASSES);
	}

	@Test
	void namesAreRoles() {
		for (String banned : List.of("Manager", "Helper", "Util", "Utils", "Impl", "Info", "Data", "Service", "Handler",
				"Processor")) {
			noClasses().that()
				// a Spring port names its implementations
				.doNotImplement("org.springframework.boot.EnvironmentPostProcessor")
				.should()
				.haveSimpleNameEndingWith(banned)
				.check(CLASSES);
		}
		for (String banned : List.of("Abstract", "Base")) {
			noClasses().should().haveSimpleNameStartingWith(banned).check(CLASSES);
		}
	}

	/** A new public type is a promise: add it to the list and say why in the commit. */
	@Test
	void publicTypesAreThoseOfTheGoldenList() throws IOException {
		List<String> actual = CLASSES.stream()
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
			.map(JavaClass::getFullName)
			.sorted()
			.toList();
		assertThat(actual).containsExactlyElementsOf(goldenList());
	}

	private static List<String> goldenList() throws IOException {
		try (InputStream golden = ArchitectureTests.class.getResourceAsStream("/public-types.txt")) {
			if (golden == null) {
				throw new IllegalStateException("public-types.txt is missing");
			}
			return new String(golden.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
	}

	private static ArchRule island(String library, String... folders) {
		String[] homes = Arrays.stream(folders).map((folder) -> ROOT + "." + folder + "..").toArray(String[]::new);
		return noClasses().that()
			.resideOutsideOfPackages(homes)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(library)
			.because("only " + Set.of(folders) + " may know it");
	}

	private static DescribedPredicate<JavaClass> ours() {
		return resideInAPackage(ROOT + "..");
	}

	private static DescribedPredicate<JavaClass> foldersOfOurs() {
		return ours().and(resideOutsideOfPackages(ROOT));
	}

}
