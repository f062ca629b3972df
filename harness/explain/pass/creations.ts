/** A handle, timer, process or descriptor that has not been closed, and the call stack that made it. */
export interface Creation {
  /** As async_hooks names it: `Timeout`, `TCPWRAP`, `PROCESSWRAP`; `descriptor` of a file. */
  type: string;
  /** The file, of a descriptor. */
  path?: string;
  /** Innermost call first. */
  calls: Call[];
}

/** One line of an Error's stack. Lines and columns count from 1. */
export interface Call {
  functionName: string;
  url: string;
  line: number;
  column: number;
}

/** `at f (file:///a.mjs:1:2)`, `at async f (...)`, `at file:///a.mjs:1:2`. */
const CALL = /^\s+at (?:async )?(?:(.*) \()?(.*?):(\d+):(\d+)\)?$/;

/** The calls of an Error's stack. Lines that name no place, such as V8's own functions, are left out. */
export function parseStack(stack: string): Call[] {
  const calls: Call[] = [];
  for (const line of stack.split('\n')) {
    const match = CALL.exec(line);
    if (match === null) continue;
    const [, functionName = '', url, row, column] = match as unknown as [string, string?, string?, string?, string?];
    calls.push({ functionName, url: url ?? '', line: Number(row), column: Number(column) });
  }
  return calls;
}

/** One line of what the hook writes; without a type it is gone. The number of a descriptor is given anew once it is closed. */
interface Fact {
  id: number | string;
  type?: string;
  stack?: string;
  /** What triggered it, where its own stack has nobody's code. */
  trigger?: number;
  path?: string;
}

/**
 * What the creation hook has written, one JSON text per line: those made at or behind `from` that are not gone at the end.
 *
 * @param from How many characters had been written when the measured iterations began.
 */
export function creationsIn(text: string, from: number): Creation[] {
  const alive = new Map<number | string, Creation>();
  const origins = new Map<number | string, Fact>();
  let at = 0;
  for (const line of text.split('\n')) {
    const isMeasured = at >= from;
    at += line.length + 1;
    // The last line may be half written.
    if (!line.endsWith('}')) continue;
    const fact = JSON.parse(line) as Fact;
    const { id, type, path } = fact;
    if (type === undefined) {
      alive.delete(id);
      continue;
    }
    origins.set(id, fact);
    if (!isMeasured) continue;
    alive.set(id, { type, calls: parseStack(askedFor(fact, origins)), ...(path === undefined ? {} : { path }) });
  }
  return [...alive.values()];
}

/** The stack of what triggered a creation in the end; its own where nobody's code did. */
function askedFor(fact: Fact, facts: ReadonlyMap<number | string, Fact>): string {
  let first: Fact | undefined = fact;
  while (first?.trigger !== undefined && first.trigger !== first.id) first = facts.get(first.trigger);
  return (first?.trigger === undefined ? first?.stack : fact.stack) ?? fact.stack ?? '';
}
