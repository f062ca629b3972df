import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { transformSync } from 'rolldown/experimental';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FrameReader } from './frame-reader.ts';

const TYPESCRIPT = `interface Token {
  readonly text: string;
}

class Parser {
  private readonly tokens: Token[] = [];
  add(text: string): void {
    this.tokens.push({ text });
  }
}
export const parser = new Parser();
`;

let folder: string;
let [script, source]: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
  [script, source] = [
    path.join(folder, 'node_modules/toks/dist/parser.js'),
    path.join(folder, 'node_modules/toks/src/parser.ts'),
  ];
  for (const file of [script, source]) await mkdir(path.dirname(file), { recursive: true });
  await writeFile(source, TYPESCRIPT);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A compiled package: its JavaScript, in which the call of `push` is, and its map. */
function compiled() {
  const { code, map } = transformSync('parser.ts', TYPESCRIPT, { sourcemap: true });
  const line = code.split('\n').findIndex((each) => each.includes('push')) + 1;
  const column = (code.split('\n')[line - 1] ?? '').indexOf('push') + 1;
  return { code, line, column, map: { ...map, sources: ['../src/parser.ts'] } };
}

const reader = () => new FrameReader({ originalPlace: () => undefined, underTest: null, directory: '/nothing' });

async function placeOf(names: string, map?: string): Promise<string> {
  const { code, line, column } = compiled();
  await writeFile(script, `${code}\n//# sourceMappingURL=${names}\n`);
  if (map !== undefined) await writeFile(`${script}.map`, map);
  const [frame] = reader().ofCalls([{ functionName: 'add', url: script, line, column }]);
  expect(frame).toMatchObject({ package: 'toks', owner: 'dependency' });
  return `${path.relative(path.join(folder, 'node_modules/toks'), frame?.file ?? '')}:${frame?.line}`;
}

const dataUrl = (map: object) => `data:application/json;charset=utf-8;base64,${btoa(JSON.stringify(map))}`;
const inScript = () => `dist/parser.js:${compiled().line}`;

test('a place in a package leads to what it was compiled from, by a map beside it or in the script', async () => {
  const { map } = compiled();
  expect(compiled().line).not.toBe(8);
  expect(await placeOf('parser.js.map', JSON.stringify(map))).toBe('src/parser.ts:8');
  expect(await placeOf(dataUrl(map))).toBe('src/parser.ts:8');
  expect(await placeOf(`data:application/json,${encodeURIComponent(JSON.stringify(map))}`)).toBe('src/parser.ts:8');
  expect(await placeOf(dataUrl({ ...map, sources: ['parser.ts'], sourceRoot: '../src' }))).toBe('src/parser.ts:8');
});

test('without a map that can be read, the place in the script is told', async () => {
  const { map } = compiled();
  expect(await placeOf('parser.js.map')).toBe(inScript());
  expect(await placeOf('parser.js.map', '{ "version": 3, "sou')).toBe(inScript());
  expect(await placeOf('parser.js.map', '{}')).toBe(inScript());
  expect(await placeOf('parser.js.map', 'null')).toBe(inScript());
  expect(await placeOf('https://localhost:1/parser.js.map')).toBe(inScript());
  expect(await placeOf(dataUrl({ ...map, mappings: '' }))).toBe(inScript());
  expect(await placeOf(dataUrl({ ...map, mappings: '!!' }))).toBe(inScript());
});

test('a source that is not there is not led to', async () => {
  const { map } = compiled();
  await rm(source);
  expect(await placeOf(dataUrl(map))).toBe(inScript());
  expect(await placeOf(dataUrl({ ...map, sources: ['webpack://toks/src/parser.ts'] }))).toBe(inScript());
});

test('of a place whose column is not known, the line is told where all of it was written in one', async () => {
  const { code, line, map } = compiled();
  await writeFile(script, `${code}\n//# sourceMappingURL=${dataUrl(map)}`);
  expect(reader().writtenAt(`${script}:${line}`)).toBe(`${source}:8`);
  const packed = transformSync('parser.ts', TYPESCRIPT.replace('{ text }', '{\n text,\n }'), { sourcemap: true });
  const oneLine = `${packed.code.replaceAll('\n', ' ')}\n//# sourceMappingURL=${dataUrl({ ...packed.map, sources: map.sources, mappings: packed.map?.mappings.replaceAll(';', ',') })}`;
  await writeFile(script, oneLine);
  expect(reader().writtenAt(`${script}:1`)).toBe(`${script}:1`);
  expect(reader().writtenAt('node:net:5')).toBe('node:net:5');
});
