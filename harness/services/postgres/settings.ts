/** Server settings for every PostgreSQL that is started here, embedded or in a container. */
export const SETTINGS = {
  // The data is thrown away with the server.
  fsync: 'off',
  // A scenario that leaks two connections in each of 400 iterations still gets through; idle slots cost no time.
  max_connections: '1000',
  // Background work would come and go between two samples of the server's own figures.
  autovacuum: 'off',
};

/** Settings as arguments of the `postgres` command. */
export function asArguments(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
