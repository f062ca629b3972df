/**
 * Options of StrykerJS for the source files of one folder of the harness, tested by that folder's tests.
 *
 * @param {string} folder Below `harness/`.
 * @param {number} least Percentage of mutants that have to be killed.
 * @param {readonly string[]} leftOut Globs of what is not mutated.
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export function mutationOf(folder, least, leftOut = []) {
  const results = `reports/mutation/${folder}`;
  return {
    mutate: [`harness/${folder}/**/*.ts`, '!**/*.test.ts', '!**/testing/**', ...leftOut.map((glob) => `!${glob}`)],
    testRunner: 'vitest',
    vitest: { configFile: 'bench/mutation/vitest.config.ts', dir: `harness/${folder}` },
    // Node takes the types off; what a mutant's type would be does not matter.
    disableTypeChecks: false,
    // The copy that is mutated holds only these; TypeScript 7 has no API by which StrykerJS could rewrite a tsconfig.json.
    ignorePatterns: ['/*', '!/harness', '/harness/*', `!/harness/${folder}`, '!/bench', '/bench/*', '!/bench/mutation'],
    tempDirName: `${results}/tmp`,
    concurrency: 2,
    incremental: true,
    incrementalFile: `${results}/incremental.json`,
    reporters: ['clear-text', 'html', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    htmlReporter: { fileName: `${results}/report.html` },
    jsonReporter: { fileName: `${results}/report.json` },
    thresholds: { high: least, low: least, break: least },
  };
}
