package io.quantkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles and runs. */
class ReadmeTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static List<String> blocks(String language) throws IOException {
    Matcher matcher =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(ROOT.resolve("README.md")));
    List<String> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(matcher.group(1));
    }
    return blocks;
  }

  /** The imports of the JShell script, which the README's programs assume. */
  private static String imports() throws IOException {
    StringBuilder imports = new StringBuilder();
    for (String line : Files.readAllLines(ROOT.resolve("examples/jshell/quantkit.jsh"))) {
      if (line.startsWith("import ")) {
        imports.append(line).append('\n');
      }
    }
    return imports.toString();
  }

  private static void run(Path folder, String name, String body) throws Exception {
    String source =
        imports()
            + "public class "
            + name
            + " { public static void run() throws Exception {\n"
            + body.replace("examples/src", ROOT.resolve("examples/src").toString())
            + "}}";
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    boolean compiled = compiler.getTask(messages, null, null, options, null, List.of(file)).call();
    assertThat(compiled).as(messages.toString()).isTrue();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      loader.setDefaultAssertionStatus(true);
      loader.loadClass(name).getMethod("run").invoke(null);
    }
  }

  @Test
  void theFirstTwoBlocksAreTheCommands() throws IOException {
    assertThat(blocks("").get(0)).isEqualTo("mvn -q package -Dexample=MultiFactor\n");
    assertThat(blocks("").get(1)).isEqualTo("mvn -B verify\n");
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("\nmvn -B verify\n");
  }

  @Test
  void theProgramRuns(@TempDir Path folder) throws Exception {
    PrintStream standard = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      run(folder, "Program", blocks("java").get(0));
    } finally {
      System.setOut(standard);
    }
    assertThat(Double.parseDouble(printed.toString(StandardCharsets.UTF_8))).isBetween(0.0, 0.1);
  }

  @Test
  void theUnitTestPasses(@TempDir Path folder) throws Exception {
    String given =
        "Symbol spx = Symbol.of(\"SPX\");\n"
            + "Universe universe = Universe.of(Instrument.equity(\"SPX\"));\n"
            + "IndicatorKernel fast = new Sma(2).kernel();\n"
            + "IndicatorKernel slow = new Sma(3).kernel();\n"
            + "Strategy strategy = (context, bars) -> {\n"
            + "  if (fast.update(bars.close(0)) > slow.update(bars.close(0)))"
            + " context.buy(spx, Decimal.ONE); };\n";

    run(folder, "UnitTest", given + blocks("java").get(1));
  }
}
