import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** Makes this many objects one after the other, lets go of them, and returns how many of them somebody else still holds. */
export async function aliveOf(count: number, make: (i: number) => Promise<object>): Promise<number> {
  const made: WeakRef<object>[] = [];
  for (let i = 0; i < count; i++) made.push(await weakly(make(i)));
  // What a WeakRef was made of lives as long as the turn it was made in.
  for (let i = 0; i < 3; i++) {
    await turn();
    gc();
  }
  return made.filter((each) => each.deref() !== undefined).length;
}

/** In a function of its own, so that the caller's frame does not hold the object. */
async function weakly(made: Promise<object>): Promise<WeakRef<object>> {
  return new WeakRef(await made);
}
