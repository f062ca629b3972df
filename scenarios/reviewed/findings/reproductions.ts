import { readdirSync, readFileSync } from 'node:fs';

const PLAIN = new URL('../plain/', import.meta.url);
const HELPER = 'bytes-per-iteration.mjs';
const IMPORT = `import { bytesPerIteration } from './${HELPER}';\n`;

/** A script that shows a finding without the harness. */
export interface Reproduction {
  name: string;
  /** The whole of it, with what it imports from beside it. */
  source: string;
}

/** Every script of `plain/`, so that each can be pasted by itself. */
export function readReproductions(): Reproduction[] {
  const [comment = '', ...helper] = read(HELPER).split('\n');
  const measure = helper.join('\n').replace('export ', '');
  return readdirSync(PLAIN)
    .filter((name) => name !== HELPER)
    .map((name) => {
      const source = read(name);
      if (!source.includes(IMPORT)) return { name, source };
      return { name, source: `${source.replace(IMPORT, '')}\n${comment}\n${measure}` };
    });
}

function read(name: string): string {
  return readFileSync(new URL(name, PLAIN), 'utf8');
}
