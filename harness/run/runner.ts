import type { ServiceName, Services } from '../scenario/definition.ts';
import { type StartedServices, startServices } from '../services/index.ts';
import type { RunResult } from './result.ts';
import { type RunOptions, type RunRequest, runSubject } from './run.ts';

/** Lets one task at a time through, in the order they came. */
class Turnstile {
  #last: Promise<unknown> = Promise.resolve();

  pass<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task, task);
    this.#last = turn.catch(() => {});
    return turn;
  }
}

/**
 * Runs many requests. One subject is measured at a time, as two would disturb each other; memlab works on the run before
 * while the next subject is being measured.
 */
export class Runner {
  readonly #root: string;
  readonly #subjects = new Turnstile();
  readonly #conclusions = new Turnstile();
  readonly #services = new Map<ServiceName, Promise<StartedServices>>();

  /** @param root The folder that holds `packages-under-test`. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Runs one request; rejects only when it cannot be carried out as it stands. */
  async run(request: RunRequest, options: Omit<RunOptions, 'root' | 'services'>): Promise<RunResult> {
    const ended = await this.alone(request, options, (complete) => runSubject(request, complete));
    return this.#conclusions.pass(() => {
      options.onProgress?.({ phase: 'memlab', done: 0, of: 1 });
      return ended.conclude();
    });
  }

  /** Has something start a subject for a request while no other is measured, with the services of its scenario running. */
  alone<Answer>(
    request: RunRequest,
    options: Omit<RunOptions, 'root' | 'services'>,
    start: (options: RunOptions) => Promise<Answer>,
  ): Promise<Answer> {
    return this.#subjects.pass(async () => {
      options.signal?.throwIfAborted();
      const services = await this.#servicesFor(request.scenario.fields.services ?? []);
      return start({ ...options, root: this.#root, services });
    });
  }

  /** Ends the services that were started for the runs. */
  async close(): Promise<void> {
    const started = await Promise.allSettled(this.#services.values());
    this.#services.clear();
    await Promise.all(started.map((each) => (each.status === 'fulfilled' ? each.value.stop() : undefined)));
  }

  async #servicesFor(names: readonly ServiceName[]): Promise<Partial<Services>> {
    const infos = names.map(async (name) => {
      const started = this.#services.get(name) ?? startServices([name]);
      this.#services.set(name, started);
      return (await started).info;
    });
    return Object.assign({}, ...(await Promise.all(infos))) as Partial<Services>;
  }
}
