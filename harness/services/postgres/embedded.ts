import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startGuard } from '../guard.ts';
import { serverAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { createCluster } from './cluster.ts';
import { makeServerFolder, reachableBinaries } from './folder.ts';
import type { PostgresServer } from './index.ts';
import { runServer } from './server.ts';

/** Starts the PostgreSQL that npm installed, with an empty data folder of its own. */
export async function startEmbedded(): Promise<PostgresServer> {
  const installed = findBinaries();
  const account = serverAccount();
  const folder = await makeServerFolder(account);
  const native = await reachableBinaries(installed, folder, account);
  const bin = join(native, 'bin');
  const data = join(folder, 'data');
  const guard = await startGuard({
    commands: [{ file: join(bin, 'pg_ctl'), args: ['stop', '--mode=immediate', `--pgdata=${data}`], ...account }],
    folders: [folder],
  });
  try {
    const login = { user: 'steadyheap', password: randomBytes(12).toString('hex'), database: 'postgres' };
    await createCluster({ bin, folder, data, account, ...login });
    const port = await runServer({ bin, folder, data, account });
    return { host: '127.0.0.1', port, ...login, stop: guard.release };
  } catch (error) {
    await guard.release();
    throw error;
  }
}
