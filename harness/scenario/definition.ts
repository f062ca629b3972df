/**
 * What an author writes. These types are the public contract of a scenario file; the validation of the same fields
 * lives in `validate.ts`.
 */

/** The services steadyheap can run beside a subject. */
export type ServiceName = 'postgres' | 'browser';

/** A TCP endpoint. */
export interface Endpoint {
  host: string;
  port: number;
}

/**
 * How a connection can fail on the way to PostgreSQL. Each mode listens on a port of its own, so a scenario picks a
 * fault by picking a port.
 *
 * - `refused`: nothing listens there.
 * - `reset`: accepted, then reset (RST) as soon as the client has sent its first bytes.
 * - `close`: accepted, then closed politely (FIN) after the client's first bytes.
 * - `blackHole`: accepted, never answered.
 * - `pass`: forwarded unharmed.
 */
export type FaultMode = 'refused' | 'reset' | 'close' | 'blackHole' | 'pass';

/** How to reach the PostgreSQL server that runs beside the subject. */
export interface PostgresService extends Endpoint {
  user: string;
  password: string;
  database: string;
  /** One endpoint per fault, all in front of the same server. */
  faults: Record<FaultMode, Endpoint>;
}

/** A Chromium on this machine; the scenario launches it itself, so that its processes are the subject's own. */
export interface BrowserService {
  executablePath: string;
  /** Command-line arguments it needs on this machine. */
  args: string[];
  /** The mode to pass to puppeteer's `launch` as `headless`. */
  headless: 'shell' | true;
}

/** What `setup` finds under `services`, for the names the scenario lists. */
export interface Services {
  postgres: PostgresService;
  browser: BrowserService;
}

/** Imports the package under test, or a module that is installed beside it. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of a module under test is known to the author only
export type Load = (specifier?: string) => Promise<any>;

/** What `setup` is given. */
export interface SetupContext {
  load: Load;
  /** Connection details of the services named in `services`; reading one that is not named throws. */
  services: Services;
  /** The package under test, or null for code of one's own. */
  package: { name: string; version: string } | null;
}

/** A number of bytes or milliseconds, or a text with its unit: `'1 kB'`, `'64 KiB'`, `'2.5 s'`. */
export type Quantity = number | string;

/**
 * The most that is allowed. A bare quantity is per iteration; `'5 %'` is the growth over the whole run, relative to the
 * baseline; `{ total }` is the growth over the whole run.
 */
export type Limit = Quantity | { total: Quantity };

/** Everything that can be limited. What is not given keeps its strict default. */
export interface Thresholds {
  /** V8 heap in use. */
  heap?: Limit;
  /** Objects of classes that grow in every interval. */
  objects?: Limit;
  /** Memory outside the V8 heap that V8 objects hold. */
  external?: Limit;
  /** The part of `external` in ArrayBuffers and Buffers. */
  arrayBuffers?: Limit;
  /** Resident memory of the subject beyond its heap and what V8 knows of outside it; 64 KiB a batch are not judged. */
  rss?: Limit;
  /** Resident memory of the subject's child processes together; 256 KiB an iteration are not judged. */
  processesRss?: Limit;
  /** Active handles and timers of any one type. */
  handles?: Limit;
  /** Child processes of the subject, the whole tree. */
  processes?: Limit;
  /** Open file descriptors. */
  fds?: Limit;
  /** Bytes of all objects born in the measured iterations that outlive `teardown`; unlimited by default. */
  afterTeardown?: Quantity;
  /** Growth of each gauge. */
  gauges?: Record<string, Limit>;
  /** How many times slower an iteration may be at the end than at the start; unlimited by default. */
  slowdown?: number;
  /** How long growth may take to go by itself before it counts; as long as `drain` by default. */
  drain?: Quantity;
  /** Iterations that may throw, over the whole run. */
  errors?: number;
}

/** A leak that is expected: it passes, shown as known, and fails once it is gone or expired. */
export interface KnownLeak {
  /** The versions that leak: a semver range, or the exact name of a specimen's version. All versions by default. */
  versions?: string;
  /** The class that stays, or the type of the handle. A `*` stands for any text: `'AnonymousModel_*'`. */
  class: string;
  /** Objects (or handles) of that class per iteration, met within 2 %. */
  perIteration?: number;
  /** Steps of the retainer path, in order, as the report prints them: `'RootContainer ▸ children'`. */
  retainer?: string;
  /** Why it is tolerated, one sentence. */
  reason: string;
  /** Where it is recorded. */
  issue?: string;
  /** The day (YYYY-MM-DD) after which it fails again. */
  expires?: string;
}

/** The fields of a scenario. `Context` is what `setup` returns. */
export interface ScenarioOptions<Context = unknown> {
  /** The npm name of the package under test; omitted to measure code of one's own. */
  package?: string;
  /** The versions `leak-test` runs. */
  versions?: string[];
  /** Measured iterations. */
  iterations?: number;
  /** Samples taken over them. */
  batches?: number;
  /** The most warm-up iterations before measuring; warm-up ends earlier when the heap is flat or grows evenly. */
  warmup?: number;
  /** The longest the whole run may take. */
  timeout?: Quantity;
  /** The longest to wait for handles and timers to go by themselves. */
  drain?: Quantity;
  /** Flags for the subject's Node, in addition to steadyheap's own. */
  nodeFlags?: string[];
  /** Environment variables of the subject. */
  env?: Record<string, string>;
  /** Services to run beside the subject. */
  services?: ServiceName[];
  /** Run only this scenario; says why. */
  only?: string;
  /** Do not run this scenario; says why. */
  skip?: string;
  /** Once, before the warm-up. What it returns is passed on. */
  setup?(context: SetupContext): Context | Promise<Context>;
  /** The repeated action. `i` counts from 0 through the warm-up on, and never repeats within a run. */
  iterate(context: Context, i: number): unknown;
  /** Once, after the last iteration: releases what `setup` made. */
  teardown?(context: Context): unknown;
  /** Numbers to sample along with the heap. */
  gauges?: Record<string, (context: Context) => number | Promise<number>>;
  thresholds?: Thresholds;
  known?: KnownLeak[];
}

/** A scenario as `scenario()` returns it. */
export interface ScenarioDefinition<Context = unknown> {
  readonly name: string;
  readonly options: Readonly<ScenarioOptions<Context>>;
}
