// `npm run leak-test`: Vitest on the scenarios. `--all` takes those in the folders below `scenarios/` as well; every other
// argument is Vitest's own. Vitest refuses options it does not know, so the set reaches its configuration as the mode.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(2);
const mode = args.includes('--all') ? 'leak-test-all' : 'leak-test';
process.argv.splice(2, args.length, 'run', '--mode', mode, ...args.filter((arg) => arg !== '--all'));

const vitest = path.dirname(createRequire(import.meta.url).resolve('vitest/package.json'));
await import(pathToFileURL(path.join(vitest, 'vitest.mjs')).href);
