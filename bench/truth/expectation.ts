import type { Verdict } from '../../harness/verdict/types.ts';

/** What keeps the memory, or seems to. */
export const KINDS = [
  'array',
  'cache',
  'child process',
  'closure',
  'code',
  'descriptor',
  'external memory',
  'handle',
  'listener',
  'map',
  'native memory',
  'number',
  'promise',
  'stream',
  'string',
  'timer',
] as const;
export type Kind = (typeof KINDS)[number];

/** A class that the report of a leak has to name; `*` in its name stands for any text. */
export interface ClassFinding {
  class: string;
  /** Objects per iteration, met within 2 %. */
  perIteration?: number;
  /** Steps of the retainer path, in order. */
  retainer?: string;
}

/** A number that the report of a leak has to name, by its threshold: `heap`, `fds`, `handles.TCP*`. */
export interface NumberFinding {
  grows: string;
  /** Bytes or pieces per iteration, met within 2 %. */
  perIteration?: number;
}

export type Finding = ClassFinding | NumberFinding;

/** A run leaks, and all of these must be found; or it does not, and ends with one of these verdicts. */
export type Outcome = { leaks: readonly Finding[] } | { ends: readonly CalmVerdict[] };
export type CalmVerdict = Extract<Verdict, 'clean' | 'saturating' | 'draining'>;

/** The truth about one scenario file. */
export interface Expectation {
  kind: Kind;
  /** The public record of the leak. */
  issue?: string;
  /** By version of the package under test; by {@link OWN_CODE} for a scenario without one. */
  runs: Readonly<Record<string, Outcome>>;
}

/** By the name of the scenario's file, without `.scenario.ts`. */
export type Expectations = Readonly<Record<string, Expectation>>;

/** Stands for the version where there is no package under test. */
export const OWN_CODE = 'own code';

/** What does not leak ends clean, or saturating when it filled something first. */
export const CALM: readonly CalmVerdict[] = ['clean', 'saturating'];
/** The same where timers or sockets go by themselves, which may take longer than the iterations do. */
export const CALM_IN_TIME: readonly CalmVerdict[] = ['clean', 'saturating', 'draining'];
