import { scenario } from 'steadyheap';

class Report {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

// 140 iterations, so that each batch of 14 holds two of them.
export default scenario('one object in seven iterations', {
  iterations: 140,
  setup: () => ({ reports: [] as Report[] }),
  iterate({ reports }, i) {
    const report = new Report(i);
    if (i % 7 === 0) reports.push(report);
  },
  known: [{ class: 'Report', retainer: 'Object.reports', reason: 'planted: one object in seven iterations' }],
});
