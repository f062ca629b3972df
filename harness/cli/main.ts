import { Command, CommanderError } from 'commander';
import { EndError } from '../compare/bisect/errors.ts';
import { InstallError, PackageError } from '../packages/index.ts';
import { withLead } from '../report/with-lead.ts';
import { RequestError } from '../scenario/errors.ts';
import { ServiceError } from '../services/index.ts';
import { version } from './version.ts';
import type { World } from './world.ts';

type MakeCommand = (world: World, onExitCode: (code: number) => void) => Command;

/** Each is loaded when it is asked for, as what one of them needs takes the others a tenth of a second. */
const COMMANDS: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  run: async () => (await import('./run.ts')).runCommand,
  compare: async () => (await import('./compare.ts')).compareCommand,
  bisect: async () => (await import('./bisect.ts')).bisectCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  report: async () => (await import('./report.ts')).reportCommand,
};

/** The command that is called, or all of them where the arguments begin with none: for help, and to name what is meant. */
function commandsFor([first = '']: readonly string[]): Promise<MakeCommand[]> {
  const load = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  return Promise.all((load === undefined ? Object.values(COMMANDS) : [load]).map((each) => each()));
}

/** Exit code of an error that ends a command. */
function codeOf(error: unknown): 2 | 3 {
  return [ServiceError, InstallError, EndError].some((kind) => error instanceof kind) ? 3 : 2;
}

function isForUsers(error: unknown): error is Error {
  return [RequestError, PackageError, InstallError, ServiceError, EndError].some((kind) => error instanceof kind);
}

/**
 * Runs a command line, without the program's name. Resolves to the exit code: 0 all passed, 1 a threshold failed, 2 the
 * request was wrong, 3 a run could not be completed, 130 interrupted.
 */
export async function main(args: readonly string[], world: World): Promise<number> {
  let code = 0;
  const program = new Command('steadyheap')
    .description('Tells whether repeating an action makes a Node.js process hold more memory each time.')
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      'after',
      '\nExit codes: 0 all passed, 1 a threshold failed, 2 the request was wrong, 3 a run could not be completed, 130 interrupted.',
    );
  for (const command of await commandsFor(args)) {
    const added = command(world, (exitCode) => {
      code = exitCode;
    });
    program.addCommand(added.copyInheritedSettings(program));
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (world.signal.aborted) {
      world.stderr.write('Interrupted.\n');
      return 130;
    }
    if (!isForUsers(error)) throw error;
    world.stderr.write(withLead('steadyheap: ', error.message));
    return codeOf(error);
  }
}
