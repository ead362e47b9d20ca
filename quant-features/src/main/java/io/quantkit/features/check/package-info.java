/**
 * Checks that hold features, factors and any other function of bars to the laws: {@link
 * io.quantkit.features.check.LookAheadCheck} (no output depends on later data), {@link
 * io.quantkit.features.check.ParityCheck} (batch equals stream to the bit, also from a snapshot)
 * and {@link io.quantkit.features.check.WarmupCheck} (the warm-up is exact, a gap starts again, a
 * restart settles as promised).
 *
 * <p>Meant for tests of your own features as much as for ours. A check returns a {@link
 * io.quantkit.features.check.CheckReport}, a value; its {@code assertClean} throws. Checks are
 * deterministic: what they invent comes from the seed. They are immutable and thread-safe.
 *
 * <pre>{@code
 * new LookAheadCheck(1).check(new Rsi(14), SampleBars.walk(300, 7)).assertClean();
 * new LookAheadCheck(1).check("my study", bars, series -> myStudy(series)).assertClean();
 * }</pre>
 */
@NullMarked
package io.quantkit.features.check;

import org.jspecify.annotations.NullMarked;
