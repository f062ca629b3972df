import { describe, expect, test } from 'vitest';
import { type Action, recognisedLive } from '../testing/recognised-live.ts';
import type { Recognition } from './recognition.ts';

/**
 * Each kind in a real process: what leaks, the same work that lets go, and work that keeps the same objects another way. The
 * one that lets go leaves nothing to recognise; the look-alike is not called by this kind's name.
 */
interface Case {
  kind: Recognition['kind'];
  setup?: string;
  leak: string;
  /** What the title or the evidence has to name. */
  names: string;
  undone: string;
  alike: string;
}

const CASES: Case[] = [
  {
    kind: 'listener',
    setup: `import { EventEmitter } from 'node:events';
      const bus = new EventEmitter().setMaxListeners(0); const kept = [];`,
    leak: `bus.on('end', function onEnd() { return i; });`,
    names: "Listeners for 'end' stay on a long-lived EventEmitter",
    undone: `const onEnd = () => i; bus.on('end', onEnd); bus.off('end', onEnd);`,
    alike: `const own = new EventEmitter(); own.on('end', () => i); kept.push(own);`,
  },
  {
    kind: 'listener',
    setup: `import { EventEmitter } from 'node:events';
      class Bus extends EventEmitter {} const bus = new Bus().setMaxListeners(0);
      const calendar = new class Calendar { _events = { end: [] }; };`,
    leak: `bus.once('end', function onEnd() { return i; });`,
    names: 'the listener: onEnd at ',
    undone: `bus.once('end', function onEnd() { return i; }); bus.emit('end');`,
    alike: `calendar._events.end.push(function onEnd() { return i; });`,
  },
  {
    kind: 'listener',
    setup: `import { EventEmitter, once } from 'node:events'; const bus = new EventEmitter().setMaxListeners(0);
      const kept = [];`,
    leak: `once(bus, 'ready').then(() => i);`,
    names: "once(emitter, 'ready', { signal })",
    undone: `const { signal, abort } = ((given) => ({ signal: given.signal, abort: () => given.abort() }))(new AbortController());
      once(bus, 'ready', { signal }).catch(() => i); abort();`,
    alike: `kept.push(function resolver() { return i; });`,
  },
  {
    kind: 'listener',
    setup: `const target = new EventTarget(); const kept = []; class Widget { handleEvent() {} }`,
    leak: `target.addEventListener('tick', new Widget());`,
    names: 'an object of the class Widget with handleEvent, at ',
    undone: `const widget = new Widget(); target.addEventListener('tick', widget); target.removeEventListener('tick', widget);`,
    alike: `kept.push(new Widget());`,
  },
  {
    kind: 'timer',
    setup: 'const kept = [];',
    leak: `setInterval(() => i, 60_000).unref();`,
    names: "in Node's list of timers",
    undone: `clearInterval(setInterval(() => i, 60_000));`,
    alike: `const timer = setTimeout(() => i, 60_000); clearTimeout(timer); kept.push(timer);`,
  },
  {
    kind: 'growing collection',
    setup: 'const sessions = new Map(); let newest = null; class Session {}',
    leak: `sessions.set(i, new Session());`,
    names: '`sessions`, a Map, grows',
    undone: `sessions.set(i, new Session()); sessions.delete(i);`,
    alike: `const session = new Session(); session.before = newest; newest = session;`,
  },
  {
    kind: 'growing collection',
    setup: `class Registry extends Map {} const all = new Registry(); class Session {}
      class Chain { newest = null; set(i, one) { one.before = this.newest; this.newest = one; } } const chain = new Chain();`,
    leak: `all.set(i, new Session());`,
    names: '`all`, a Registry (a Map), grows',
    undone: `all.set(i, new Session()); all.delete(i);`,
    alike: `chain.set(i, new Session());`,
  },
  {
    kind: 'growing collection',
    setup: `export const byTenant = new Map([['a', []], ['b', []]]); class Entry {} let newest = null;`,
    leak: `byTenant.get('a').push(new Entry());`,
    names: 'An array in `byTenant` grows',
    undone: `byTenant.get('a').push(new Entry()); byTenant.get('a').pop();`,
    alike: `newest = Object.assign(new Entry(), { before: newest });`,
  },
  {
    kind: 'pinned context',
    setup: 'const undo = []; const step = (rows) => () => rows.length; const small = (n) => () => n;',
    leak: `undo.push(step(new Array(200).fill(i)));`,
    names: '`rows`',
    undone: `undo.push(step(new Array(200).fill(i))); undo.pop()();`,
    alike: `undo.push(small(i));`,
  },
  {
    kind: 'pending promise',
    setup: 'const shutdown = new Promise(() => {}); const kept = [];',
    leak: `void Promise.race([shutdown, Promise.resolve(i)]);`,
    names: 'What waits for a promise that was there before',
    undone: `await Promise.race([Promise.resolve(i), Promise.resolve(0)]);`,
    alike: `const done = Promise.resolve({ i }); await done; kept.push(done);`,
  },
  {
    kind: 'pending promise',
    setup: 'const gate = new Promise(() => {}); const kept = []; const wait = async (i) => { await gate; return i; };',
    leak: `void wait(i);`,
    names: 'holds 40 reactions',
    undone: `await (async () => { await Promise.resolve(i); })();`,
    alike: `const over = Promise.resolve().then(() => ({ i })); await over; kept.push(over);`,
  },
  {
    kind: 'open handle',
    setup: `import { createSocket } from 'node:dgram'; import { once } from 'node:events';
      const open = async () => { const socket = createSocket('udp4').unref(); socket.bind(0, '127.0.0.1');
        await once(socket, 'listening'); return socket; };
      const kept = [];`,
    leak: `kept.push(await open());`,
    names: 'close() of the dgram socket',
    undone: `const socket = await open(); socket.close(); await once(socket, 'close');`,
    alike: `const socket = await open(); socket.close(); await once(socket, 'close'); kept.push(socket);`,
  },
  {
    kind: 'open handle',
    setup: `import { spawn } from 'node:child_process'; import { once } from 'node:events';
      const kept = []; process.on('exit', () => kept.forEach((child) => child.kill()));
      const ended = async () => { const child = spawn('true'); await once(child, 'close'); return child; };`,
    leak: `kept.push(spawn('sleep', ['30'], { stdio: 'ignore' }));`,
    names: 'call kill(), and wait for its exit event',
    undone: `await ended();`,
    alike: `kept.push(await ended());`,
  },
  {
    kind: 'buffers',
    setup: 'const chunks = [];',
    leak: `chunks.push(Buffer.alloc(20_000, i));`,
    names: '40 buffers with',
    undone: `chunks.push(Buffer.alloc(20_000, i)); chunks.pop();`,
    alike: `chunks.push({ text: 'x'.repeat(20_000) + i });`,
  },
  {
    kind: 'module cache',
    setup: `import { createRequire } from 'node:module'; const kept = new Map();`,
    leak: `await import('data:text/javascript,export default ' + i);`,
    names: "in Node's cache",
    undone: `await import('data:text/javascript,export default 0');`,
    alike: `kept.set(i, { default: i });`,
  },
  {
    kind: 'module cache',
    setup: `import { createRequire } from 'node:module'; import { writeFileSync } from 'node:fs';
      const require = createRequire(import.meta.url); const store = new class Store { _cache = {}; };
      const load = (i) => { const file = join(import.meta.dirname, i + '.cjs'); writeFileSync(file, ''); require(file); };`,
    leak: `load(i);`,
    names: "40 more of them than before the measured iterations, in Node's cache Module._cache",
    undone: `load(0);`,
    alike: `store._cache['/' + i] = { i };`,
  },
  {
    kind: 'detached domain',
    setup: `import domain from 'node:domain';
      const active = new Map(); class Domain { members = []; }
      const work = (i) => { const made = domain.create(); made.on('error', () => {}); made.run(() => i); return made; };`,
    leak: `active.set(i, work(i));`,
    names: '40 Domain more',
    undone: `active.set(i, work(i)); active.delete(i);`,
    alike: `active.set(i, new Domain());`,
  },
];

describe.each(CASES)('$kind: $names', ({ kind, setup = '', leak, names, undone, alike }) => {
  const found = (iterate: Action['iterate']) => recognisedLive({ setup, iterate });

  test('what leaks is recognised, and named', async () => {
    const recognised = (await found(leak)).filter((each) => each.kind === kind);
    expect(recognised).not.toEqual([]);
    expect(recognised.map((each) => [each.title, each.evidence, each.remedy].join('\n')).join('\n')).toContain(names);
  });

  test('the same work that lets go leaves nothing to recognise', async () => {
    expect(await found(undone)).toEqual([]);
  });

  test('what is kept another way is not called so', async () => {
    expect((await found(alike)).map((each) => each.kind)).not.toContain(kind);
  });
});

/**
 * A long-lived emitter, timer, promise, module or server whose own function keeps a growing array: it is the array that grows,
 * whatever the way to it leads through. Nothing but that function reaches the array.
 */
const BEHIND: (Action & { kind: Recognition['kind'] })[] = [
  {
    kind: 'listener',
    setup: `import { EventEmitter } from 'node:events'; const bus = new EventEmitter();
      bus.on('add', ((kept) => (one) => kept.push(one))([]));`,
    iterate: `bus.emit('add', () => i);`,
  },
  {
    kind: 'listener',
    setup: `const { signal } = new AbortController();
      signal.addEventListener('add', ((kept) => ({ detail }) => kept.push(detail))([]));`,
    iterate: `signal.dispatchEvent(new CustomEvent('add', { detail: () => i }));`,
  },
  {
    kind: 'timer',
    setup: `const collecting = () => { const kept = []; return Object.assign(() => kept, { add: (one) => kept.push(one) }); };
      const weak = new WeakRef(setInterval(collecting(), 60_000).unref());`,
    iterate: `const timer = setTimeout(() => i, 60_000); clearTimeout(timer); weak.deref()._onTimeout.add(timer);`,
  },
  {
    kind: 'pending promise',
    setup: `const never = new Promise(() => {});
      const collecting = () => { const kept = []; return Object.assign(() => kept, { add: (one) => kept.push(one) }); };
      const weak = new WeakRef(collecting()); never.then(weak.deref());`,
    iterate: `weak.deref().add({ i });`,
  },
  {
    kind: 'module cache',
    setup: `import Module from 'node:module'; const registry = new Module('/registry.cjs');
      registry._compile('const kept = []; exports.add = (one) => kept.push(one);', '/registry.cjs');
      Module._cache['/registry.cjs'] = registry;`,
    iterate: `Module._cache['/registry.cjs'].exports.add({ i });`,
  },
  {
    kind: 'open handle',
    setup: `import { createServer, Socket } from 'node:net'; import { once } from 'node:events';
      const collecting = () => { const kept = []; return Object.assign(() => kept, { add: (one) => kept.push(one) }); };
      const weak = new WeakRef(collecting()); createServer(weak.deref()).listen(0).unref();`,
    iterate: `weak.deref().add(new Socket());`,
  },
];

test.each(BEHIND)('what grows behind a long-lived thing is no $kind', async ({ kind, ...action }) => {
  const kinds = (await recognisedLive(action)).map((found) => found.kind);
  expect(kinds).toContain('growing collection');
  expect(kinds).not.toContain(kind);
});
