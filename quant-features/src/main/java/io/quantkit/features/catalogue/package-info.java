/**
 * The list of all recipes of this module, with usual parameters: {@link
 * io.quantkit.features.catalogue.FeatureCatalogue}. Immutable, safe to share between threads.
 *
 * <pre>{@code
 * for (Feature feature : FeatureCatalogue.features()) {
 *   new LookAheadCheck(1).check(feature, bars).assertClean();
 * }
 * }</pre>
 */
@NullMarked
package io.quantkit.features.catalogue;

import org.jspecify.annotations.NullMarked;
