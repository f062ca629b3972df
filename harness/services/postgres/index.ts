import type { Endpoint, PostgresService } from '../../scenario/definition.ts';
import { ServiceError } from '../service-error.ts';
import { startContainer } from './container.ts';
import { startEmbedded } from './embedded.ts';
import { startFaultProxy } from './faults.ts';
import { connectToOwn } from './own-server.ts';

/** A server that accepts connections, before the fault proxy is put in front of it. */
export interface PostgresServer extends Endpoint {
  user: string;
  password: string;
  database: string;
  stop(): Promise<void>;
}

/** A server with its fault endpoints. */
export interface StartedPostgres {
  info: PostgresService;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL, or takes a running one, with the fault proxy in front.
 *
 * @param choice undefined or `embedded` for the server that npm installed, `container` for a Docker container, or the
 *   URL of a server (`postgres://user:password@host:port/database`).
 */
export async function startPostgres(choice: string | undefined): Promise<StartedPostgres> {
  const { stop, ...login } = await startServer(choice);
  const proxy = await startFaultProxy(login);
  return {
    info: { ...login, faults: proxy.endpoints },
    async stop() {
      await proxy.close();
      await stop();
    },
  };
}

function startServer(choice: string | undefined): Promise<PostgresServer> {
  if (!choice || choice === 'embedded') return startEmbedded();
  if (choice === 'container') return startContainer();
  if (/^postgres(ql)?:\/\//.test(choice)) return connectToOwn(choice);
  throw new ServiceError(
    `STEADYHEAP_DATABASE is '${choice}': it must be 'embedded', 'container' or postgres://user:password@host:port/database.`,
  );
}
