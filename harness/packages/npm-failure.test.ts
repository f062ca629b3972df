import { expect, test } from 'vitest';
import { InstallError, PackageError } from './errors.ts';
import { explainFailure, findUnwrittenFile, parseNpmFailure } from './npm-failure.ts';

test.each([
  ['ENOTFOUND', 'Cannot install a@1.0.0: the npm registry does not answer (ENOTFOUND); check the network.'],
  ['ENOSPC', 'Cannot install a@1.0.0: the disk is full (ENOSPC); STEADYHEAP_CACHE moves the cache.'],
  ['E403', 'Cannot install a@1.0.0: the npm registry denies access (E403); log in with npm.'],
  ['EWHAT', 'Cannot install a@1.0.0: npm failed with EWHAT: the summary'],
  ['', 'Cannot install a@1.0.0: npm failed: the summary'],
])('code "%s" has a sentence of its own', (code, message) => {
  const error = explainFailure('a@1.0.0', { code, summary: 'the summary' });
  expect(error).toBeInstanceOf(InstallError);
  expect(error.message).toBe(message);
});

test('a lockfile out of step is the fault of the request', () => {
  expect(explainFailure('a@1.0.0', { code: 'EUSAGE', summary: '' })).toBeInstanceOf(PackageError);
});

test('a failure that npm does not report as JSON is read from stderr', () => {
  const stderr = 'npm warn old\nnpm error Unexpected end\nnpm error A complete log of this run can be found in: x\n';
  expect(parseNpmFailure('', stderr)).toEqual({ code: '', summary: 'Unexpected end' });
});

test('a warning about a file that was not written is a failure', () => {
  const stderr = 'npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write\n';
  expect(findUnwrittenFile(stderr)).toEqual({ code: 'ENOSPC', summary: 'no space left on device, write' });
  expect(findUnwrittenFile('npm warn EBADENGINE Unsupported engine\n')).toBeUndefined();
});
