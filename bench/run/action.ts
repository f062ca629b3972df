/** What the repeated action works on. */
export type Registry = Map<string, { visits: number }>;

/** The repeated action of the benchmark: leaves nothing behind. */
export function visit(registry: Registry, i: number): void {
  registry.set(`visitor ${i}`, { visits: i });
  registry.delete(`visitor ${i}`);
}
