import type { Suspect } from '../leaks/suspect.ts';
import { ownFunction, prototypesOf } from './prototypes.ts';

/** The class's name in Node, in the copies of it and in its likes that packages bring. */
const CLASS = 'EventEmitter';
/** What an object has that such a class's methods were copied to, as Express does with its application. */
const METHODS = ['emit', 'removeListener'];

/** Whether an object with `_events` is an EventEmitter: by its prototypes, or by the methods that it or they have. */
export function isEmitter(suspect: Suspect, object: number): boolean {
  const chain = [object, ...prototypesOf(suspect, object)];
  const has = (name: string) => chain.some((each) => ownFunction(suspect, each, name) !== undefined);
  return chain.some((each) => isClass(suspect, ownFunction(suspect, each, 'constructor'))) || METHODS.every(has);
}

function isClass(suspect: Suspect, maker: number | undefined): boolean {
  return maker !== undefined && suspect.textOf(maker) === CLASS;
}
