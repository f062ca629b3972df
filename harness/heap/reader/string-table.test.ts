import { expect, test } from 'vitest';
import { StringSection } from './string-section.ts';
import { StringTable } from './string-table.ts';

/** A table of these strings, as their JSON was written. */
function tableOf(json: string, room = 1): StringTable {
  const table = new StringTable(room);
  const bytes = Buffer.from(json);
  const section = new StringSection(table);
  for (let position = 0; position < bytes.length; ) position = section.consume(bytes, position);
  expect(section.done).toBe(true);
  return table;
}

const ODD = ['', 'a', 'aa', 'say "a"', 'back\\', '\\', '"', 'Größe', 'line\nbreak', '😀 smile', 'tab\there', 'ÿÿ'];

test('strings are counted and found by their text, whatever is in them', () => {
  for (const json of [JSON.stringify(ODD), escapedLikeV8(JSON.stringify(ODD)), JSON.stringify(ODD, null, 2)]) {
    const table = tableOf(json);
    expect(table.count).toBe(ODD.length);
    expect(ODD.map((_, index) => table.get(index))).toEqual(ODD);
    expect(ODD.map((text) => table.indexOf(text))).toEqual(ODD.map((_, index) => index));
    // What is remembered is the same.
    expect(ODD.map((text) => table.indexOf(text))).toEqual(ODD.map((_, index) => index));
    expect(['b', 'aaa', 'say', 'ö', '\n', '😀', '\\\\'].map((text) => table.indexOf(text))).toEqual(Array(7).fill(-1));
  }
});

test('the first of two equal strings is found, and none in an empty table', () => {
  expect(tableOf('["x","y","y"]').indexOf('y')).toBe(1);
  expect(tableOf('[]').indexOf('y')).toBe(-1);
  expect(tableOf('[ ]').indexOf('ö')).toBe(-1);
});

test('strings that contain a text are found, also by what lies in the middle', () => {
  const table = tableOf('["one","two one","three","one one"]');
  expect(new Set(table.containing('one'))).toEqual(new Set([0, 1, 3]));
  expect([...table.containing('four')]).toEqual([]);
});

test('hashes are those of the text, apart for different texts', () => {
  const words = Array.from({ length: 5000 }, (_, at) => `word ${'x'.repeat(at % 7)}${at}`);
  const [table, other] = [tableOf(JSON.stringify(words)), tableOf(JSON.stringify(words.toReversed()))];
  const hashes = words.map((_, index) => table.hashOf(index));
  expect(words.map((_, index) => other.hashOf(words.length - 1 - index))).toEqual(hashes);
  expect(new Set(hashes).size).toBe(words.length);
  expect(hashes.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32)).toBe(true);
  expect(hashes.some((hash) => hash >= 2 ** 31)).toBe(true);
});

test('hashes leave out the ids by which V8 names the pairs of a WeakMap, and nothing else', () => {
  const pair = (id: number, name = 'Tenant') =>
    `${id} / part of key (Map @${id + 1}) -> value (${name} @${id + 2}) pair in WeakMap (table @${id + 3})`;
  const texts = [
    pair(7),
    pair(123_456),
    pair(7, 'Session'),
    '7',
    '8',
    'a7',
    'a8',
    'mail@x7',
    'mail@x8',
    'a\\',
    'a\\\\',
    'a"b',
    'a"c',
  ];
  const table = tableOf(JSON.stringify(texts));
  const [one, same, ...others] = texts.map((_, index) => table.hashOf(index));
  expect(same).toBe(one);
  expect(new Set([one, ...others]).size).toBe(texts.length - 1);
});

/** All beyond ASCII as V8 writes it. */
function escapedLikeV8(json: string): string {
  return json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
}
