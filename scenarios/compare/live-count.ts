/** Counts objects that are alive without keeping them so; settled samples find those that are gone already counted out. */
export class LiveCount {
  #alive = 0;
  readonly #registry = new FinalizationRegistry(() => {
    this.#alive--;
  });

  add(object: object): void {
    this.#alive++;
    this.#registry.register(object, undefined);
  }

  get alive(): number {
    return this.#alive;
  }
}
