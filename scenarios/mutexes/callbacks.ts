/** How many callers want a lock at once in one iteration. */
export const LOCKERS = 100;

/** Does a little work. */
export async function work(): Promise<void> {
  await null;
}

/** Fails, as callbacks do. */
export async function fail(): Promise<void> {
  throw new Error('the callback failed');
}

/** Never ends. */
export function hang(): Promise<void> {
  return new Promise(() => {});
}

/**
 * What the caller of this number (0 to 99) does with its lock: every tenth fails, the 50th and the last never end, the
 * others do a little work. The time-out of the last one starts last, so that when it is over no time-out of the same
 * length is pending, however slow the machine.
 */
export function callbackOf(locker: number): () => Promise<void> {
  if (locker === 49 || locker === LOCKERS - 1) return hang;
  return locker % 10 === 0 ? fail : work;
}
