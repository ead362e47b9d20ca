package io.quantkit.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class HistogramTest {

  @Property(tries = 500)
  void everyValueFallsIntoOneOfAtMost62Bins(
      @ForAll @Size(min = 3, max = 300)
          double @DoubleRange(min = -0.5, max = 0.5) @Scale(6) [] values) {
    Assume.that(Arrays.stream(values).distinct().count() > 1);

    Histogram histogram = Histogram.of(values);

    assertThat(Arrays.stream(histogram.shares()).sum()).isCloseTo(1, within(1e-9));
    assertThat(histogram.shares().length).isBetween(1, 62);
    assertThat(histogram.edges()).hasSize(histogram.shares().length + 1);
  }
}
