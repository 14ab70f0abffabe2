import { exact, type Rational } from "../../language/index.ts";

/**
 * The share that a part is of its whole, at the ends of what rounding leaves possible: there a part may pass its whole, or
 * the whole be nothing, and the share is all at most. Null of no numbers.
 */
export function shareAtMost([part, whole]: readonly Rational[]): Rational | null {
  if (!part || !whole) return null;
  return whole.compare(0) <= 0 || part.compare(whole) > 0 ? exact(1) : part.div(whole);
}
