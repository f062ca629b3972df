const OPERATIONS = ['access', 'before save', 'after save'] as const;

export type Operation = (typeof OPERATIONS)[number];
export type Observer = (row: Record<string, unknown>) => void;

/** A model that lives as long as the process, and tells its observers what happens to its rows. */
export class Model {
  readonly name: string;
  private readonly observers = new Map<Operation, Observer[]>(OPERATIONS.map((operation) => [operation, []]));

  constructor(name: string) {
    this.name = name;
  }

  /** Calls `observer` at every such operation from now on. */
  observe(operation: Operation, observer: Observer): void {
    this.observers.get(operation)?.push(observer);
  }

  /** Ends one `observe` of the same observer. */
  removeObserver(operation: Operation, observer: Observer): void {
    const observers = this.observers.get(operation) ?? [];
    const index = observers.indexOf(observer);
    if (index >= 0) observers.splice(index, 1);
  }

  /** Saves a row. */
  async create(row: Record<string, unknown>): Promise<Record<string, unknown>> {
    this.notify('before save', row);
    await null;
    this.notify('after save', row);
    return row;
  }

  /** How many observers there are. */
  get observed(): number {
    return [...this.observers.values()].reduce((sum, { length }) => sum + length, 0);
  }

  private notify(operation: Operation, row: Record<string, unknown>): void {
    for (const observer of this.observers.get(operation) ?? []) observer(row);
  }
}

/** One request: who makes it, and what it changes. */
export interface Request {
  user: string;
  changes: string[];
}
