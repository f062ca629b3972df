import { at, isWhiteSpace, Misfit, type Section } from './section.ts';

type State = 'start' | 'first key' | 'key' | 'inside key' | 'colon' | 'value' | 'behind value' | 'end';

const wanted: Record<State, string> = {
  start: '"{" to open the snapshot',
  'first key': 'the name of a section',
  key: 'the name of a section',
  'inside key': 'the closing quote of a section name',
  colon: '":" behind a section name',
  value: 'a section',
  'behind value': '"," or "}" behind a section',
  end: 'nothing behind the closing "}"',
};

/** Longer than any section name of V8; stops a file that is one endless string. */
const MOST_KEY_LENGTH = 64;

/** The outermost object: finds each section's name and lets the section read its value. */
export class TopLevel {
  #state: State = 'start';
  #key = '';
  #section: Section | undefined;
  readonly #open: (key: string) => Section;

  /** `open` makes the reader of the section of that name. */
  constructor(open: (key: string) => Section) {
    this.#open = open;
  }

  /** True when the object is closed. */
  get done(): boolean {
    return this.#state === 'end';
  }

  /** What would have had to come next. */
  get awaiting(): string {
    return this.#section?.awaiting ?? wanted[this.#state];
  }

  consume(bytes: Uint8Array): void {
    let position = 0;
    while (position < bytes.length) {
      position = this.#section ? this.#consumeSection(this.#section, bytes, position) : this.#step(bytes, position);
    }
  }

  #consumeSection(section: Section, bytes: Uint8Array, from: number): number {
    const position = section.consume(bytes, from);
    if (section.done) {
      this.#section = undefined;
      this.#state = 'behind value';
    }
    return position;
  }

  #step(bytes: Uint8Array, position: number): number {
    const byte = bytes[position];
    if (this.#state === 'inside key') this.#keyByte(byte, position);
    else if (!isWhiteSpace(byte)) {
      if (this.#state === 'value') {
        this.#section = at(position, () => this.#open(this.#key));
        return position;
      }
      this.#state = this.#after(String.fromCharCode(byte), position);
    }
    return position + 1;
  }

  #after(mark: string, position: number): State {
    const state = this.#state;
    if (state === 'start' && mark === '{') return 'first key';
    if (state === 'colon' && mark === ':') return 'value';
    if (state === 'behind value' && mark === ',') return 'key';
    if ((state === 'behind value' || state === 'first key') && mark === '}') return 'end';
    if ((state === 'first key' || state === 'key') && mark === '"') {
      this.#key = '';
      return 'inside key';
    }
    throw new Misfit(position, wanted[state]);
  }

  #keyByte(byte: number, position: number): void {
    if (byte === 0x22) this.#state = 'colon';
    else if (this.#key.length < MOST_KEY_LENGTH) this.#key += String.fromCharCode(byte);
    else throw new Misfit(position, wanted['inside key']);
  }
}
