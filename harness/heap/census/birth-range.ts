/** Objects by their ids, which V8 hands out in ascending order: `bornAfter < id <= bornUntil`. */
export interface BirthRange {
  bornAfter?: number;
  bornUntil?: number;
}
