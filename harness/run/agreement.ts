import type { Census } from '../heap/index.ts';
import type { MemlabReport } from '../heap/memlab/index.ts';

/** A closure's class ends with its place in the source; memlab knows the place in the compiled file only. */
export function nameForMemlab(className: string): string {
  return className.startsWith('closure ') ? className.replace(/ \([^()]*\)$/, '') : className;
}

/**
 * Whether memlab and our census have found the same survivors of the triple: null, or a sentence that says where they
 * differ. Closures are left out, as the two tell them apart by different places.
 *
 * @param survivors Born after the baseline, alive at target and in the final snapshot, by our reader.
 */
export function disagreement(memlab: MemlabReport, survivors: Census): string | null {
  for (const [name, count] of Object.entries(memlab.countsByClass)) {
    if (name.startsWith('closure ')) continue;
    const ours = survivors.get(name)?.count ?? 0;
    if (ours !== count) return `of ${name}, memlab found ${count} survivors and the census ${ours}`;
  }
  return null;
}
