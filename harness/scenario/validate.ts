import * as v from 'valibot';
import type { ScenarioDescription } from '../subject/protocol.ts';
import { contradictions } from './contradictions.ts';
import type { KnownLeak, ScenarioOptions, Thresholds } from './definition.ts';
import { RequestError } from './errors.ts';
import { parseBytes, parseCount, parseLimit, parseMs } from './quantity.ts';

/** A scenario's fields once they are known to be right; its functions stay in the subject. */
export type ScenarioFields = Omit<ScenarioOptions, 'setup' | 'iterate' | 'teardown' | 'gauges'> & {
  /** Names of the gauges. */
  gauges: string[];
};

function kindOf(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'kind' in value ? value.kind : undefined;
}

function shown(value: unknown): string {
  if (value !== null && typeof value === 'object') {
    if ('kind' in value && 'text' in value) return String(value.text);
    if ('kind' in value) return `a ${String(value.kind)}`;
    return JSON.stringify(value);
  }
  return typeof value === 'string' ? `'${value}'` : String(value);
}

/** The message of a field: what it is to be, and what it is. */
const must = (be: string) => (issue: v.BaseIssue<unknown>) =>
  issue.input === undefined ? `is missing; it is to be ${be}` : `is ${shown(issue.input)}; it is to be ${be}`;

const text = (be: string) => v.pipe(v.string(must(be)), v.nonEmpty(must(be)));
const whole = (be: string) => v.pipe(v.number(must(be)), v.integer(must(be)), v.minValue(1, must(be)));
const fun = (be: string) => v.custom<{ kind: 'function' }>((value) => kindOf(value) === 'function', must(be));

/** A field whose text is judged by one of the parsers, which say themselves what would be right. */
function parsedBy(parse: (value: never) => number, be: string) {
  return v.pipe(
    v.union(
      [v.number(must(be)), v.string(must(be)), v.strictObject({ total: v.union([v.number(), v.string()]) })],
      must(be),
    ),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      try {
        if (parse(dataset.value as never) < 0)
          addIssue({ message: `is ${shown(dataset.value)}; it cannot be negative` });
      } catch (error) {
        addIssue({ message: `: ${(error as Error).message}` });
      }
    }),
  );
}

const quantity = (parse: typeof parseBytes, be: string) =>
  parsedBy((value: number | string | object) => {
    if (typeof value === 'object') throw new TypeError(`{ total } does not fit here; write ${be}`);
    return parse(value);
  }, be);
const limit = (parse: typeof parseBytes, be: string) =>
  parsedBy((value: never) => parseLimit(value, parse).value, `${be}, a percentage, or { total: ... }`);

/** Doubled three times, a run of so many batches still has fewer than the subject has room for canaries (512). */
const MOST_BATCHES = 200;
/** Below seven batches the sign test cannot exclude chance: with 4, noise was called a leak in 1 % of simulated runs. */
const EIGHT = 'a whole number of at least 8';
const bytes = "a quantity of bytes such as 0, '1 kB' or '64 KiB'";
const count = 'a number such as 0 or 0.5';
const time = "a time such as '250 ms', '2.5 s' or '2 min'";

const objectsLimit = parsedBy((value: never) => {
  const { of, value: most } = parseLimit(value, parseCount);
  if (of !== 'baseline') return most;
  throw new TypeError('a percentage does not fit here, as objects are counted from 0; write 0 or { total: 10 }');
}, `${count} or { total: ... }`);

/** From a second, less than any subject takes to start, to a day, more than any timer of Node can be trusted with. */
const timeLimit = parsedBy((value: number | string) => {
  const ms = parseMs(value);
  if (ms >= 1_000 && ms <= 86_400_000) return ms;
  throw new TypeError(`${shown(value)} is not between 1 s and 24 h`);
}, time);

const thresholds = v.strictObject({
  heap: v.optional(limit(parseBytes, bytes)),
  objects: v.optional(objectsLimit),
  external: v.optional(limit(parseBytes, bytes)),
  arrayBuffers: v.optional(limit(parseBytes, bytes)),
  rss: v.optional(limit(parseBytes, bytes)),
  processesRss: v.optional(limit(parseBytes, bytes)),
  handles: v.optional(limit(parseCount, count)),
  processes: v.optional(limit(parseCount, count)),
  fds: v.optional(limit(parseCount, count)),
  afterTeardown: v.optional(quantity(parseBytes, bytes)),
  gauges: v.optional(v.record(v.string(), limit(parseCount, count), must('an object of gauge names and limits'))),
  slowdown: v.optional(
    v.pipe(v.number(must('a ratio such as 1.5')), v.minValue(1, must('a ratio of at least 1, such as 1.5'))),
  ),
  drain: v.optional(quantity(parseMs, time)),
  errors: v.optional(v.pipe(v.number(must(count)), v.minValue(0, must(count)))),
} satisfies Record<keyof Thresholds, unknown>);

/** A day that the calendar has: 2026-02-31 is none. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const DAY = "a day such as '2027-06-30'";
const day = v.pipe(v.string(must(DAY)), v.check(isDay, must(DAY)));

const RATE = 'the objects per iteration, such as 1';
const knownLeak = v.strictObject({
  versions: v.optional(text("a semver range or a version's name")),
  class: text("the class that stays, such as 'DataSource'"),
  perIteration: v.optional(v.pipe(v.number(must(RATE)), v.minValue(0, must(RATE)))),
  retainer: v.optional(text("steps of the retainer path, such as 'RootContainer ▸ children'")),
  reason: text('one sentence that says why the leak is tolerated'),
  issue: v.optional(text('where the leak is recorded')),
  expires: v.optional(day),
} satisfies Record<keyof KnownLeak, unknown>);

const list = <T extends v.GenericSchema>(item: T, be: string) => v.array(item, must(be));

const options = v.strictObject({
  package: v.optional(text("the npm name of the package under test, such as 'lru-cache'")),
  versions: v.optional(
    v.pipe(
      list(text("a version such as '7.0.3'"), "a list of versions such as ['7.0.3']"),
      v.minLength(1, 'is empty; name at least one version, or leave the field out'),
    ),
  ),
  iterations: v.optional(v.pipe(whole(EIGHT), v.minValue(8, must(EIGHT)))),
  batches: v.optional(
    v.pipe(
      whole(`${EIGHT}, or no growth can be told from chance`),
      v.minValue(8, must(`${EIGHT}, or no growth can be told from chance`)),
      v.maxValue(MOST_BATCHES, must(`at most ${MOST_BATCHES}; let each hold more iterations`)),
    ),
  ),
  warmup: v.optional(whole('a whole number of at least 1')),
  timeout: v.optional(timeLimit),
  drain: v.optional(quantity(parseMs, time)),
  nodeFlags: v.optional(
    list(
      v.pipe(text('a flag such as --no-warnings'), v.startsWith('-', must('a flag such as --no-warnings'))),
      'a list of flags',
    ),
  ),
  env: v.optional(v.record(v.string(), v.string(must('a text')), must('an object of texts'))),
  services: v.optional(
    list(v.picklist(['postgres', 'browser'], must("'postgres' or 'browser'")), "a list such as ['postgres']"),
  ),
  only: v.optional(text('the reason, in words')),
  skip: v.optional(text('the reason, in words')),
  setup: v.optional(fun('a function')),
  iterate: fun('the function to repeat'),
  teardown: v.optional(fun('a function')),
  gauges: v.optional(v.record(v.string(), fun('a function that gives a number'), must('an object of functions'))),
  thresholds: v.optional(thresholds),
  known: v.optional(list(knownLeak, 'a list of known leaks')),
} satisfies Record<keyof ScenarioOptions, unknown>);

/** The object that a dotted path without its last step leads to, and its name for people. */
function parentOf(path: string): { entries: Record<string, v.GenericSchema>; name: string } {
  const name = path.split('.').slice(0, -1).join('.');
  if (name.startsWith('thresholds')) return { entries: thresholds.entries, name };
  if (name.startsWith('known')) return { entries: knownLeak.entries, name };
  return { entries: options.entries, name: 'a scenario' };
}

/** Valibot tells the first field that an object does not have; the others are in the object. */
function unknownFields(path: string, object: object): string[] {
  const { entries, name } = parentOf(path);
  const before = path.split('.').slice(0, -1);
  return Object.keys(object)
    .filter((key) => !Object.hasOwn(entries, key))
    .map(
      (key) =>
        `${[...before, key].join('.')} is no field of ${name}; the fields are ${Object.keys(entries).join(', ')}`,
    );
}

function sentences(issue: v.BaseIssue<unknown>): string[] {
  const path = v.getDotPath(issue);
  if (path === null) {
    return [`the second argument of scenario() is ${shown(issue.input)}; it is to be an object with iterate`];
  }
  if (issue.type !== 'strict_object') return [`${path}${issue.message.startsWith(':') ? '' : ' '}${issue.message}`];
  const field = parentOf(path).entries[path.split('.').at(-1) as string];
  if (field === undefined) return unknownFields(path, issue.path?.at(-1)?.input as object);
  return [`${path} ${v.safeParse(field, undefined).issues?.[0].message}`];
}

/** Every mistake in the options, a sentence each; those that a wrong field only seems to make are left out. */
function mistakesIn(written: unknown): string[] {
  const { issues = [] } = v.safeParse(options, written);
  if (issues.some(({ path }) => path === undefined)) return sentences(issues[0] as v.BaseIssue<unknown>);
  const wrong = new Set(issues.map(({ path }) => path?.[0].key as string));
  const sound = Object.fromEntries(Object.entries(written as object).filter(([key]) => !wrong.has(key)));
  const between = contradictions(sound).filter((each) => !each.between.some((field) => wrong.has(field)));
  // Several checks of one field may say the same of it.
  return [...new Set([...issues.flatMap(sentences), ...between.map(({ sentence }) => sentence)])];
}

/** A sentence whose text from the file begins no line of its own. */
function oneLine(sentence: string): string {
  return sentence.replaceAll(/\p{Cc}/gu, (sign) => JSON.stringify(sign).slice(1, -1));
}

/**
 * Checks a description and hands back its fields. Throws a RequestError with a line for each mistake, which names file
 * and field.
 */
export function validateScenario(description: ScenarioDescription, file: string): ScenarioFields {
  const name = v.safeParse(text("the scenario's name"), description.name);
  const ofName = name.success ? [] : [`the name ${name.issues[0].message}`];
  const mistakes = [...ofName, ...mistakesIn(description.options)];
  if (mistakes.length > 0) throw new RequestError(mistakes.map((each) => `${file}: ${oneLine(each)}`).join('\n'));
  const { setup, iterate, teardown, gauges, ...fields } = v.parse(options, description.options);
  return { ...fields, gauges: Object.keys(gauges ?? {}) } as ScenarioFields;
}
