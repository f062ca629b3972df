import type { DescribedScenario } from '../../../harness/run/describe-scenario.ts';
import type { TrialPlace } from './run-trial.ts';

/** A scenario and the place to try it in. */
export interface PeerTask {
  scenario: DescribedScenario;
  version: string | null;
  place: TrialPlace;
}

/** Whether a rule calls a scenario a leak, and the figure it goes by. */
export interface PeerAnswer {
  leak: boolean;
  figure: string;
  /** Milliseconds that measuring took inside the program, by what took them; where it is the question. */
  ms?: Record<string, number>;
}

/** Another way to tell a leak. A program of its own may serve several rules, which see the very same process. */
export interface Peer<Rule extends string = string> {
  rules: readonly Rule[];
  judge(task: PeerTask): Promise<Record<Rule, PeerAnswer>>;
}
