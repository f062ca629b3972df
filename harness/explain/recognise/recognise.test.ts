import { expect, test } from 'vitest';
import { recognisedIn } from '../testing/recognised-in.ts';

const kinds = async (...given: Parameters<typeof recognisedIn>) =>
  (await recognisedIn(...given)).map(({ kind }) => kind);

const EMITTER = `
  root ^global> world
  world .bus> bus
  bus ._events> events
  events .data> listeners
  listeners !elements> store`;
const EMITTER_NODES = { bus: 'EventEmitter', events: 'Object', listeners: 'Array', store: 'array ' };

test('functions in the _events of an older emitter are listeners, with the event and the class of the emitter', async () => {
  const [found] = await recognisedIn(
    `${EMITTER}
  ---
  store !0> f
  store !1> g`,
    { ...EMITTER_NODES, f: 'closure onData', g: 'closure onData' },
  );
  expect(found).toMatchObject({ kind: 'listener', title: "Listeners for 'data' stay on a long-lived EventEmitter." });
  expect(found?.remedy).toContain("off('data', listener)");
});

test('an emitter that is new itself is no place where listeners pile up', async () => {
  const found = await kinds(
    `root ^global> world
  world .buses> buses
  buses !elements> table
  ---
  table !0> a
  table !1> b
  a ._events> ea
  b ._events> eb
  ea .data> f
  eb .data> g`,
    {
      buses: 'Array',
      table: 'array ',
      a: 'EventEmitter',
      b: 'EventEmitter',
      ea: 'Object',
      eb: 'Object',
      f: 'closure f',
      g: 'closure f',
    },
  );
  expect(found).toEqual(['growing collection']);
});

const TIMERS = `
  root ^global> world
  world .timers> lists
  lists .60000> list`;

test('timers that Node holds in its lists are waiting timers', async () => {
  const found = await kinds(
    `${TIMERS}
  ---
  list ._idleNext> a
  a ._idleNext> b
  b ._idleNext> c
  c ._idleNext> list`,
    { lists: 'Object', list: 'TimersList', a: 'Timeout', b: 'Timeout', c: 'Timeout' },
  );
  expect(found).toEqual(['timer']);
});

test('timers at both ends of their list are one leak', async () => {
  const found = await kinds(
    `${TIMERS}
  ---
  list ._idleNext> a
  a ._idleNext> b
  b ._idleNext> c
  list ._idlePrev> z
  z ._idlePrev> y
  y ._idlePrev> x`,
    Object.fromEntries([
      ['lists', 'Object'],
      ['list', 'TimersList'],
      ...['a', 'b', 'c', 'x', 'y', 'z'].map((name) => [name, 'Timeout']),
    ]),
  );
  expect(found).toEqual(['timer']);
});

test('timers that are over and that a Set keeps are a growing Set', async () => {
  const [found, ...more] = await recognisedIn(
    `root ^global> world
  world .cache> cache
  cache .timers> set
  set !table> table
  ---
  table !5> a
  table !7> b`,
    { cache: 'Cache', set: 'Set', table: 'array ', a: 'Timeout', b: 'Timeout' },
  );
  expect(found).toMatchObject({ kind: 'growing collection', title: '`Cache.timers`, a Set, grows.' });
  expect(more).toEqual([]);
});

test('a plain object with a key for each object is a registry; one whose property is exchanged is none', async () => {
  const holder = `root ^global> world
  world .models> models`;
  const nodes = { models: 'Object', a: 'Model', b: 'Model' };
  expect(await kinds(`${holder}\n---\nmodels .a> a\nmodels .b> b`, nodes)).toEqual(['growing collection']);
  expect(await kinds(`${holder}\n---\nmodels .last> a\na .previous> b`, nodes)).toEqual([]);
});

const CLOSURES = `root ^global> world
  world .handlers> handlers
  handlers !elements> table
  ---
  table !0> f
  table !1> g
  f !context> cf
  g !context> cg
  cf $request> ra
  cg $request> rb`;
const CLOSURE_NODES = {
  handlers: 'Array',
  table: 'array ',
  f: 'closure onDone',
  g: 'closure onDone',
  cf: 'system / Context',
  cg: 'system / Context',
  ra: 'Request',
  rb: 'Request',
};

test('a function that stays and keeps a large variable pins its context, and the variable is named', async () => {
  const large = { ra: { size: 4096 }, rb: { size: 4096 } };
  const found = await recognisedIn(CLOSURES, CLOSURE_NODES, large);
  expect(found.map(({ kind }) => kind)).toEqual(['growing collection', 'pinned context']);
  expect(found[1]?.title).toContain('`request`');
});

test('a variable of a few bytes is not why a function matters', async () => {
  expect(await kinds(CLOSURES, CLOSURE_NODES)).toEqual(['growing collection']);
});

test('what waits for an older promise that has not settled piles up on it; the result of a settled one does not', async () => {
  const waiting = `root ^global> world
  world .shutdown> shutdown
  ---
  shutdown !reactions_or_result> a
  a !next> b
  a !promise> pa
  b !promise> pb`;
  const nodes = { shutdown: 'Promise', pa: 'Promise', pb: 'Promise' };
  const reactions = { a: 'code system / PromiseReaction', b: 'code system / PromiseReaction' };
  expect(await kinds(waiting, { ...nodes, ...reactions })).toContain('pending promise');
  expect(await kinds(waiting, { ...nodes, a: 'Result', b: 'Result' })).not.toContain('pending promise');
});

const SOCKETS = `root ^global> world
  world .pool> pool
  pool !elements> table
  ---
  table !0> a
  table !1> b`;
const SOCKET_NODES = { pool: 'Array', table: 'array ', a: 'Socket', b: 'Socket', ta: 'TCP', tb: 'TCP' };

test('sockets with a native handle are open; closed ones in an array are a growing array only', async () => {
  const open = await kinds(`${SOCKETS}\na ._handle> ta\nb ._handle> tb`, SOCKET_NODES);
  expect(open).toContain('open handle');
  expect(await kinds(SOCKETS, SOCKET_NODES)).toEqual(['growing collection']);
});

test('handles that only the native side of Node holds are open', async () => {
  const picture = `root .handles> handles
  ---
  handles [0> a
  handles [1> b`;
  for (const root of ['(Global handles)', 'Node / TCPSocketWrap (native to javascript)']) {
    const nodes = { handles: `synthetic ${root}`, a: 'TCP', b: 'TCP' };
    expect(await kinds(picture, nodes)).toEqual(['open handle']);
  }
});

test('buffers with native memory are told with their bytes', async () => {
  const picture = `${SOCKETS}\na !backing_store> na\nb !backing_store> nb`;
  const nodes = {
    pool: 'Array',
    table: 'array ',
    a: 'ArrayBuffer',
    b: 'ArrayBuffer',
    na: 'native bytes',
    nb: 'native bytes',
  };
  const found = await recognisedIn(picture, nodes, { na: { size: 65_536 }, nb: { size: 65_536 } });
  expect(found.map(({ kind }) => kind)).toEqual(['growing collection', 'buffers']);
  expect(found[1]?.evidence[0]).toContain('2 buffers with 131072 bytes');
});

test('modules in the cache of a loader are the module cache', async () => {
  const picture = `root ^global> world
  world .loadCache> cache
  cache !table> table
  ---
  table !5> a
  table !8> b`;
  const nodes = { table: 'array ', a: 'ModuleJob', b: 'ModuleJob' };
  expect(await kinds(picture, { ...nodes, cache: 'LoadCache' })).toEqual(['module cache']);
  expect(await kinds(picture, { ...nodes, cache: 'Map' })).toEqual(['growing collection']);
});

test('objects in a chain that no collection, emitter or timer holds are not recognised', async () => {
  const found = await kinds('root ^global> world\nworld .last> old\n---\nold .next> a\na .next> b', {
    old: 'Link',
    a: 'Link',
    b: 'Link',
  });
  expect(found).toEqual([]);
});
