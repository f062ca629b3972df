import { readFile } from 'node:fs/promises';
import { transformSync } from 'rolldown/experimental';
import { parseAst } from 'rolldown/parseAst';
import type { Plugin } from 'vitest/config';

const COMMONJS_SCENARIO = /\.scenario\.c[jt]s$/;

/**
 * Has Vitest evaluate scenarios of CommonJS as it does those of ESM, in one module with the harness that collects them: left
 * to Node, they would define their scenario to another copy of it, and be files without tests.
 */
export const commonJsScenarios: Plugin = {
  name: 'steadyheap:commonjs-scenarios',
  enforce: 'pre',
  async load(id) {
    if (!COMMONJS_SCENARIO.test(id)) return null;
    const { code, errors } = transformSync(id, await readFile(id, 'utf8'), {
      target: 'es2022',
      sourceType: 'commonjs',
    });
    const [error] = errors;
    if (error !== undefined) throw new Error(error.message);
    parseAst(code, { lang: 'js', sourceType: 'commonjs' }, id);
    return `import * as steadyheap from 'steadyheap';
import { createRequire } from 'node:module';
const own = createRequire(${JSON.stringify(id)});
const require = Object.assign((name) => (name === 'steadyheap' ? steadyheap : own(name)), own);
const module = { exports: {} };
(function (exports, require, module) {${code}
}).call(module.exports, module.exports, require, module);
export default module.exports;`;
  },
};
