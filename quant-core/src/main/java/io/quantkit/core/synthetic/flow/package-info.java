/** placeholder */
@NullMarked
package io.quantkit.core.synthetic.flow;

import org.jspecify.annotations.NullMarked;
