import type { Code } from '../wasm/code.ts';
import { i32, select } from '../wasm/instructions.ts';

/** Code for the larger one of two unsigned numbers. */
export function larger(a: Code, b: Code): Code {
  return select(i32.gt(a, b), a, b);
}
