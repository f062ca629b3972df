import { join } from 'node:path';
import { rolldown } from 'rolldown';

const NAMES = ['tool-steadyheap', 'tool-memlab', 'tool-toolkit'];

/**
 * Compiles the tools to JavaScript, one file each, peers left where they are installed, and returns the folder. Node's own
 * stripping of types goes on compiling itself on other threads for 50 ms of CPU after the last module is loaded, which
 * would count as analysis.
 */
export async function buildTools(): Promise<string> {
  const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'steadyheap-bench');
  for (const name of NAMES) {
    const bundle = await rolldown({
      input: join(import.meta.dirname, `${name}.ts`),
      platform: 'node',
      external: [/^@memlab\//, 'heap-snapshot-toolkit'],
    });
    await bundle.write({ file: join(folder, `${name}.mjs`), format: 'esm' });
    await bundle.close();
  }
  return folder;
}
