import { throws } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { scenario } from 'steadyheap';
import { packageFile } from './package-file.ts';

// sql-js/sql.js#306
export default scenario('a statement that violates a constraint', {
  package: 'sql.js',
  versions: ['1.0.0', '1.1.0'],
  // A statement that stays takes 2 kB of WASM memory, which grows by 16 MiB at a time.
  iterations: 1_000,
  async setup({ load }) {
    const initialize = await load();
    // Node's fetch, which sql.js takes for a browser's, reads no files.
    const wasmBinary = await readFile(packageFile('sql.js', 'dist', 'sql-wasm.wasm'));
    const { Database } = await initialize({ wasmBinary });
    const database = new Database();
    database.run('CREATE TABLE users (name TEXT UNIQUE); INSERT INTO users VALUES ("Ada")');
    return { database };
  },
  iterate({ database }) {
    throws(() => database.exec('INSERT INTO users VALUES ("Ada")'), /UNIQUE/);
  },
  teardown({ database }) {
    database.close();
  },
  known: [
    {
      versions: '1.0.0',
      class: 'rss',
      reason: 'exec() does not free the statement that throws',
      issue: 'https://github.com/sql-js/sql.js/issues/306',
    },
  ],
});
