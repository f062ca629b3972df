/**
 * WebAssembly code under construction: bytes, or lists of code, or blocks and branches that name their target. Labels
 * become depths when the code is encoded.
 */
export type Code = number | Block | Branch | readonly Code[];

interface Block {
  readonly opcode: number;
  readonly label: string;
  readonly body: Code;
}

interface Branch {
  readonly opcode: number;
  readonly target: string;
}

const EMPTY_BLOCK = 0x40;
const END = 0x0b;

/** Code to leave early: a branch to its label goes behind it. */
export function block(label: string, ...body: Code[]): Code {
  return { opcode: 0x02, label, body };
}

/** Code to repeat: a branch to its label goes to its beginning. */
export function loop(label: string, ...body: Code[]): Code {
  return { opcode: 0x03, label, body };
}

/** Runs `body` when `condition` is not 0. */
export function when(condition: Code, ...body: Code[]): Code {
  return [condition, { opcode: 0x04, label: '', body }];
}

/** Goes to the enclosing block or loop of that label. */
export function branch(target: string): Code {
  return { opcode: 0x0c, target };
}

/** Goes to the enclosing block or loop of that label when `condition` is not 0. */
export function branchIf(condition: Code, target: string): Code {
  return [condition, { opcode: 0x0d, target }];
}

/** The bytes of a function's body. Throws for a branch to a label that does not enclose it. */
export function encode(code: Code): number[] {
  const bytes: number[] = [];
  const open: string[] = [];
  const write = (part: Code): void => {
    if (typeof part === 'number') bytes.push(part);
    else if ('target' in part) {
      const depth = open.length - 1 - open.lastIndexOf(part.target);
      if (depth === open.length) throw new RangeError(`no block named ${part.target} around this branch`);
      bytes.push(part.opcode, depth);
    } else if ('body' in part) {
      bytes.push(part.opcode, EMPTY_BLOCK);
      open.push(part.label);
      write(part.body);
      open.pop();
      bytes.push(END);
    } else for (const inner of part) write(inner);
  };
  write(code);
  return bytes;
}
