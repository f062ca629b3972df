import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;

/**
 * Rounds of collection at the most, with a pause before each: at times V8 itself holds an object for a while (one of ten, in
 * two runs of six, at three collections without a pause; none in ten runs since).
 */
const MOST_ROUNDS = 25;
const PAUSE_MS = 10;

/** Makes this many objects one after the other, lets go of them, and returns how many of them somebody else still holds. */
export async function aliveOf(count: number, make: (i: number) => Promise<object>): Promise<number> {
  const made = await makeAll(count, make);
  const alive = () => made.filter((each) => each.deref() !== undefined).length;
  let left = count;
  for (let round = 0; round < MOST_ROUNDS && left > 0; round++) {
    // What a WeakRef was made of, or was read from one, lives as long as the turn in which that was done.
    await pause(PAUSE_MS);
    gc();
    left = alive();
  }
  return left;
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
