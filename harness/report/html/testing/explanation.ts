import type { Explanation, Frame } from '../../../explain/explanation.ts';

function frame(functionName: string, file: string, line: number, owner: Frame['owner']): Frame {
  const name = owner === 'package' ? 'my-sessions' : owner === 'dependency' ? 'emittery' : null;
  return { functionName, file, line, exact: true, owner, package: name };
}

/** Node's functions between an emitter of a dependency and those who called it. */
const framesIn = (root: string): Frame[] => [
  frame('set', 'node:internal/collections', 3, 'node'),
  frame('emit', '/cache/node_modules/emittery/index.js', 7, 'dependency'),
  frame('emitWarning', 'node:internal/process/warning', 8, 'node'),
  frame('nextTick', 'node:internal/process/task_queues', 9, 'node'),
  frame('open', '/cache/node_modules/my-sessions/store.js', 42, 'package'),
  frame('iterate', `${root}/scenarios/sessions.scenario.ts`, 14, 'scenario'),
];

/** A leak of sessions with its kind, its path and its stack, and timers that wait; `name` stands wherever a subject's text does. */
export function explanationOf(name: string, root: string): Explanation {
  const frames = framesIn(root);
  return {
    iterations: 100,
    leaks: [
      {
        className: name,
        count: 200,
        perIteration: 2,
        retainedBytes: 64_000,
        retainerPath: ['(GC roots)', 'SessionStore.sessionsById', 'Map[key]', name],
        definedAt: '/cache/node_modules/my-sessions/store.js:3',
        kinds: [
          {
            kind: 'growing collection',
            title: '`SessionStore.sessionsById`, a Map, grows.',
            evidence: [
              `200 more of its entries are ${name} after the measured iterations than before`,
              'it is reached by way of SessionStore at /cache/node_modules/my-sessions/store.js:5',
            ],
            remedy: '`delete()` the entry when what it is about has ended',
          },
        ],
        stacks: [{ className: name, count: 200, retainedBytes: 64_000, frames }],
        holds: [{ className: name, count: 400 }],
      },
    ],
    origins: [],
    handles: [{ type: 'Timeout', count: 100, example: name, frames: frames.slice(4) }],
  };
}
