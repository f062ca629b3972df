/** Numbers of 32 bits, any number of them. */
export class WordList {
  #words = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What is in the list so far, valid until it grows. */
  get words(): Uint32Array {
    return this.#words.subarray(0, this.#length);
  }

  push(value: number): void {
    this.#reserve(1);
    this.#words[this.#length++] = value;
  }

  append(values: Uint32Array): void {
    this.#reserve(values.length);
    this.#words.set(values, this.#length);
    this.#length += values.length;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#words.length) return;
    const longer = new Uint32Array(Math.max(2 * this.#words.length, this.#length + more));
    longer.set(this.words);
    this.#words = longer;
  }
}
