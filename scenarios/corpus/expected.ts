import { CALM, type Expectations } from '../../bench/truth/expectation.ts';

/** Real leaks of public packages: which version leaks, what must be found, and that the fixed version is calm. */
export const CORPUS: Expectations = {
  'apollo-client-document-cache': {
    kind: 'cache',
    issue: 'https://github.com/apollographql/apollo-client/issues/13036',
    runs: {
      '4.0.9': { leaks: [{ class: 'Entry', perIteration: 2, retainer: 'Object (key of a WeakMap) ▸ Trie' }] },
      '4.0.10': { ends: CALM },
    },
  },
  'axios-cancel-token': {
    kind: 'promise',
    issue: 'https://github.com/axios/axios/issues/3001',
    runs: {
      '0.21.4': {
        leaks: [
          { class: 'closure onCanceled (http.js:314)', perIteration: 1, retainer: 'CancelToken.promise ▸ Promise' },
        ],
      },
      '0.22.0': { ends: CALM },
    },
  },
  'comlink-dropped-proxies': {
    kind: 'handle',
    issue: 'https://github.com/GoogleChromeLabs/comlink/issues/607',
    runs: {
      '4.3.1': { leaks: [{ class: 'MessagePort', perIteration: 2, retainer: '(Global handles)' }] },
      '4.4.1': { ends: CALM },
    },
  },
  'debug-instances': {
    kind: 'array',
    issue: 'https://github.com/debug-js/debug/issues/678',
    runs: {
      '4.1.1': {
        leaks: [{ class: 'closure debug (common.js:67)', perIteration: 1, retainer: 'createDebug.instances' }],
      },
      '4.3.0': { ends: CALM },
    },
  },
  'esbuild-watch-rebuilds': {
    kind: 'child process',
    issue: 'https://github.com/evanw/esbuild/issues/750',
    runs: {
      '0.8.40': { leaks: [{ grows: 'processesRss' }] },
      '0.8.41': { ends: CALM },
    },
  },
  'got-abort-signal': {
    kind: 'listener',
    issue: 'https://github.com/sindresorhus/got/pull/2162',
    runs: {
      '12.5.2': {
        leaks: [
          { class: 'Listener', perIteration: 1, retainer: 'Object.shutdown ▸ AbortController.#signal ▸ AbortSignal' },
        ],
      },
      '12.5.3': { ends: CALM },
    },
  },
  'jsdom-fired-timeouts': {
    kind: 'timer',
    issue: 'https://github.com/jsdom/jsdom/pull/2897',
    runs: {
      '16.2.1': {
        leaks: [{ class: 'Timeout', perIteration: 1, retainer: 'variable listOfActiveTimers ▸ Map[key] ▸ Timeout' }],
      },
      '16.2.2': { ends: CALM },
    },
  },
  'leveldown-get-many': {
    kind: 'native memory',
    issue: 'https://github.com/Level/leveldown/issues/804',
    runs: {
      '6.1.0': { leaks: [{ grows: 'rss' }] },
      '6.1.1': { ends: CALM },
    },
  },
  'lru-cache-evicted-by-size': {
    kind: 'cache',
    issue: 'https://github.com/isaacs/node-lru-cache/issues/227',
    runs: {
      '7.8.0': {
        leaks: [
          { class: 'Page', perIteration: 1, retainer: 'LRUCache.valList ▸ Array[*]' },
          { class: 'string', perIteration: 1, retainer: 'LRUCache.keyList ▸ Array[*]' },
        ],
      },
      '7.8.1': { ends: CALM },
    },
  },
  'memoize-expired-timers': {
    kind: 'timer',
    issue: 'https://github.com/sindresorhus/memoize/pull/103',
    runs: {
      '10.1.0': { leaks: [{ class: 'Timeout', perIteration: 1, retainer: 'Set ▸ Timeout' }] },
      '10.2.0': { ends: CALM },
    },
  },
  'mongoose-deleted-models': {
    kind: 'listener',
    issue: 'https://github.com/Automattic/mongoose/issues/7682',
    runs: {
      '5.5.1': {
        leaks: [
          {
            class: 'closure model (model.js:4498)',
            perIteration: 1,
            retainer: 'NativeConnection.$internalEmitter ▸ Object.dropDatabase',
          },
        ],
      },
      '5.5.2': { ends: CALM },
    },
  },
  'multer-aborted-uploads': {
    kind: 'descriptor',
    issue: 'https://github.com/expressjs/multer/issues/971',
    runs: {
      '2.2.0': { leaks: [{ grows: 'fds', perIteration: 1 }] },
      '2.3.0': { ends: CALM },
    },
  },
  'nock-reply-timers': {
    kind: 'timer',
    issue: 'https://github.com/nock/nock/issues/2773',
    runs: {
      '13.5.4': {
        leaks: [
          { class: 'OverriddenClientRequest', perIteration: 1, retainer: 'variable timeouts of removeAllTimers' },
          { class: 'Immediate', perIteration: 1, retainer: 'variable immediates of removeAllTimers' },
        ],
      },
      '13.5.5': { ends: CALM },
    },
  },
  'node-fetch-kept-alive': {
    kind: 'listener',
    issue: 'https://github.com/node-fetch/node-fetch/issues/1295',
    runs: {
      '3.2.4': {
        leaks: [{ class: 'closure onSocketClose (src/index.js:382)', perIteration: 1, retainer: 'Socket._events' }],
      },
      '3.2.5': { ends: CALM },
    },
  },
  'p-map-abort-signal': {
    kind: 'listener',
    issue: 'https://github.com/sindresorhus/p-map/pull/81',
    runs: {
      '7.0.2': {
        leaks: [{ class: 'Listener', perIteration: 1, retainer: 'AbortSignal[symbol kEvents] ▸ Map[key "abort"]' }],
      },
      '7.0.3': { ends: CALM },
    },
  },
  'p-queue-abort-signal': {
    kind: 'promise',
    issue: 'https://github.com/sindresorhus/p-queue/issues/235',
    runs: {
      '9.0.0': {
        leaks: [{ class: 'Promise', perIteration: 4, retainer: 'AbortSignal[symbol kEvents] ▸ Map[key "abort"]' }],
      },
      '9.0.1': { ends: CALM },
    },
  },
  'require-uncached-fresh-copies': {
    kind: 'code',
    issue: 'https://github.com/sindresorhus/import-fresh/issues/2',
    runs: {
      '1.0.2': { leaks: [{ class: 'Module', perIteration: 1, retainer: 'module require-uncached/index.js.children' }] },
      '1.0.3': { ends: CALM },
    },
  },
  'rxjs-delay': {
    kind: 'array',
    issue: 'https://github.com/ReactiveX/rxjs/issues/3605',
    runs: {
      '6.0.0': { leaks: [{ class: 'AsyncAction', perIteration: 1, retainer: 'DelaySubscriber._subscriptions' }] },
      '6.1.0': { ends: CALM },
    },
  },
  'rxjs-observe-on': {
    kind: 'array',
    issue: 'https://github.com/ReactiveX/rxjs/issues/6561',
    runs: {
      '7.3.0': { leaks: [{ class: 'AsyncAction', perIteration: 1, retainer: 'SafeSubscriber._teardowns' }] },
      '7.3.1': { ends: CALM },
    },
  },
  'socket.io-client-unanswered-question': {
    kind: 'promise',
    issue: 'https://github.com/socketio/socket.io/issues/4964',
    runs: {
      '4.7.4': {
        leaks: [{ class: 'closure (anonymous) (socket.js:305)', perIteration: 1, retainer: 'Socket.acks ▸ Object[*]' }],
      },
      '4.7.5': { ends: CALM },
    },
  },
  'socket.io-late-join': {
    kind: 'map',
    issue: 'https://github.com/socketio/socket.io/issues/4067',
    runs: {
      '4.5.1': { leaks: [{ class: 'Set', perIteration: 2, retainer: 'Namespace.adapter ▸ Adapter' }] },
      '4.5.2': { ends: CALM },
    },
  },
  'sql.js-throwing-exec': {
    kind: 'native memory',
    issue: 'https://github.com/sql-js/sql.js/issues/306',
    runs: {
      '1.0.0': { leaks: [{ grows: 'rss' }] },
      '1.1.0': { ends: CALM },
    },
  },
  'tanstack-query-core-mutation-reset': {
    kind: 'map',
    issue: 'https://github.com/TanStack/query/issues/6509',
    runs: {
      '5.12.1': { leaks: [{ class: 'Mutation', perIteration: 1, retainer: 'MutationCache.#mutations' }] },
      '5.13.4': { ends: CALM },
    },
  },
  'undici-agent-origins': {
    kind: 'map',
    issue: 'https://github.com/nodejs/undici/pull/4223',
    runs: {
      '7.9.0': { leaks: [{ class: 'Pool', perIteration: 1, retainer: 'Agent[symbol clients] ▸ Map' }] },
      '7.16.0': { ends: CALM },
    },
  },
  'undici-destroyed-while-connecting': {
    kind: 'handle',
    issue: 'https://github.com/nodejs/undici/pull/2058',
    runs: {
      '5.21.2': {
        leaks: [
          { class: 'Socket', perIteration: 2, retainer: 'TCP[symbol owner_symbol] ▸ Socket' },
          { grows: 'handles.TCP*', perIteration: 2 },
          { class: 'HTTPParser', perIteration: 1 },
        ],
      },
      '5.22.0': { ends: CALM },
    },
  },
  'vue-props-per-app': {
    kind: 'cache',
    issue: 'https://github.com/vuejs/core/issues/2225',
    runs: {
      '3.0.0': { leaks: [{ class: 'Array', perIteration: 2, retainer: 'Object.__props' }] },
      '3.0.1': { ends: CALM },
    },
  },
  'vue-reactivity-tracked-keys': {
    kind: 'map',
    issue: 'https://github.com/vuejs/core/issues/11979',
    runs: {
      '3.5.6': { leaks: [{ class: 'Dep', perIteration: 1, retainer: 'Map (key of a WeakMap) ▸ Map[key] ▸ Dep' }] },
      '3.5.7': { ends: CALM },
    },
  },
  'winston-closed-loggers': {
    kind: 'listener',
    issue: 'https://github.com/winstonjs/winston/issues/1706',
    runs: {
      '3.3.3': {
        leaks: [{ class: 'DerivedLogger', perIteration: 1, retainer: 'process._events ▸ Object.uncaughtException' }],
      },
      '3.3.4': { ends: CALM },
    },
  },
  'xstate-transitions': {
    kind: 'closure',
    issue: 'https://github.com/statelyai/xstate/pull/1023',
    runs: {
      '4.7.8': { leaks: [{ class: 'State', perIteration: 1, retainer: 'Interpreter._state ▸ State' }] },
      '4.8.0': { ends: CALM },
    },
  },
  'zod-described-schemas': {
    kind: 'map',
    issue: 'https://github.com/colinhacks/zod/commit/36c4ee354',
    runs: {
      '4.1.7': { leaks: [{ class: '_', perIteration: 2, retainer: '$ZodRegistry._map ▸ Map' }] },
      '4.1.8': { ends: CALM },
    },
  },
};
