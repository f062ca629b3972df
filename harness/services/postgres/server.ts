import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ServiceError } from '../service-error.ts';
import { findFreePort } from '../tcp.ts';
import type { ServerPaths } from './cluster.ts';
import { asArguments, SETTINGS } from './settings.ts';

/** Starts the server on a free port of 127.0.0.1 and returns the port once it accepts connections. */
export async function runServer(paths: ServerPaths): Promise<number> {
  for (let attempts = 3; ; attempts--) {
    const port = await findFreePort();
    const problem = await launch(paths, port);
    if (problem === undefined) return port;
    if (attempts === 1 || !problem.includes('could not bind')) {
      throw new ServiceError(`The embedded PostgreSQL did not start: ${problem}`);
    }
  }
}

/** Resolves with nothing when the server is ready, or with what it said when it ended instead. */
function launch({ bin, folder, data, account }: ServerPaths, port: number): Promise<string | undefined> {
  const settings = asArguments({
    ...SETTINGS,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
  });
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  return new Promise((resolve) => {
    let said = '';
    server.on('error', (error) => resolve(error.message));
    server.on('exit', () => resolve(said.trim() || 'it ended without a word'));
    // Read on after the start, or a full pipe would stop the server.
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
      if (said.includes('ready to accept connections')) resolve(undefined);
    });
  });
}
