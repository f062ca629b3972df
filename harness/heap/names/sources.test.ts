import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupSurvivors, readSnapshot, takeCensus } from '../index.ts';
import { liveSnapshots } from '../testing/live-snapshots.ts';
import { bySourceMaps } from './sources.ts';

const TYPESCRIPT = `interface Named {
  name: string;
}
/** Removed by the compiler, so that lines move. */
export class Tenant implements Named {
  name = 'x';
  readonly onSwitch = function onSwitch(): string {
    return 'switched';
  };
}
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'steadyheap-sources-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('classes and closures of compiled TypeScript are shown where they were written', async () => {
  await writeFile(join(folder, 'tenant.ts'), TYPESCRIPT);
  const bundle = await rolldown({ input: join(folder, 'tenant.ts') });
  const compiled = join(folder, 'out', 'tenant.mjs');
  await bundle.write({ file: compiled, sourcemap: true });
  await bundle.close();
  const url = pathToFileURL(compiled).href;
  const live = await liveSnapshots(`
    const { Tenant } = await import(${JSON.stringify(url)});
    globalThis.tenant = new Tenant();
    await snapshot();
  `);
  try {
    const snapshot = await readSnapshot(live.paths[0]);
    const map = JSON.parse(await readFile(`${compiled}.map`, 'utf8'));
    const originalPlace = bySourceMaps((script) => (script === url ? map : undefined));
    expect(takeCensus(snapshot, {}, { originalPlace }).get('closure onSwitch (tenant.ts:7)')?.count).toBe(1);
    const classes = new Set(['Tenant']);
    const [tenant] = groupSurvivors(snapshot, { boundaries: [0, 2 ** 32], classes, originalPlace });
    expect(tenant.definedAt).toBe(`${join(folder, 'tenant.ts')}:5`);
    expect(tenant.retainerPath).toEqual(['global.tenant', 'Tenant']);
  } finally {
    await live.remove();
  }
});
