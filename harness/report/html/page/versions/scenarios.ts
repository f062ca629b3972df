import type { RunResult } from '../../../../run/result.ts';

/** The runs of one scenario on one version, one Node and one mode; more than one when it was repeated. */
export interface Column<Run extends RunResult> {
  label: string;
  /** With their addresses; the one that grew most first. */
  runs: { run: Run; index: number }[];
}

/** A scenario with everything it was run on. */
export interface Scenario<Run extends RunResult = RunResult> {
  name: string;
  index: number;
  /** Null for code of one's own. */
  packageName: string | null;
  columns: Column<Run>[];
}

/** What tells the runs of one scenario apart; the Node version only where there are several. */
export function columnLabel(run: RunResult, severalNodes: boolean): string {
  const node = severalNodes || run.package === null ? `Node ${run.node.replace(/^v/, '')}` : '';
  return [run.package?.version ?? '', node, run.mode === 'jit' ? 'JIT' : ''].filter(Boolean).join(', ');
}

/** The runs by scenario and by what it was run on, in the order of the result file. */
export function groupByScenario<Run extends RunResult>(runs: readonly Run[]): Scenario<Run>[] {
  const severalNodes = new Set(runs.map(({ node }) => node).filter(Boolean)).size > 1;
  const listed = runs.map((run, index) => ({ run, index }));
  const scenarios = Map.groupBy(listed, ({ run }) => `${run.file}\n${run.scenario}`);
  return [...scenarios.values()].map((each, index) => {
    const columns = Map.groupBy(each, ({ run }) => columnLabel(run, severalNodes));
    const { run } = each[0];
    return {
      name: run.scenario,
      index,
      packageName: run.package?.name ?? null,
      columns: [...columns].map(([label, repetitions]) => ({
        label,
        runs: repetitions.toSorted((a, b) => b.run.growth.heapBytes - a.run.growth.heapBytes),
      })),
    };
  });
}
