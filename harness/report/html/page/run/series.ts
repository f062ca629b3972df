import type { Sample } from '../../../../run/result.ts';
import { NOISE_BYTES_PER_BATCH } from '../../../../verdict/bytes.ts';
import { formatBytes, formatCount } from '../../../../verdict/format.ts';
import { risen } from '../../data/measured-heap.ts';
import type { PageRun } from '../../data/report-data.ts';
import type { ChartContent, Line } from '../chart/metric-chart.ts';
import { type Timeline, timelineOf } from '../chart/timeline.ts';
import { readableText } from '../readable.ts';

/** A chart's lines: what each is called, and what it reads of a sample. */
type Readings = Record<string, (sample: Sample) => number>;

/** Colours of the style sheet, in the order in which lines get them. */
const COLORS = ['line-1', 'line-2', 'line-3', 'line-4', 'line-5', 'line-6', 'line-7', 'line-8'];

/** The heap's rise over the measured iterations, with the rate the verdict was reached from. */
export function riseChart(run: PageRun): ChartContent {
  const points = risen(run.samples, (sample) => sample.heapBytes);
  const { heapBytes: rate, heapBytesLow: low, heapBytesHigh: high } = run.growth;
  const over = points.at(-1)?.iteration ?? 0;
  const timeline = timelineOf(run.samples);
  return {
    title: 'Heap since the baseline',
    summary: `The heap rises by ${formatBytes(points.at(-1)?.value ?? 0)} over ${over} iterations; fitted ${formatBytes(rate)} per iteration.`,
    xs: points.map(({ iteration }) => iteration),
    lines: [{ label: 'heap', color: 'line-1', values: points.map(({ value }) => value) }],
    format: formatBytes,
    leastSpan: 2 * NOISE_BYTES_PER_BATCH * Math.max(1, run.batches),
    timeline: { bands: [], marks: timeline.marks },
    fit: { rate, low, high, over },
    height: 300,
  };
}

function chartOf(
  title: string,
  timeline: Timeline,
  readings: Readings,
  format: ChartContent['format'],
  leastSpan: number,
) {
  const lines = Object.entries(readings).map(([label, read], i): Line => {
    return {
      label: readableText(label),
      color: COLORS[i % COLORS.length],
      ...(i >= COLORS.length ? { dash: [6, 3] } : {}),
      values: timeline.moments.map(({ sample }) => (sample === null ? null : read(sample))),
    };
  });
  const ends = lines.map(({ label, values }) => {
    const known = values.filter((value) => value !== null);
    return `${label} from ${format(known[0] ?? 0)} to ${format(known.at(-1) ?? 0)}`;
  });
  const content: ChartContent = {
    title,
    summary: `${title}: ${ends.join(', ')}.`,
    xs: timeline.moments.map(({ x }) => x),
    lines,
    format,
    leastSpan,
    timeline,
    height: 200,
  };
  return content;
}

/** Those of the readings that are not zero throughout. */
function seen(samples: readonly Sample[], readings: Readings): Readings {
  return Object.fromEntries(
    Object.entries(readings).filter(([, read]) => samples.some((sample) => read(sample) !== 0)),
  );
}

function byName(samples: readonly Sample[], read: (sample: Sample) => Record<string, number>): Readings {
  const names = [...new Set(samples.flatMap((sample) => Object.keys(read(sample))))];
  return Object.fromEntries(names.map((name) => [name, (sample: Sample) => read(sample)[name] ?? 0]));
}

/**
 * Everything else that was sampled, as it was read, from setup to teardown; what was zero throughout is left out. Counts that
 * have risen come first: where a descriptor or a gauge leaks, the heap is level.
 */
export function sampledCharts({ samples, growth }: PageRun): ChartContent[] {
  const timeline = timelineOf(samples);
  const KILOBYTE = 1000;
  const bytes = (title: string, readings: Readings) => chartOf(title, timeline, readings, formatBytes, 10 * KILOBYTE);
  const counts = (title: string, readings: Readings) => chartOf(title, timeline, readings, formatCount, 4);
  const rises = (rates: Record<string, number>) => Object.values(rates).some((rate) => rate > 0);
  const memory = [
    bytes('Heap as read', { heap: (sample) => sample.heapBytes }),
    bytes(
      'Outside the heap',
      seen(samples, {
        external: (sample) => sample.externalBytes,
        'array buffers': (sample) => sample.arrayBufferBytes,
      }),
    ),
    bytes(
      'Resident memory',
      seen(samples, { subject: (sample) => sample.rssBytes, 'child processes': (sample) => sample.processesRssBytes }),
    ),
  ];
  const handles = byName(samples, (sample) => sample.handles);
  const system = {
    descriptors: (sample: Sample) => sample.fds,
    'child processes': (sample: Sample) => sample.processes,
  };
  const counted = [
    { chart: counts('Handles and timers', seen(samples, handles)), risen: rises(growth.handles) },
    {
      chart: counts('Descriptors and processes', seen(samples, system)),
      risen: growth.fds > 0 || growth.processes > 0,
    },
    // A gauge is its author's: one that stays at zero is an answer too.
    {
      chart: counts(
        'Gauges',
        byName(samples, (sample) => sample.gauges),
      ),
      risen: rises(growth.gauges),
    },
  ];
  const [first, last] = [true, false].map((risen) => counted.filter((each) => each.risen === risen));
  const charts = [...first.map(({ chart }) => chart), ...memory, ...last.map(({ chart }) => chart)];
  return samples.length === 0 ? [] : charts.filter(({ lines }) => lines.length > 0);
}
