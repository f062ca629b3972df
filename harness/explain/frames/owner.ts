import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackageUnderTest } from '../../packages/index.ts';
import type { Owner } from '../explanation.ts';

const SUBJECT = fileURLToPath(new URL('../../subject/', import.meta.url));
const HOOKS = fileURLToPath(new URL('../pass/', import.meta.url));

/** Whose code lies in a file; null for steadyheap's own. */
export function ownerOf(
  file: string,
  underTest: PackageUnderTest | null,
): { owner: Owner; package: string | null } | null {
  if (file === '' || file.startsWith('node:')) return { owner: 'node', package: null };
  if (file.startsWith(SUBJECT) || file.startsWith(HOOKS)) return null;
  const installed = /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file)?.[1]?.replace('\\', '/');
  if (installed !== undefined) {
    return { owner: installed === underTest?.name ? 'package' : 'dependency', package: installed };
  }
  if (underTest?.kind === 'specimen' && file.startsWith(path.dirname(underTest.entry) + path.sep)) {
    return { owner: 'package', package: underTest.name };
  }
  return { owner: 'scenario', package: null };
}
