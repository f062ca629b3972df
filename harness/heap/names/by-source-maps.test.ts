import { expect, test } from 'vitest';
import { bySourceMaps } from './sources.ts';

/** Line 1 of the script is line 1 of the source, and line 2, from its third column on, line 5. */
const MAP = {
  version: 3,
  file: 'tenant.js',
  sources: ['../src/tenant.ts'],
  sourcesContent: [],
  names: [],
  sourceRoot: '',
};
const mapOf = (script: string) => (url: string) => (url === script ? { ...MAP, mappings: 'AAAA;EAIA' } : undefined);

test('a place in a compiled script leads to the file and line it was written in', () => {
  const place = bySourceMaps(mapOf('file:///app/dist/tenant.js'));
  expect(place('file:///app/dist/tenant.js', 1, 1)).toEqual({ url: 'file:///app/src/tenant.ts', line: 1 });
  expect(place('file:///app/dist/tenant.js', 2, 3)).toEqual({ url: 'file:///app/src/tenant.ts', line: 5 });
});

const late = (sources: string[]) => bySourceMaps(() => ({ ...MAP, sources, mappings: ';EAIA' }));

test('a place before anything that was written leads to the top of the only source', () => {
  const top = { url: 'file:///app/src/tenant.ts', line: 1 };
  expect(late(['../src/tenant.ts'])('file:///app/dist/tenant.js', 1, 1)).toEqual(top);
});

test('a place before anything that was written leads nowhere where there are several sources', () => {
  expect(late(['../src/tenant.ts', '../src/pool.ts'])('file:///app/dist/tenant.js', 1, 1)).toBeUndefined();
});

test('a script without a map leads nowhere', () => {
  const place = bySourceMaps(mapOf('file:///app/dist/tenant.js'));
  expect(place('file:///app/dist/other.js', 1, 1)).toBeUndefined();
});

test('the source of a script that is no file is called as the map calls it', () => {
  expect(bySourceMaps(mapOf('webpack:tenant'))('webpack:tenant', 1, 1)?.url).toBe('../src/tenant.ts');
});

test('the map of a script is asked for once, be there one or none', () => {
  const asked: string[] = [];
  const place = bySourceMaps((url) => {
    asked.push(url);
    return mapOf('a.js')(url);
  });
  for (const url of ['a.js', 'b.js', 'a.js', 'b.js']) place(url, 1, 1);
  expect(asked).toEqual(['a.js', 'b.js']);
});
