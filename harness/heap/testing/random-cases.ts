/**
 * How many random cases a property is held against: `STEADYHEAP_CASES=100000` for a long search, a few hundred where tests
 * are run for every mutant. 3,000 small graphs take 2 s.
 */
export const CASES = Number(process.env.STEADYHEAP_CASES ?? 3000);
