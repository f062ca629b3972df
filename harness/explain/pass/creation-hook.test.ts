import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FrameReader } from '../frames/frame-reader.ts';
import { groupHandles } from '../handles.ts';
import { creationsIn } from './creations.ts';

const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'steadyheap-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a script has left open, by type and the function that called for it. */
async function leftOpen(script: string) {
  const [file, facts] = [path.join(folder, 'script.mjs'), path.join(folder, 'facts')];
  await writeFile(file, script);
  await writeFile(facts, '');
  const hook = new URL('./creation-hook.mjs', import.meta.url).href;
  await run(process.execPath, ['--import', hook, file], { env: { ...process.env, STEADYHEAP_CREATIONS: facts } });
  const reader = new FrameReader({ originalPlace: () => undefined, underTest: null, directory: '/nothing' });
  const open = groupHandles(creationsIn(await readFile(facts, 'utf8'), 0), reader);
  return open.map(({ type, count, frames }) => {
    const calls = frames.filter(({ owner }) => owner === 'scenario').map(({ functionName }) => functionName);
    return [type, count, calls.slice(0, -1).at(-1)];
  });
}

test('servers that are opened in a callback of Node belong to the call of listen, whether their address is looked up or not', async () => {
  const open = await leftOpen(`import net from 'node:net';
function listening(...where) {
  return new Promise((done) => { const server = net.createServer().listen(...where, () => done(server)); });
}
const withAddress = () => listening(0, '127.0.0.1');
const withName = () => listening(0, 'localhost');
const withNone = () => listening(0);
for (let i = 0; i < 3; i++) { await withAddress(); await withName(); await withNone(); }
(await withNone()).close(() => process.exit());`);
  expect(open.filter(([type]) => type === 'TCPSERVERWRAP').toSorted()).toEqual([
    ['TCPSERVERWRAP', 3, 'withAddress'],
    ['TCPSERVERWRAP', 3, 'withName'],
    ['TCPSERVERWRAP', 3, 'withNone'],
  ]);
});

test('a connection that a server takes belongs to the call that opened the server', async () => {
  const open = await leftOpen(`import net from 'node:net';
const serve = () => net.createServer().listen(0, '127.0.0.1');
const server = serve();
await new Promise((done) => server.on('listening', done));
const connect = () => net.connect(server.address().port, '127.0.0.1');
let taken = 0;
server.on('connection', () => { if (++taken === 2) process.exit(); });
for (let i = 0; i < 2; i++) connect();`);
  expect(open.filter(([type]) => type === 'TCPWRAP').toSorted()).toEqual([
    ['TCPWRAP', 2, 'connect'],
    ['TCPWRAP', 2, 'serve'],
  ]);
});

test('a request that is sent a tick later belongs to the call that made it', async () => {
  const open = await leftOpen(`import http from 'node:http';
const server = http.createServer((request, response) => { response.write('begun'); }).listen(0, '127.0.0.1');
await new Promise((done) => server.on('listening', done));
const ask = () => http.get({ port: server.address().port, host: '127.0.0.1', agent: false });
let begun = 0;
for (let i = 0; i < 2; i++) ask().on('response', () => { if (++begun === 2) process.exit(); });`);
  expect(open.filter(([type]) => type === 'HTTPCLIENTREQUEST')).toEqual([['HTTPCLIENTREQUEST', 2, 'ask']]);
});
