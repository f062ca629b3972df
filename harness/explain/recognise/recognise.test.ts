import { expect, test } from 'vitest';
import type { NodeDetails } from '../../heap/testing/heap-picture.ts';
import { recognisedIn } from '../testing/recognised-in.ts';

const kinds = async (...given: Parameters<typeof recognisedIn>) =>
  (await recognisedIn(...given)).map(({ kind }) => kind);

/** An older emitter, and what its prototype, of this class, has. */
const EMITTER = `
  root ^global> world
  world .bus> bus
  bus .__proto__> proto
  proto .constructor> class
  bus ._events> events
  events .data> listeners
  listeners !elements> store`;
const EMITTER_NODES = {
  bus: 'EventEmitter',
  proto: 'Object',
  class: 'closure EventEmitter',
  events: 'Object',
  listeners: 'Array',
  store: 'array ',
};
const TWO_LISTENERS = `
  ---
  store !0> f
  store !1> g`;
const TWO = { f: 'closure onData', g: 'closure onData' };

/** Functions with their places: those of Node's own file, and those of a person's. */
const PLACES = `
  own .at> node
  node !shared> nodeCode
  nodeCode !script> nodeScript
  own .at> mine
  mine !shared> myCode
  myCode !script> myScript`;
const PLACE_NODES = (script: string) => ({
  node: 'closure node',
  nodeCode: 'code node',
  nodeScript: `code ${script}`,
  mine: 'closure mine',
  myCode: 'code mine',
  myScript: 'code file:///app/mine.js',
});
const PLACE_DETAILS = { node: { location: [1, 0] }, mine: { location: [2, 0] } } satisfies NodeDetails;
const inNode = (line: number) => ({ location: [1, line - 1] as [number, number] });
const inMine = (line: number) => ({ location: [2, line - 1] as [number, number] });

test('functions in the _events of an older emitter are listeners, with the event and the class of the emitter', async () => {
  const [found] = await recognisedIn(`${EMITTER}${TWO_LISTENERS}`, { ...EMITTER_NODES, ...TWO });
  expect(found).toMatchObject({ kind: 'listener', title: "Listeners for 'data' stay on a long-lived EventEmitter." });
  expect(found?.remedy).toContain("off('data', listener)");
});

test('an object with _events is an emitter by its class or by the methods of one, and by nothing else', async () => {
  const found = (extra: string, nodes: Record<string, string>) =>
    kinds(`${EMITTER}${extra}${TWO_LISTENERS}`, { ...EMITTER_NODES, ...TWO, ...nodes });
  const other = { bus: 'Calendar', class: 'closure Calendar' };
  expect(await found('', other)).toEqual(['growing collection']);
  const up = '\nproto .__proto__> above\nabove .constructor> base';
  expect(await found(up, { ...other, above: 'Object', base: 'closure EventEmitter' })).toEqual(['listener']);
  expect(await found(up, { ...other, above: 'Object', base: 'closure Object' })).toEqual(['growing collection']);
  const methods = '\nbus .emit> emit\nproto .removeListener> off';
  expect(await found(methods, { ...other, emit: 'closure emit', off: 'closure removeListener' })).toEqual(['listener']);
  expect(await found('\nbus .emit> emit', { ...other, emit: 'closure emit' })).toEqual(['growing collection']);
});

test('the names of ever new events are no listeners; the functions beside them are', async () => {
  const picture = `${EMITTER}
  events !properties> names
  ---
  names !15> a
  events .job-1> f
  names !18> b
  events .job-2> g`;
  const nodes = { ...EMITTER_NODES, ...TWO, names: 'array ', a: 'string job-1', b: 'string job-2' };
  const found = await recognisedIn(picture, nodes);
  expect(found.map(({ kind, evidence }) => [kind, evidence[0]])).toEqual(
    expect.arrayContaining([
      ['listener', '2 more of them after the measured iterations than before'],
      ['growing collection', '2 more of its entries are string after the measured iterations than before'],
    ]),
  );
  expect(found).toHaveLength(2);
});

test('a listener of once is the function that was handed in, whether the wrapper is bound or a closure', async () => {
  const picture = (wrapping: string) => `${EMITTER}
  world .own> own${PLACES}${TWO_LISTENERS}
  ${wrapping}`;
  const nodes = { ...EMITTER_NODES, ...TWO, ...PLACE_NODES('node:events'), user: 'closure onStop', state: 'Object' };
  const details = { ...PLACE_DETAILS, user: inMine(9) };
  const listener = async (wrapping: string, more: NodeDetails = {}) =>
    (await recognisedIn(picture(wrapping), nodes, { ...details, ...more }))[0]?.evidence[1];
  const told = 'the listener: onStop at /app/mine.js:9';
  const bound = 'f !bound_function> node\nf !bound_this> state\nf .listener> user\ng .listener> user';
  expect(await listener(bound)).toBe(told);
  expect(await listener('f .listener> user\ng .listener> user', { f: inNode(635), g: inNode(635) })).toBe(told);
  // A function of one's own may have a property of that name.
  const own = { f: inMine(5), g: inMine(5) };
  expect(await listener('f .listener> user', own)).toBe('the listener: onData at /app/mine.js:5');
});

test('listeners of once of node:events are told as such, with the event that is waited for', async () => {
  const picture = `${EMITTER}
  world .own> own${PLACES}${TWO_LISTENERS}
  f .listener> a
  g .listener> b
  a !context> scope
  b !context> scope
  scope !previous> outer
  outer $name> name`;
  const nodes = {
    ...EMITTER_NODES,
    ...TWO,
    ...PLACE_NODES('node:events'),
    a: 'closure errorListener',
    b: 'closure errorListener',
    scope: 'system / Context',
    outer: 'system / Context',
    name: 'string ready',
  };
  const wrappers = { ...PLACE_DETAILS, f: inNode(635), g: inNode(635) };
  const [theirs] = await recognisedIn(picture, nodes, { ...wrappers, a: inNode(1008), b: inNode(1008) });
  expect(theirs?.evidence[1]).toBe("the listener is of once() of node:events, which waits for 'ready'");
  expect(theirs?.remedy).toContain("once(emitter, 'ready', { signal })");
  const [mine] = await recognisedIn(picture, nodes, { ...wrappers, a: inMine(7), b: inMine(7) });
  expect(mine?.remedy).toContain("off('data', listener)");
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

const LOAD_CACHE = `
  root ^global> world
  world .own> own${PLACES}
  world .loadCache> cache
  cache !table> table
  ---
  table !5> a
  table !8> b
  a .url> url
  b .url> url`;
const LOAD_CACHE_NODES = {
  ...PLACE_NODES('node:internal/modules/esm/loader'),
  table: 'array ',
  cache: 'LoadCache',
  a: 'ModuleJob',
  b: 'ModuleJob',
  url: 'string file:///app/leaf.mjs?v=7',
};
const LOADERS = { ...PLACE_DETAILS, cache: inNode(93), a: inNode(346), b: inNode(346) };

test("modules in the cache of Node's loader are the module cache, and told by their file", async () => {
  const [found, ...more] = await recognisedIn(LOAD_CACHE, LOAD_CACHE_NODES, LOADERS);
  expect(found).toMatchObject({ kind: 'module cache', title: expect.stringContaining('loaded again and again') });
  expect(found?.evidence).toEqual([
    "2 more of them than before the measured iterations, in Node's cache LoadCache",
    'one of them: /app/leaf.mjs',
  ]);
  expect(more).toEqual([]);
  expect(await kinds(LOAD_CACHE, { ...LOAD_CACHE_NODES, cache: 'Map' }, PLACE_DETAILS)).toEqual(['growing collection']);
});

const VARIABLE = `
  root ^global> world
  world .own> own${PLACES}
  world .f> f
  f !context> inner
  inner !previous> scope
  scope $realpathCache> cache
  cache !table> table
  ---
  table !5> a
  table !8> b`;
const VARIABLE_NODES = {
  ...PLACE_NODES('node:internal/modules/helpers'),
  f: 'closure f',
  inner: 'system / Context',
  scope: 'system / Context',
  cache: 'Map',
  table: 'array ',
  a: 'string /app/a.cjs',
  b: 'string /app/b.cjs',
};

test("a variable of Node's loader is a cache of its, and no module where strings pile up in it", async () => {
  const [found] = await recognisedIn(VARIABLE, VARIABLE_NODES, { ...PLACE_DETAILS, f: inNode(367) });
  expect(found).toMatchObject({
    kind: 'module cache',
    title: 'Modules are looked for under ever new names, and Node keeps where it found each.',
    evidence: ["string: 2 more than before the measured iterations, in Node's cache realpathCache"],
  });
  const [own] = await recognisedIn(VARIABLE, VARIABLE_NODES, { ...PLACE_DETAILS, f: inMine(367) });
  expect(own).toMatchObject({ kind: 'growing collection', title: '`realpathCache`, a Map, grows.' });
});

test("a property _cache is the loader's on its own class only, and what a module exports is no cache of the loader", async () => {
  const picture = (property: string) => `
  root ^global> world
  world .own> own${PLACES}
  world .f> f
  f .${property}> cache
  ---
  cache .a> a
  cache .b> b`;
  const nodes = { ...VARIABLE_NODES, f: 'closure Module', cache: 'Object' };
  const first = async (property: string, f: string, place: NodeDetails[string]) =>
    (await recognisedIn(picture(property), { ...nodes, f }, { ...PLACE_DETAILS, f: place }))[0]?.kind;
  expect(await first('_cache', 'closure Module', inNode(366))).toBe('module cache');
  expect(await first('_cache', 'Store', inMine(366))).toBe('growing collection');
  expect(await first('children', 'Module', inNode(366))).toBe('module cache');
  expect(await first('exports', 'Module', inNode(366))).toBe('growing collection');
});

test('objects in a chain that no collection, emitter or timer holds are not recognised', async () => {
  const found = await kinds('root ^global> world\nworld .last> old\n---\nold .next> a\na .next> b', {
    old: 'Link',
    a: 'Link',
    b: 'Link',
  });
  expect(found).toEqual([]);
});

test('an object with handleEvent is told by its class and place, and a function by its own', async () => {
  const picture = `root ^global> world
  world .target> target
  target .<symbol_kEvents>> events
  world .own> own${PLACES}
  events !table> table
  table !5> type
  table !6> list
  ---
  list .next> f
  f .next> g
  f .callback> called
  g .callback> called
  f .listener> widget
  g .listener> widget`.replaceAll('_kEvents', ' kEvents');
  const nodes = {
    target: 'EventTarget',
    events: 'Map',
    table: 'array ',
    type: 'string tick',
    list: 'Object',
    f: 'Listener',
    g: 'Listener',
    called: 'closure ',
    ...PLACE_NODES('node:internal/event_target'),
  };
  const table = { table: { size: 16 + 8 * (3 + 7 * 2) } };
  const told = async (widget: string, called: NodeDetails[string]) =>
    (await recognisedIn(picture, { ...nodes, widget }, { ...PLACE_DETAILS, ...table, called, widget: inMine(2) }))[0]
      ?.evidence[1];
  expect(await told('Widget', inNode(501))).toBe(
    'the listener: an object of the class Widget with handleEvent, at /app/mine.js:2',
  );
  expect(await told('Widget', inMine(4))).toBe('the listener: an anonymous function at /app/mine.js:4');
});

const extended = (maker: string) => [
  `root ^global> world
  world .all> all
  all .__proto__> proto
  proto .constructor> own
  proto .__proto__> base
  base .constructor> maker
  all !table> table
  ---
  table !5> a
  table !8> b`,
  {
    all: 'Index',
    proto: 'Map',
    own: 'closure Index',
    base: 'Object',
    maker,
    table: 'array ',
    a: 'Session',
    b: 'Session',
  },
];

test.each([
  ['Map', 'a Map'],
  ['Set', 'a Set'],
  ['Array', 'an array'],
])('an object of a class that extends %s is one, by its prototypes', async (name, called) => {
  const [picture, nodes] = extended(`closure ${name}`) as [string, Record<string, string>];
  const [found] = await recognisedIn(picture, nodes);
  expect(found?.title).toBe(`\`world.all\`, an Index (${called}), grows.`);
});

test('a class that extends another of that name, or none, is no Map', async () => {
  for (const maker of ['closure Object', 'closure Mapper']) {
    const [picture, nodes] = extended(maker) as [string, Record<string, string>];
    expect(await kinds(picture, nodes)).toEqual([]);
  }
  const [picture, nodes] = extended('closure Map') as [string, Record<string, string>];
  const [before, after] = picture.split('---');
  const placed = `${before} world .own> placed${PLACES.replaceAll('own ', 'placed ')}\n---${after}`;
  const details = { ...PLACE_DETAILS, maker: inMine(3) };
  expect((await recognisedIn(placed, { ...nodes, ...PLACE_NODES('node:x') }, details)).map(({ kind }) => kind)).toEqual(
    [],
  );
});

const held = (way: string, nodes: Record<string, string> = {}) =>
  recognisedIn(
    `root ^global> world
  ${way}
  list !elements> store
  ---
  store !0> a
  store !1> b`,
    { list: 'Array', store: 'array ', a: 'Session', b: 'Session', ...nodes },
  ).then(([found]) => found?.title);

test('a collection without a name of its own is told by the nearest one around that has one', async () => {
  const scope = 'world .f> f\nf !context> scope\nscope $byTenant> map\nmap !table> table\n';
  const nodes = { f: 'closure record', scope: 'system / Context', map: 'Map', table: 'array ' };
  expect(await held(`${scope}table !8> list`, nodes)).toBe('An array in `byTenant` grows.');
  const deep = `${scope}table !8> rows\nrows !elements> slots\nslots [2> list`;
  expect(await held(deep, { ...nodes, rows: 'Array', slots: 'array ' })).toBe('An array in `byTenant` grows.');
  // A function's own variable is no entry of the collection that the function is in.
  const behind = `${scope}table !8> g\ng !bound_argument> list`;
  expect(await held(behind, { ...nodes, g: 'closure g' })).toBe('An array grows.');
});

test('what is spread over several collections that one holds is told so, and counted in all of them', async () => {
  const picture = `root ^global> world
  world .f> f
  f !context> scope
  scope $byId> byId
  byId !table> table
  table !6> one
  table !9> two
  one !elements> first
  two !elements> second
  ---
  first !0> a
  first !1> b
  second !0> c
  second !1> d
  second !2> e`;
  const nodes = {
    ...{ f: 'closure f', scope: 'system / Context', byId: 'Map', table: 'array ', first: 'array ', second: 'array ' },
    ...{ a: 'Visit', b: 'Visit', c: 'Visit', d: 'Visit', e: 'Visit' },
  };
  const size = { table: { size: 16 + 8 * (3 + 7 * 2) } };
  const found = await recognisedIn(picture, { ...nodes, one: 'Array', two: 'Array' }, size);
  expect(found.map(({ title, evidence }) => [title, evidence[0]])).toEqual([
    ['Arrays in `byId` grow.', '5 more of their entries are Visit after the measured iterations than before'],
  ]);
  const [other] = await recognisedIn(picture, { ...nodes, one: 'Array', two: 'Map' }, size);
  expect(other?.title).not.toContain('Arrays');
});

test('a property of a plain object is told with the name of that, and one of a class with the class', async () => {
  const scope = 'world .f> f\nf !context> scope\nscope $perUser> object\n';
  const nodes = { f: 'closure f', scope: 'system / Context', object: 'Object' };
  expect(await held(`${scope}object .rows> list`, nodes)).toBe('`perUser.rows`, an array, grows.');
  expect(await held(`${scope}object .u-7> list`, nodes)).toBe('`perUser["u-7"]`, an array, grows.');
  expect(await held('world .g> hub\nhub .#all> list', { hub: 'closure Hub' })).toBe('`Hub.#all`, an array, grows.');
});

test('an exported collection has the name it is exported by', async () => {
  const nodes = {
    module: 'hidden system / SourceTextModule',
    cells: 'array ',
    names: 'array ',
    cell: 'hidden system / Cell',
  };
  const exported = (name: string) =>
    held(
      `world .module> module
  module #0> names
  module #5> cells
  cells !0> cell
  cell !value> list
  names !14> other
  names !15> name
  names !16> cell`,
      { ...nodes, name: `string ${name}`, other: 'string other' },
    );
  expect(await exported('sessions')).toBe('`sessions`, an array, grows.');
  expect(await exported('default')).toBe('The default export, an array, grows.');
  const none = 'world .module> module\nmodule #5> cells\ncells !0> cell\ncell !value> list';
  expect(await held(none, nodes)).toBe('An array grows.');
});

test('an exported collection is told with the module that exports it, whichever imports it on the path', async () => {
  const [found] = await recognisedIn(
    `root ^global> world
  world .importing> user
  user .url> userUrl
  user !2> userModule
  userModule #6> imports
  imports !0> cell
  cell !value> list
  list !elements> store
  world ~weak> module
  module .url> url
  module !2> record
  record #0> names
  names !15> name
  names !16> cell
  ---
  store !0> a
  store !1> b`,
    {
      ...{ user: 'ModuleWrap', userUrl: 'string file:///app/user.mjs', userModule: 'hidden system / SourceTextModule' },
      ...{ module: 'ModuleWrap', url: 'string file:///app/store.mjs', record: 'hidden system / SourceTextModule' },
      ...{ imports: 'array ', names: 'array ', name: 'string sessions', cell: 'hidden system / Cell' },
      ...{ list: 'Array', store: 'array ', a: 'Session', b: 'Session' },
    },
  );
  expect(found?.title).toBe('`sessions`, an array, grows.');
  expect(found?.evidence[1]).toBe('it is reached by way of the module /app/store.mjs');
});

test('what waits for a promise is counted by its reactions, not by their functions', async () => {
  const [found] = await recognisedIn(
    `root ^global> world
  world .gate> gate
  ---
  gate !reactions_or_result> a
  a #1> b
  a #2> f
  a #3> g
  b #2> h
  b #3> i`,
    {
      gate: 'Promise',
      a: 'code system / PromiseReaction',
      b: 'code system / PromiseReaction',
      f: 'closure f',
      g: 'closure f',
      h: 'closure f',
      i: 'closure f',
    },
  );
  expect(found?.evidence).toEqual(['it has not settled, and holds 2 reactions from the measured iterations']);
});
