import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EdgeKind } from '../kinds.ts';
import { CASES } from '../testing/random-cases.ts';
import { EdgeColumns } from './edge-columns.ts';
import type { Layout } from './layout.ts';
import { RecordSection } from './record-section.ts';
import type { Section } from './section.ts';
import { StringSection } from './string-section.ts';
import { StringTable } from './string-table.ts';

const NODES = 150_000_000;
const STRIDE = 7;

/** Numbers of every length, which numbers of any size alone would seldom be. */
const number = (most: number) =>
  fc.integer({ min: 0, max: 10 }).chain((digits) => fc.nat(Math.min(most, 10 ** digits)));

/** Node 24 writes no line ends, Node 20 one a record. */
const comma = fc.constantFrom(',', ',', ',', '\n,', ' , ', ',\n');

function read(section: Section, text: string, pieceSize: number): void {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += pieceSize) {
    const piece = bytes.subarray(from, from + pieceSize);
    for (let position = 0; position < piece.length; ) position = section.consume(piece, position);
  }
  expect(section.done).toBe(true);
}

test('numbers of any length, in pieces of any size, read as they were written', () => {
  const edge = fc.record({ name: number(2 ** 32 - 1), target: number(NODES - 1), between: comma, behind: comma });
  const edges = fc.array(edge, { minLength: 1, maxLength: 200, size: 'max' });
  fc.assert(
    fc.property(edges, fc.integer({ min: 1, max: 5000 }), (wanted, pieceSize) => {
      const layout = {
        nodeCount: NODES,
        edgeCount: wanted.length,
        node: { stride: STRIDE },
        edge: { stride: 3, type: 0, name: 1, target: 2 },
        edgeKindOf: Uint8Array.of(EdgeKind.element),
      } as Layout;
      const columns = new EdgeColumns(layout);
      const records = wanted.map(({ name, target, between }) => `0${between}${name},${target * STRIDE}`);
      const text = `[${records.map((record, index) => record + (wanted[index + 1] ? wanted[index].behind : '')).join('')}]`;
      read(new RecordSection('edges', columns), text, pieceSize);
      expect(Array.from(columns.names)).toEqual(wanted.map(({ name }) => name));
      expect(Array.from(columns.targets)).toEqual(wanted.map(({ target }) => target));
    }),
    { numRuns: CASES / 3 },
  );
});

test('strings of any characters, in pieces of any size, read as they were written', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 100 }),
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.constant('x'.repeat(200)),
  );
  const strings = fc.array(fc.record({ text, behind: fc.constantFrom(',\n', ',\n', ',', ' ,') }), {
    minLength: 1,
    maxLength: 100,
    size: 'max',
  });
  fc.assert(
    fc.property(strings, fc.integer({ min: 1, max: 5000 }), (wanted, pieceSize) => {
      const table = new StringTable(1);
      const written = wanted.map(({ text, behind }, index) => JSON.stringify(text) + (wanted[index + 1] ? behind : ''));
      read(new StringSection(table), `[${written.join('')}]`, pieceSize);
      expect(Array.from(wanted, (_, index) => table.get(index))).toEqual(wanted.map(({ text }) => text.toWellFormed()));
    }),
    { numRuns: CASES / 3 },
  );
});
