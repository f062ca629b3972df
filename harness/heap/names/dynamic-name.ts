/**
 * Puts `*` for a counter inside a name, so that `AnonymousModel_17` and `AnonymousModel_18`, made one per iteration, are
 * one class `AnonymousModel_*`. A counter is any number behind `_`, `-`, `$` or `#`, or one of four and more digits;
 * `Int32Array` and `Sha256` stay.
 */
export function foldCounter(name: string): string {
  return name.replace(/(?<=[_$#-])\d+|\d{4,}/g, '*');
}
