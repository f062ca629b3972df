import { randomBytes } from 'node:crypto';
import { GenericContainer, type StartedTestContainer, Wait } from 'testcontainers';
import { type Guard, startGuard } from '../guard.ts';
import { ServiceError } from '../service-error.ts';
import type { PostgresServer } from './index.ts';
import { untilLogin } from './login.ts';
import { asArguments, SETTINGS } from './settings.ts';

const PORT = 5432;

/** Starts PostgreSQL in a Docker container from the image STEADYHEAP_POSTGRES_IMAGE, `postgres:18-alpine` by default. */
export async function startContainer(): Promise<PostgresServer> {
  const image = process.env.STEADYHEAP_POSTGRES_IMAGE || 'postgres:18-alpine';
  const login = { user: 'steadyheap', password: randomBytes(12).toString('hex'), database: 'postgres' };
  let container: StartedTestContainer;
  try {
    container = await new GenericContainer(image)
      .withEnvironment({ POSTGRES_USER: login.user, POSTGRES_PASSWORD: login.password, POSTGRES_DB: login.database })
      .withCommand(['postgres', ...asArguments(SETTINGS)])
      .withExposedPorts(PORT)
      .withWaitStrategy(Wait.forLogMessage('ready to accept connections'))
      .start();
  } catch (error) {
    throw new ServiceError(
      `A PostgreSQL container of ${image} could not be started (${(error as Error).message}): start Docker and check ` +
        'that the image can be had, or unset STEADYHEAP_DATABASE for the embedded server.',
    );
  }
  const guard = await guardUnreaped(container);
  const stop = async (): Promise<void> => {
    await container.stop({ timeout: 0 });
    await guard?.release();
  };
  const server = { host: container.getHost(), port: container.getMappedPort(PORT), ...login };
  try {
    await untilLogin(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ...server, stop };
}

/** testcontainers' own reaper removes what a dead parent leaves; where it is switched off, the guard does. */
async function guardUnreaped(container: StartedTestContainer): Promise<Guard | undefined> {
  if (process.env.TESTCONTAINERS_RYUK_DISABLED !== 'true') return undefined;
  const args = ['rm', '--force', '--volumes', container.getId()];
  return startGuard({ commands: [{ file: 'docker', args }], folders: [] });
}
