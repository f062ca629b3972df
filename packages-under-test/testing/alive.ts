import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/** Makes this many objects one after the other, lets go of them, and returns how many of them somebody else still holds. */
export async function aliveOf(count: number, make: (i: number) => Promise<object>): Promise<number> {
  const made = await makeAll(count, make);
  // What a WeakRef was made of lives as long as the turn it was made in.
  for (let i = 0; i < 3; i++) {
    await turn();
    gc();
  }
  return made.filter((each) => each.deref() !== undefined).length;
}

/** A function of its own: the registers of one that goes on may hold the last object, or the promise of it. */
async function makeAll(count: number, make: (i: number) => Promise<object>): Promise<WeakRef<object>[]> {
  const made: WeakRef<object>[] = [];
  for (let i = 0; i < count; i++) made.push(await weakly(make(i)));
  return made;
}

/** The same again. */
async function weakly(made: Promise<object>): Promise<WeakRef<object>> {
  return new WeakRef(await made);
}
