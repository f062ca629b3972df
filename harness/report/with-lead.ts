import { shown } from '../verdict/shown.ts';

/**
 * A message of one or more lines, each behind the same `lead`: whatever the text is made of, none of its lines is read
 * as one of another kind, as GitHub reads workflow commands.
 */
export function withLead(lead: string, message: string): string {
  return message
    .split(/\r?\n/)
    .map((line) => `${lead}${shown(line)}\n`)
    .join('');
}
