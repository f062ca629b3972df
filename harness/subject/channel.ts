import { readSync, writeSync } from 'node:fs';
import { CHANNEL, type Question, type Reply } from './protocol.ts';

const buffer = Buffer.allocUnsafeSlow(64 * 1024);
let pending = '';

/** Blocks the whole process until the parent asks something; null when the parent has hung up. */
export function nextQuestion(): Question | null {
  for (;;) {
    const newline = pending.indexOf('\n');
    if (newline >= 0) {
      const line = pending.slice(0, newline);
      pending = pending.slice(newline + 1);
      return JSON.parse(line) as Question;
    }
    const length = readSync(CHANNEL, buffer, 0, buffer.length, null);
    if (length === 0) return null;
    pending += buffer.toString('utf8', 0, length);
  }
}

/** Sends one reply; returns when the whole of it is on its way. */
export function reply(message: Reply): void {
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
  for (let sent = 0; sent < bytes.length; ) sent += writeSync(CHANNEL, bytes, sent);
}
