// The arithmetic of the bench.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { estimate, quantile, ratio } from './harness/steady.mjs';

const near = (one, other, by = 1e-6) => assert.ok(Math.abs(one - other) < by, `${one} is not near ${other}`);

describe('steady', () => {
  it('gives the quantiles of Student’s table', () => {
    for (const [degrees, value] of [[4, 2.776], [9, 2.262], [30, 2.042], [1000, 1.962]]) near(quantile(degrees), value, 0.01);
  });

  it('compares each measurement with the one beside it, so that a machine that gets slower changes nothing', () => {
    const slower = [1, 1.5, 2, 3, 5, 8, 13, 21, 34, 55];
    const { value, steady } = ratio(slower.map(by => [3 * by, 2 * by]));
    near(value, 1.5);
    assert.ok(steady);
  });

  it('takes two hiccups in ten for hiccups, and half the measurements for the truth', () => {
    near(estimate([2, 2, 2, 2, 2, 2, 2, 2, 40, 900]).value, 2);
    const { value, steady } = estimate([2, 2, 2, 2, 2, 3, 3, 3, 3, 3]);
    assert.ok(value > 2.3 && value < 2.6);
    assert.ok(!steady, 'an interval as wide as the difference');
  });

  it('calls nothing steady that was measured less than seven times', () => {
    assert.ok(!estimate([1, 1, 1, 1, 1, 1]).steady);
    assert.ok(estimate([1, 1, 1, 1, 1, 1, 1]).steady);
  });

  it('knows the interval of a sample that was worked out by hand', () => {
    // Ten logarithms 0, .01 … .09: kept .02 to .07, mean .045, winsorised deviation .021731.
    const { value, low, high } = estimate(Array.from({ length: 10 }, (_, at) => Math.exp(at / 100)));
    near(Math.log(value), 0.045);
    const half = 2.5706 * 0.0217307 / (0.6 * Math.sqrt(10));
    near(Math.log(high), 0.045 + half, 2e-4);
    near(Math.log(low), 0.045 - half, 2e-4);
  });
});
