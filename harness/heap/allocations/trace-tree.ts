import { isWhiteSpace, Misfit, type Section } from '../reader/section.ts';
import { WordList } from '../reader/word-list.ts';
import type { TraceLayout } from './trace-layout.ts';

const COMMA = 0x2c;
const OPEN = 0x5b;
const CLOSE = 0x5d;
/** Deeper than any stack of V8's that fits in its default megabyte. */
const MOST_DEPTH = 100_000;

/** What may come next. `first` is a number or, in an empty list, its end; `number` and `children` follow a comma. */
type State = 'open' | 'first' | 'number' | 'digits' | 'children' | 'behind' | 'end';

const wanted: Record<State, string> = {
  open: '"[" to open a list in "trace_tree"',
  first: 'a number or "]" in "trace_tree"',
  number: 'a number in "trace_tree"',
  digits: 'a digit or "," in "trace_tree"',
  children: 'the list of children in "trace_tree"',
  behind: '"," or "]" in "trace_tree"',
  end: 'the end of "trace_tree"',
};

/**
 * The tree of the stacks that have allocated: each node is a function and, by its parents, who called it. V8 writes it as
 * lists within lists, of which only the two numbers that matter are kept.
 */
export class TraceTree implements Section {
  done = false;
  #state: State = 'open';
  #value = 0;
  #filled = 0;
  readonly #record: Float64Array;
  /** Places of the nodes whose list of children is open. */
  readonly #open: number[] = [];
  readonly #placeOf = new Map<number, number>();
  readonly #parents = new WordList();
  readonly #functions = new WordList();
  readonly #layout: TraceLayout['treeNode'];

  constructor({ treeNode }: TraceLayout) {
    this.#layout = treeNode;
    this.#record = new Float64Array(treeNode.numbers);
  }

  get awaiting(): string {
    return wanted[this.#state];
  }

  /** Highest function index in the tree, to be checked against the functions there are; -1 when it is empty. */
  get highestFunction(): number {
    return this.#functions.words.reduce((most, each) => Math.max(most, each), -1);
  }

  /** The functions on the stack of the tree node with this id, innermost first; empty for an id that is not in it. */
  functionsOf(id: number): number[] {
    const functions: number[] = [];
    const place = this.#placeOf.get(id);
    // Places are kept one too high, so that 0 stands for none.
    for (let at = place === undefined ? 0 : place + 1; at !== 0; at = this.#parents.words[at - 1]) {
      functions.push(this.#functions.words[at - 1]);
    }
    return functions;
  }

  consume(bytes: Uint8Array, from: number): number {
    for (let position = from; position < bytes.length; position++) {
      const byte = bytes[position];
      if (byte >= 0x30 && byte <= 0x39) this.#digit(byte - 0x30, position);
      else if (!isWhiteSpace(byte)) this.#mark(byte, position);
      if (this.done) return position + 1;
    }
    return bytes.length;
  }

  #digit(digit: number, position: number): void {
    const state = this.#state;
    if (state === 'digits') this.#value = this.#value * 10 + digit;
    else if (state === 'first' || state === 'number') this.#value = digit;
    else throw new Misfit(position, this.awaiting);
    if (this.#value > Number.MAX_SAFE_INTEGER) throw new Misfit(position, 'smaller numbers in "trace_tree"');
    this.#state = 'digits';
  }

  #mark(byte: number, position: number): void {
    const state = this.#state;
    if (byte === COMMA && state === 'digits') {
      this.#record[this.#filled++] = this.#value;
      this.#state = this.#filled === this.#layout.numbers ? 'children' : 'number';
    } else if (byte === COMMA && state === 'behind') this.#state = 'number';
    else if (byte === OPEN && state === 'open') this.#state = 'first';
    else if (byte === OPEN && state === 'children') this.#enter(position);
    else if (byte === CLOSE && (state === 'first' || state === 'behind')) this.#leave();
    else throw new Misfit(position, this.awaiting);
  }

  #enter(position: number): void {
    const id = this.#record[this.#layout.id];
    const functionInfo = this.#record[this.#layout.functionInfo];
    if (this.#placeOf.has(id) || functionInfo > 2 ** 32 - 1 || this.#open.length >= MOST_DEPTH) {
      throw new Misfit(
        position,
        'a tree of at most 100000 levels, with an id of its own for each node, in "trace_tree"',
      );
    }
    const place = this.#functions.length;
    this.#placeOf.set(id, place);
    this.#functions.push(functionInfo);
    this.#parents.push((this.#open.at(-1) ?? -1) + 1);
    this.#open.push(place);
    this.#filled = 0;
    this.#state = 'first';
  }

  #leave(): void {
    this.done = this.#open.pop() === undefined;
    this.#state = this.done ? 'end' : 'behind';
  }
}
