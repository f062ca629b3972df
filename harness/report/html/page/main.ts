/** The report's page: reads what is embedded in it and shows the place its address names. */
import './language.ts';
import 'uplot/dist/uPlot.min.css';
import './style/tokens.css';
import './style/page.css';
import './style/table.css';
import './style/run.css';
import './style/cause.css';
import './style/versions.css';
import './style/narrow.css';
import './style/print.css';
import type { Packed } from '../data/pack.ts';
import type { ReportData } from '../data/report-data.ts';
import { unpack } from '../data/unpack.ts';
import { ReportApp } from './report-app.ts';

/** What only a run's own page shows, and the samples, which make up most of a report. */
const DETAILS: ReadonlySet<string> = new Set([
  'samples',
  'classes',
  'memlab',
  'afterTeardown',
  'explanation',
  'logTail',
]);

const element = document.getElementById('data') as HTMLScriptElement;
const data = unpack(JSON.parse(element.text) as Packed, DETAILS) as unknown as ReportData;
document.body.append(new ReportApp(data));
