const NAMES = ['access', 'before save', 'after save', 'before delete', 'after delete'] as const;

export type HookName = (typeof NAMES)[number];
export type Hook = (data: Record<string, unknown>) => void;

/** What is called when a model is read or written. */
export class Hooks {
  private readonly listeners = new Map<HookName, Hook[]>();

  constructor() {
    for (const name of NAMES) this.listeners.set(name, []);
  }

  observe(name: HookName, hook: Hook): void {
    this.listeners.get(name)?.push(hook);
  }

  notify(name: HookName, data: Record<string, unknown>): void {
    for (const hook of this.listeners.get(name) ?? []) hook(data);
  }
}
