/** Lanczos' approximation with g = 7 and nine terms: relative errors below 1e-14. */
const g = 7;
const coefficients: readonly [number, ...number[]] = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

function logGamma(x: number): number {
  const at = x - 1;
  const sum = coefficients.slice(1).reduce((total, c, index) => total + c / (at + index + 1), coefficients[0]);
  const t = at + g + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * The regularised lower incomplete gamma function P(a, x): of whole numbers a, the probability of a or more cases where x are
 * expected. By its series below a + 1, else by its continued fraction (Abramowitz and Stegun, 6.5.29 and 6.5.31).
 * @param a above zero. @param x zero or more.
 */
export function incompleteGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const scale = Math.exp(-x + a * Math.log(x) - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let total = term;
    for (let k = a + 1; term > total * Number.EPSILON; k += 1) {
      term *= x / k;
      total += term;
    }
    return scale * total;
  }
  // Lentz's way to work out a continued fraction from its beginning.
  let b = x + 1 - a;
  let c = 1 / Number.MIN_VALUE ** 0.5;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; ; k += 1) {
    const step = -k * (k - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 4 * Number.EPSILON) return 1 - scale * fraction;
  }
}
