import { InstallError, PackageError } from './errors.ts';

/** How npm reports a failure when it is run with `--json`. */
export interface NpmFailure {
  code: string;
  summary: string;
}

const NETWORK = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'ERR_SOCKET_TIMEOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

/** Reads npm's `--json` output; without one, the last line it wrote to stderr stands in. */
export function parseNpmFailure(stdout: string, stderr: string): NpmFailure {
  try {
    const { error } = JSON.parse(stdout) as { error: NpmFailure };
    return { code: error.code ?? '', summary: firstLine(error.summary) };
  } catch {
    const lines = stderr.split('\n').filter((line) => line.startsWith('npm error') && !line.includes('complete log'));
    return { code: '', summary: (lines[0] ?? 'npm gave no reason').replace(/^npm error\s*/, '') };
  }
}

/**
 * The first file that npm could not write, from its stderr. npm 11 only warns of it and ends with success: on a full disk
 * it leaves packages whose files are empty.
 */
export function findUnwrittenFile(stderr: string): NpmFailure | undefined {
  const [, code, summary] = /TAR_ENTRY_ERROR ([A-Z]+): (.*)/.exec(stderr) ?? [];
  return code === undefined || summary === undefined ? undefined : { code, summary };
}

/**
 * One sentence for a failure of npm, or of the file system around it, while it installed `what`. An unknown name or
 * version (E404, ETARGET) is told better by a caller that knows what was asked for.
 */
export function explainFailure(what: string, { code, summary }: NpmFailure): PackageError | InstallError {
  if (NETWORK.has(code)) {
    return new InstallError(`Cannot install ${what}: the npm registry does not answer (${code}); check the network.`);
  }
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new InstallError(`Cannot install ${what}: the disk is full (${code}); STEADYHEAP_CACHE moves the cache.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
      return new InstallError(
        `Cannot install ${what}: the cache folder is not writable (${summary}); set STEADYHEAP_CACHE to one that is.`,
      );
    case 'E401':
    case 'E403':
      return new InstallError(`Cannot install ${what}: the npm registry denies access (${code}); log in with npm.`);
    case 'EUSAGE':
      return new PackageError(
        `Cannot install ${what}: its package-lock.json does not match its package.json; run "npm install --package-lock-only" in its folder.`,
      );
    default:
      return new InstallError(`Cannot install ${what}: npm failed${code ? ` with ${code}` : ''}: ${summary}`);
  }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] as string;
}
