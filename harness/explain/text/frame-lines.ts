import path from 'node:path';
import type { Frame } from '../explanation.ts';

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
  const lines: string[] = [];
  let folded: Frame[] = [];
  const unfold = () => {
    const outermost = folded.at(-1);
    if (outermost !== undefined) lines.push(nodeLine(outermost, folded.length));
    folded = [];
  };
  for (const frame of frames) {
    if (frame.owner === 'node') {
      // V8 runs what has no name and no file: it says nothing.
      if (frame.functionName !== '' || frame.file !== '') folded.push(frame);
      continue;
    }
    unfold();
    lines.push(frameLine(frame, cwd));
  }
  // What called the outermost is Node's event loop: of no interest.
  return lines;
}

function nodeLine({ functionName, file }: Frame, count: number): string {
  const more = count > 1 ? `, ${count - 1} more` : '';
  return `${functionName || '(anonymous)'} (${file === '' ? 'V8' : file}${more})`;
}
