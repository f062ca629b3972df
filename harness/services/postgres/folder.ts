import { chmod, chown, cp, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceError } from '../service-error.ts';
import { type Account, isOpenToAll } from './account.ts';

/** Makes an empty temporary folder that belongs to `account`. */
export async function makeServerFolder(account: Account): Promise<string> {
  const parent = await realpath(tmpdir());
  if (account.uid !== undefined && !(await isOpenToAll(parent))) {
    throw new ServiceError(
      `PostgreSQL cannot run as root, and the account 'nobody' may not enter the temporary folder ${parent}: ` +
        'set TMPDIR to one that everybody may enter, such as /tmp.',
    );
  }
  const folder = await mkdtemp(join(parent, 'steadyheap-postgres-'));
  if (account.uid !== undefined) await chown(folder, account.uid, account.gid ?? account.uid);
  return folder;
}

/** Returns `native`, or a copy of it inside `folder` when `account` may not enter where npm put it (below `/root`, say). */
export async function reachableBinaries(native: string, folder: string, account: Account): Promise<string> {
  if (account.uid === undefined || (await isOpenToAll(native))) return native;
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await chmod(copy, 0o755);
  return copy;
}
