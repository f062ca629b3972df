import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Client } from 'pg';
import puppeteer from 'puppeteer';
import { expect, test, vi } from 'vitest';
import type { Services } from '../scenario/definition.ts';
import { ServiceError, startServices } from './index.ts';

const parent = `
  import { startServices } from ${JSON.stringify(new URL('index.ts', import.meta.url).href)};
  const { info } = await startServices(['postgres', 'browser']);
  console.log(JSON.stringify(info));
  setInterval(() => {}, 1_000);
`;

/** Starts a process that holds both services, and returns it with what they are. */
async function startParent(): Promise<{ kill(signal: NodeJS.Signals): Promise<void>; info: Services }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', parent], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return {
    info: JSON.parse(String(line)),
    async kill(signal) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

async function dataFolder({ faults: _, ...login }: Services['postgres']): Promise<string> {
  const client = new Client(login);
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query("select current_setting('data_directory') as folder");
  await client.end();
  return rows[0].folder;
}

test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'after %s of the parent, the server, its folder and every browser are gone',
  async (signal) => {
    const { info, kill } = await startParent();
    const folder = await dataFolder(info.postgres);
    const browser = await puppeteer.launch(info.browser);
    await kill(signal);
    await vi.waitFor(() => expect(browser.connected).toBe(false), { timeout: 20_000 });
    await vi.waitFor(() => expect(dataFolder(info.postgres)).rejects.toThrow('ECONNREFUSED'), { timeout: 20_000 });
    await vi.waitFor(() => expect(existsSync(folder)).toBe(false), { timeout: 20_000 });
  },
);

test('stopping kills the browsers that were started with its arguments, and no other', async () => {
  const [mine, other] = [await startServices(['browser']), await startServices(['browser'])];
  const leaked = await puppeteer.launch(mine.info.browser ?? {});
  const kept = await puppeteer.launch(other.info.browser ?? {});
  await mine.stop();
  await vi.waitFor(() => expect(leaked.connected).toBe(false), { timeout: 20_000 });
  expect((await kept.pages()).length).toBe(1);
  await kept.close();
  await other.stop();
});

test('only the services that are named are started, and stopping twice is harmless', async () => {
  const none = await startServices([]);
  expect(none.info).toEqual({});
  await none.stop();
  await none.stop();
});

test('a service that cannot be had rejects with one sentence, and the others are stopped', async () => {
  vi.stubEnv('STEADYHEAP_DATABASE', 'nonsense');
  await expect(startServices(['browser', 'postgres'])).rejects.toThrow(ServiceError);
  vi.unstubAllEnvs();
});
