import { readFileSync } from 'node:fs';
import { plainScripts } from './plain-scripts.ts';

const PLAIN = new URL('../plain/', import.meta.url);
const HELPER = 'bytes-per-iteration.mjs';
const IMPORT = `import { bytesPerIteration } from './${HELPER}';\n`;

/** A script that shows a finding without the harness. */
export interface Reproduction {
  name: string;
  /** Whether it imports a public package, and is whole, or specimens that lie in this repository. */
  against: 'package' | 'specimens';
  /** As it lies in `plain/`; if it is whole, with what it imports from beside it. */
  source: string;
}

/** Every script of `plain/` that can be run by itself. */
export function readReproductions(): Reproduction[] {
  const helper = readHelper();
  return plainScripts.map(({ name, of }) => {
    const source = read(name);
    if (of === undefined) return { name, against: 'specimens', source };
    if (!source.includes(IMPORT)) return { name, against: 'package', source };
    return { name, against: 'package', source: `${source.replace(IMPORT, '')}\n${helper}` };
  });
}

function readHelper(): string {
  const [comment = '', ...lines] = read(HELPER).split('\n');
  return `${comment}\n${lines.join('\n').replace('export ', '')}`;
}

function read(name: string): string {
  return readFileSync(new URL(name, PLAIN), 'utf8');
}
