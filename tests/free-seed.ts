import fc from 'fast-check';

/**
 * The seed of all property tests. It is the same in every run, so that a test which passes on one machine passes on the next;
 * `STUDYPACK_SEED=any npm test` tries cases that nobody has seen yet, and a number repeats a run.
 */
const FIXED_SEED = 20261129;
const asked = process.env['STUDYPACK_SEED'];

if (asked !== 'any') fc.configureGlobal({ seed: asked === undefined ? FIXED_SEED : Number(asked) });
