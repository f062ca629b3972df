import path from 'node:path';
import type { Frame } from '../explanation.ts';
import { folded } from '../frames/telling.ts';

/** A file as people look for it: from its package on, or relative to the working folder. */
export function shownFile(file: string, cwd: string): string {
  const installed = /.*[\\/]node_modules[\\/](.+)$/.exec(file)?.[1];
  if (installed !== undefined) return installed;
  const relative = path.relative(cwd, file);
  return relative.startsWith('..') || !path.isAbsolute(file) ? file : relative;
}

/** A sentence with the files in it as people look for them. */
export function shownText(text: string, cwd: string): string {
  return text.replace(/\S*[\\/]node_modules[\\/](?=\S)/g, '').replaceAll(cwd + path.sep, '');
}

/** `set at lru-cache/index.js:12`; `in` where only the function is known. */
export function frameLine({ functionName, file, line, exact }: Frame, cwd: string): string {
  const name = functionName === '' ? '(anonymous)' : functionName;
  return `${name} ${exact ? 'at' : 'in'} ${shownFile(file, cwd)}:${line}`;
}

/** The lines of a stack; Node's own functions in a row are one. */
export function stackLines(frames: readonly Frame[], cwd: string): string[] {
  return folded(frames).map((fold) => ('frame' in fold ? frameLine(fold.frame, cwd) : nodeLine(fold.node)));
}

/** Node's functions in a row by the outermost, which is what was called. */
function nodeLine(frames: readonly Frame[]): string {
  const outermost = frames.at(-1);
  const more = frames.length > 1 ? `, ${frames.length - 1} more` : '';
  return `${outermost?.functionName || '(anonymous)'} (${outermost?.file || 'V8'}${more})`;
}
