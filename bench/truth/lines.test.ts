import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LineFile } from './lines.ts';
import { line, record } from './testing/run-record.ts';

test('what was measured is read back, but for a line that was cut off', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'steadyheap-'));
  const name = path.join(directory, 'new', 'truth.jsonl');
  const file = new LineFile(name);
  expect(file.read()).toEqual([]);
  const [a, b] = [line('a', record()), line('b', record())];
  file.append(a);
  file.append(b);
  appendFileSync(name, '{"tool":"steadyheap","id":"c');
  expect(file.read()).toEqual([a, b]);
  file.write([b]);
  expect(file.read()).toEqual([b]);
  await rm(directory, { recursive: true });
});
