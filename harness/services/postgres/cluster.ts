import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ServiceError } from '../service-error.ts';
import type { Account } from './account.ts';

/** Where a server's programs and files are, and who runs it. */
export interface ServerPaths {
  /** Folder of the programs. */
  bin: string;
  /** Folder of the server's own, its working directory. */
  folder: string;
  /** The data folder, inside `folder`. */
  data: string;
  account: Account;
}

/** Makes an empty data folder whose only account logs in by password; a wrong password must really fail. */
export async function createCluster(options: ServerPaths & { user: string; password: string }): Promise<void> {
  const { bin, folder, data, account, user, password } = options;
  const passwordFile = join(folder, 'password');
  // Readable by the server's account; the folder goes when the server stops.
  await writeFile(passwordFile, password, { mode: 0o644 });
  const args = ['--no-sync', '--no-instructions', '--locale=C', '--encoding=UTF8', '--auth=scram-sha-256'];
  args.push(`--username=${user}`, `--pwfile=${passwordFile}`, `--pgdata=${data}`);
  try {
    await promisify(execFile)(join(bin, 'initdb'), args, { ...account, cwd: folder });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new ServiceError(`The embedded PostgreSQL could not make its data folder: ${(stderr || message).trim()}`);
  }
}
