import { type Code, encode } from './code.ts';
import { unsigned } from './leb128.ts';

const END = 0x0b;
const types = { i32: 0x7f, i64: 0x7e } as const;
export type ValueType = keyof typeof types;

export interface WasmFunction {
  parameters: readonly ValueType[];
  result: ValueType;
  /** The variables behind the parameters. */
  locals: readonly ValueType[];
  body: Code;
}

/** A module of these functions over a memory of its own; exports the memory as `memory` and the last function as `run`. */
export function compile(functions: readonly WasmFunction[], pages: number): WebAssembly.Module {
  const last = functions.length - 1;
  const signature = ({ parameters, result }: WasmFunction) => [
    0x60,
    ...vector(parameters.map((type) => [types[type]])),
    ...vector([[types[result]]]),
  ];
  return new WebAssembly.Module(
    Uint8Array.from(
      [
        [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
        section(1, vector(functions.map(signature))),
        section(3, vector(functions.map((_, index) => [index]))),
        section(5, vector([[0, ...unsigned(pages)]])),
        section(
          7,
          vector([
            [...name('memory'), 2, 0],
            [...name('run'), 0, last],
          ]),
        ),
        section(10, vector(functions.map(functionBody))),
      ].flat(),
    ),
  );
}

function functionBody({ locals, body }: WasmFunction): number[] {
  const bytes = vector(locals.map((type) => [1, types[type]])).concat(encode(body), END);
  return unsigned(bytes.length).concat(bytes);
}

function section(id: number, content: number[]): number[] {
  return [id].concat(unsigned(content.length), content);
}

function vector(items: readonly number[][]): number[] {
  return unsigned(items.length).concat(...items);
}

function name(text: string): number[] {
  return vector(Array.from(text, (letter) => [letter.charCodeAt(0)]));
}
