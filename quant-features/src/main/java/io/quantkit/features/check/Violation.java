package io.quantkit.features.check;

/**
 * One number that breaks a law.
 *
 * @param subject what was checked
 * @param law what it breaks, in words
 * @param cut the bar after which something was changed, -1 if nothing was
 * @param bar the bar at which the number is
 * @param output the position of the output
 * @param expected the number by the law
 * @param actual the number found
 */
public record Violation(
    String subject, String law, int cut, int bar, int output, double expected, double actual) {

  @Override
  public String toString() {
    return subject
        + ": "
        + law
        + (cut < 0 ? "" : " (cut after bar " + cut + ")")
        + " at bar "
        + bar
        + ", output "
        + output
        + ": expected "
        + expected
        + ", was "
        + actual;
  }
}
