import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { closeServer, listen } from './tcp.ts';

const script = fileURLToPath(new URL('download-browser.mjs', import.meta.url));

/** Runs the script on a machine that has no browser and reaches the network through `proxy`; it rejects unless 0. */
async function install(proxy: string): Promise<string> {
  const cache = await mkdtemp(join(tmpdir(), 'steadyheap-download-'));
  const env = { PATH: '', PUPPETEER_CACHE_DIR: cache, HTTPS_PROXY: proxy, HTTP_PROXY: proxy };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script], { env });
  await rm(cache, { recursive: true, force: true });
  return stdout + stderr;
}

test('an unreachable download ends well, with one line that says so', async () => {
  const gone = createServer();
  const port = await listen(gone);
  await closeServer(gone);
  expect(await install(`http://127.0.0.1:${port}`)).toMatch(/^steadyheap: no browser was downloaded \(.+\); .+\.\n$/);
});

test('a download that never answers is given up', async () => {
  const silent = createServer((socket) => socket.on('error', () => {}).resume());
  const port = await listen(silent);
  expect(await install(`http://127.0.0.1:${port}`)).toMatch('(the download does not answer)');
  await closeServer(silent);
});
