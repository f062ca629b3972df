import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { liveSnapshots } from './testing/live-snapshots.ts';

const run = promisify(execFile);

const SCENE = `
class Tenant { constructor(i) { this.name = 'tenant ' + i; } }
globalThis.tenants = new Map();
let made = 0;
const work = () => { for (let n = 0; n < 100; n++) tenants.set('t' + ++made, new Tenant(made)); };
work();
await snapshot();
work();
await snapshot();
work();
tenants.delete('t1');
await snapshot();
`;

/** The text between the fences of a language. */
function fenced(page: string, language: string): string {
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';
}

/** Sizes and folders differ from machine to machine. */
function withoutSizes(text: string): string {
  return text.replace(/\d+ bytes/, 'N bytes').replace(/ at .*\/scene/, ' at /app/scene');
}

test('the example in the README prints what the README says', async () => {
  const page = await readFile(join(import.meta.dirname, 'README.md'), 'utf8');
  const live = await liveSnapshots(SCENE);
  try {
    const script = join(dirname(live.paths[0]), 'example.ts');
    const engine = pathToFileURL(join(import.meta.dirname, 'index.ts')).href;
    await writeFile(script, fenced(page, 'ts').replace('./harness/heap/index.ts', engine));
    const { stdout } = await run(process.execPath, [script, ...live.paths]);
    expect(withoutSizes(stdout)).toBe(withoutSizes(fenced(page, 'text')));
    expect(Number(/(\d+) bytes/.exec(stdout)?.[1])).toBeGreaterThan(200 * 24);
  } finally {
    await live.remove();
  }
});
