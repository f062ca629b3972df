import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, search } from './search.ts';

async function find(count: number, turn: number, broken: ReadonlySet<number> = new Set()) {
  let asked = 0;
  const found = await search(count, async (candidate): Promise<Answer> => {
    asked++;
    if (broken.has(candidate)) return 'unknown';
    return candidate < turn ? 'first' : 'last';
  });
  return { ...found, asked };
}

test('the turn is found wherever it is, in no more than log2 of the candidates', async () => {
  for (let turn = 1; turn < 100; turn++) {
    const { before, after, asked } = await find(100, turn);
    expect([before, after]).toEqual([turn - 1, turn]);
    expect(asked).toBeLessThanOrEqual(7);
  }
});

test('two candidates need no question', async () => {
  expect(await find(2, 1)).toEqual({ before: 0, after: 1, asked: 0 });
});

test('what cannot be told is left out, and the turn lies among what is left out or is exact', async () => {
  const property = fc.asyncProperty(
    fc.integer({ min: 2, max: 60 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        turn: fc.integer({ min: 1, max: count - 1 }),
        broken: fc.uniqueArray(fc.integer({ min: 1, max: Math.max(1, count - 2) })),
      }),
    ),
    async ({ count, turn, broken }) => {
      const unknown = new Set(broken.filter((candidate) => candidate > 0 && candidate < count - 1));
      const { before, after } = await find(count, turn, unknown);
      expect(before).toBeLessThan(turn);
      expect(after).toBeGreaterThanOrEqual(turn);
      for (let between = before + 1; between < after; between++) expect(unknown).toContain(between);
    },
  );
  await fc.assert(property);
});

test('a block of candidates that cannot be told costs few questions', async () => {
  const block = new Set(Array.from({ length: 40 }, (_, i) => 30 + i));
  const { before, after, asked } = await find(100, 80, block);
  expect([before, after]).toEqual([79, 80]);
  expect(asked).toBeLessThanOrEqual(16);
});
