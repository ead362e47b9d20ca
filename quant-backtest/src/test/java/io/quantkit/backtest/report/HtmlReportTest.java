package io.quantkit.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

  @Test
  void isWellFormedXml() throws Exception {
    assertThat(parse(HtmlReport.render(Sheets.full(240))).getDocumentElement().getTagName())
        .isEqualTo("html");
  }

  @Test
  void referencesNothingOutsideItself() throws Exception {
    String html = HtmlReport.render(Sheets.full(240));

    assertThat(html).doesNotContain("http://", "https://", "//", "url(", "@import", "src=");
    Document page = parse(html);
    for (String forbidden : List.of("script", "link", "img", "iframe", "object", "base", "form")) {
      assertThat(page.getElementsByTagName(forbidden).getLength()).as(forbidden).isZero();
    }
    for (Element anchor : elements(page, "a")) {
      assertThat(anchor.getAttribute("href")).startsWith("#");
    }
    assertThat(html).contains("default-src &#39;none&#39;");
  }

  @Test
  void everyFootnoteHasItsTarget() throws Exception {
    Document page = parse(HtmlReport.render(Sheets.full(60)));
    List<String> ids = new ArrayList<>();
    elements(page, "*").forEach(e -> ids.add(e.getAttribute("id")));
    ids.removeIf(String::isEmpty);

    assertThat(ids).doesNotHaveDuplicates();
    for (Element anchor : elements(page, "a")) {
      assertThat(ids).contains(anchor.getAttribute("href").substring(1));
    }
  }

  @Test
  void hostileTextStaysText() throws Exception {
    String html = HtmlReport.render(Sheets.hostile());

    Document page = parse(html);
    assertThat(html).doesNotContain("<script", "<b>");
    assertThat(elements(page, "*"))
        .noneMatch(e -> e.hasAttribute("onload") || e.hasAttribute("onclick"));
    assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
        .isEqualTo(Sheets.HOSTILE.replace('\u0001', '\ufffd').replace('\ud800', '\ufffd'));
  }

  @Test
  void bytesDoNotDependOnLocaleOrTimeZone() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    String before = HtmlReport.render(Sheets.full(240));
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
      assertThat(HtmlReport.render(Sheets.full(240))).isEqualTo(before);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 37})
  void shortHistoriesRender(int periods) throws Exception {
    String html = HtmlReport.render(Sheets.full(periods));

    parse(html);
    assertThat(html).doesNotContain("NaN", "Infinity", "\u221e");
  }

  @Test
  void barestSheetRenders() throws Exception {
    TearSheet sheet = TearSheet.builder("Bare", Sheets.months(30), 12, Sheets.walk(30, 1)).build();

    Document page = parse(HtmlReport.render(sheet));

    List<String> sections = new ArrayList<>();
    elements(page, "section").forEach(s -> sections.add(s.getAttribute("id")));
    assertThat(sections).containsExactly("performance", "calendar", "risk", "conventions");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, 0, 1, -1, Double.POSITIVE_INFINITY, 1e300, 1e-300})
  void constantNumbersRender(double value) throws Exception {
    double[] same = Sheets.filled(48, value);
    long[] times = Sheets.months(48);
    TearSheet sheet =
        TearSheet.builder("Constant", times, 12, same)
            .benchmark("Also", same)
            .exposure(same, same, same)
            .turnover(same)
            .cost("Commission", same)
            .informationCoefficient(
                InformationCoefficient.copyOf(
                    "IC", times, same, new IcSummary(0, value, value, value, value)))
            .quantileReturns(QuantileReturns.copyOf("Q", new double[] {value, value}))
            .importance("f", value)
            .measure("Strategy", new Measure("G", "M", value, Unit.MONEY, ""))
            .logScale()
            .build();

    String html = HtmlReport.render(sheet);

    parse(html);
    assertThat(html).doesNotContain("NaN", "Infinity");
    for (Element path : elements(parse(html), "path")) {
      assertThat(path.getAttribute("d")).doesNotContain("n/a", "\u221e", "e");
    }
  }

  @Test
  void everyChartIsDescribedInWords() throws Exception {
    Document page = parse(HtmlReport.render(Sheets.full(240)));

    for (Element svg : elements(page, "svg")) {
      if (!svg.getAttribute("aria-hidden").equals("true")) {
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-label")).isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 13, 37, 120, 396})
  void labelsOfAnAxisDoNotOverlap(int periods) throws Exception {
    for (Element svg : elements(parse(HtmlReport.render(Sheets.full(periods))), "svg")) {
      double end = Double.NEGATIVE_INFINITY;
      double above = Double.POSITIVE_INFINITY;
      for (Element text : elements(svg, "text")) {
        double x = Double.parseDouble(text.getAttribute("x"));
        double half = 3.5 * text.getTextContent().length();
        if (text.getAttribute("class").equals("xl")) {
          assertThat(x - half).isGreaterThan(end);
          end = x + half;
        } else {
          double y = Double.parseDouble(text.getAttribute("y"));
          assertThat(x - 2 * half).isGreaterThanOrEqualTo(0);
          assertThat(above - y).isGreaterThan(14);
          above = y;
        }
      }
    }
  }

  @Test
  void longHistoriesKeepTheirExtremesButNotEveryPoint() {
    int n = 200_000;
    long[] times = new long[n];
    for (int i = 0; i < n; i++) {
      times[i] = i * 60_000_000_000L;
    }
    double[] equity = Sheets.filled(n, 100);
    equity[123_456] = 250;
    TearSheet sheet = TearSheet.builder("Minutes", times, 98_280, equity).build();

    String html = HtmlReport.render(sheet);

    assertThat(html).hasSizeLessThan(600_000).contains("\u221260.0%");
  }

  @Test
  void showsTheCautionsAboveTheNumbers() {
    String html = HtmlReport.render(Sheets.full(60));

    assertThat(html.indexOf("Eight survivors are no evidence of skill"))
        .isPositive()
        .isLessThan(html.indexOf("class=\"tiles\""));
  }

  @Test
  void replacesAFileAndLeavesNothingBeside(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("new").resolve("report.html");
    TearSheet sheet = Sheets.full(30);

    HtmlReport.write(sheet, file);
    HtmlReport.write(sheet, file);

    assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(HtmlReport.render(sheet));
    try (var beside = Files.list(file.getParent())) {
      assertThat(beside).containsExactly(file);
    }
  }

  @Test
  void inputArraysAreNotKept() {
    double[] equity = Sheets.walk(30, 1);
    TearSheet sheet = TearSheet.builder("Copy", Sheets.months(30), 12, equity).build();
    String before = HtmlReport.render(sheet);

    Arrays.fill(equity, 7);

    assertThat(HtmlReport.render(sheet)).isEqualTo(before);
  }

  private static Document parse(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
  }

  private static List<Element> elements(Document page, String tag) {
    return elements(page.getDocumentElement(), tag);
  }

  private static List<Element> elements(Element root, String tag) {
    NodeList nodes = root.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
