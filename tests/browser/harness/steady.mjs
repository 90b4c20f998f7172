// How often something is as large as something else, when a busy machine blurs both: the two are
// measured in turn, and each pair gives one ratio.
//
// Of the logarithms of the ratios, a fifth at each end is left out, because now and then something
// else takes the processor. What remains gives the value (its mean) and the 95 % interval: Student's
// t with the deviation of the winsorised sample (Yuen 1974; Wilcox, Introduction to Robust
// Estimation, 4.3).

const TRIMMED = 0.2;

/** An interval is steady within this part of its value, on both sides. */
const NEAR = 0.05;

/** Fewer tell nothing about how much they differ. */
const FEWEST = 7;

/** The value of many numbers above 0, with its interval: `{ value, low, high, steady }`. */
export function estimate(numbers) {
  const sorted = numbers.map(Math.log).sort((a, b) => a - b);
  const cut = Math.floor(sorted.length * TRIMMED);
  const kept = sorted.slice(cut, sorted.length - cut);
  const centre = mean(kept);
  const most = kept.length - 1;
  if (sorted.length < FEWEST) return { value: Math.exp(centre), low: 0, high: Infinity, steady: false };
  const winsorised = sorted.map(one => Math.min(Math.max(one, kept[0]), kept[most]));
  const error = deviation(winsorised) / ((1 - 2 * TRIMMED) * Math.sqrt(sorted.length));
  const half = quantile(most) * error;
  const [value, low, high] = [centre, centre - half, centre + half].map(Math.exp);
  return { value, low, high, steady: high / value - 1 <= NEAR && 1 - low / value <= NEAR };
}

/** The same for pairs `[one, other]`: how many times the other one is. */
export const ratio = pairs => estimate(pairs.map(([one, other]) => one / other));

const mean = numbers => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function deviation(numbers) {
  const centre = mean(numbers);
  return Math.sqrt(numbers.reduce((sum, one) => sum + (one - centre) ** 2, 0) / (numbers.length - 1));
}

/** Student's t for 95 % in the middle (Abramowitz and Stegun 26.7.5; right to 0.01 from 4 degrees on). */
export function quantile(degrees) {
  const z = 1.959964;
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return z
    + (z3 + z) / (4 * degrees)
    + (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2)
    + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3);
}
