import { Session } from 'node:inspector/promises';

/** Runs in the measured program: the sizes of the collections among `objects`, by fuite's definition of one. */
function remember(objects: object[], sizes: WeakMap<object, number>): void {
  for (const object of objects) {
    const prototype = Object.getPrototypeOf(object);
    const isPlain = prototype === Object.prototype || prototype === null;
    const isCollection = object instanceof Map || object instanceof Set || Array.isArray(object);
    if (!isCollection && !isPlain) continue;
    try {
      const sized = object as { size?: number; length?: number };
      sizes.set(object, (isPlain ? Object.keys(object).length : (sized.size ?? sized.length)) as number);
    } catch {}
  }
}

/** The sizes of the collections of this process, found through V8's inspector as fuite finds those of a page. */
export class Collections {
  readonly #session = new Session();
  readonly #before = new WeakMap<object, number>();

  constructor() {
    this.#session.connect();
  }

  async remember(): Promise<void> {
    remember(await this.#objects(), this.#before);
  }

  /** By how much those that were there have grown since; those that have grown only. */
  async growths(): Promise<number[]> {
    const objects = await this.#objects();
    const now = new WeakMap<object, number>();
    remember(objects, now);
    return objects
      .map((object) => (now.get(object) ?? 0) - (this.#before.get(object) ?? Number.POSITIVE_INFINITY))
      .filter((growth) => growth > 0);
  }

  async #objects(): Promise<object[]> {
    const session = this.#session;
    const { result: prototype } = await session.post('Runtime.evaluate', { expression: 'Object.prototype' });
    const prototypeObjectId = prototype.objectId as string;
    const { objects } = await session.post('Runtime.queryObjects', { prototypeObjectId });
    const objectId = objects.objectId as string;
    // The inspector hands out names of objects; the objects themselves pass by way of the global one.
    const hand: { objects: object[] } = { objects: [] };
    Object.assign(globalThis, { hand });
    const functionDeclaration = 'function (objects) { globalThis.hand.objects = objects; }';
    await session.post('Runtime.callFunctionOn', { functionDeclaration, objectId, arguments: [{ objectId }] });
    for (const each of [objectId, prototypeObjectId]) await session.post('Runtime.releaseObject', { objectId: each });
    Object.assign(globalThis, { hand: null });
    return hand.objects;
  }
}
