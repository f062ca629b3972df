import envPaths from 'env-paths';

/**
 * The folder in which installed packages are kept between runs: STEADYHEAP_CACHE, or the user's cache folder of this
 * platform.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env.STEADYHEAP_CACHE || envPaths('steadyheap', { suffix: '' }).cache;
}
