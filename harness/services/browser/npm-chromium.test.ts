import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { whyItDoesNotStart } from './proof.ts';

const onLinuxX64 = process.platform === 'linux' && process.arch === 'x64';

test.runIf(onLinuxX64)('two processes that unpack at once both get a browser that starts', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'steadyheap-cache-'));
  const script = `
    import { unpackNpmChromium } from ${JSON.stringify(new URL('npm-chromium.ts', import.meta.url).href)};
    process.stdout.write(await unpackNpmChromium(${JSON.stringify(cache)}));
  `;
  const unpack = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  const [first, second] = await Promise.all([unpack(), unpack()]);
  expect(first.stdout).toBe(second.stdout);
  expect(await readdir(cache)).toEqual([expect.stringMatching(/^chromium-[\d.]+$/)]);
  const args = ['--no-sandbox', '--disable-dev-shm-usage'];
  expect(await whyItDoesNotStart({ executablePath: first.stdout, args, headless: 'shell' })).toBe(undefined);
  await rm(cache, { recursive: true });
});
