/** What an explanation consists of, as `--json` writes it: fields are added, never renamed. */
import type { Recognition } from './recognise/recognition.ts';

/** Whose code a function is. */
export type Owner = 'package' | 'scenario' | 'dependency' | 'node';

/** A function on the stack of an allocation, at the place people wrote it. */
export interface Frame {
  functionName: string;
  /** Path of the file; a `node:` URL for Node's own; empty for V8's own and for code from `eval`. */
  file: string;
  /** From 1: the allocating line or call where `exact`, otherwise the one the function begins in; 0 where it is unknown. */
  line: number;
  exact: boolean;
  owner: Owner;
  /** The package the file belongs to; null for the scenario and for Node. */
  package: string | null;
}

/** Objects of a leak that were allocated on the same stack. */
export interface AllocationStack {
  className: string;
  count: number;
  retainedBytes: number;
  /** Innermost first, without steadyheap's own frames. */
  frames: Frame[];
}

/** Objects that stay for one reason, and everything that hangs off them. */
export interface Leak {
  /** Of the objects that older ones hold. */
  className: string;
  count: number;
  perIteration: number;
  retainedBytes: number;
  /** From the GC root; to be joined with ` ▸ `. */
  retainerPath: string[];
  definedAt: string | null;
  /** What kinds of leak the evidence shows; empty when none is recognised. */
  kinds: Recognition[];
  /** The most retained first. */
  stacks: AllocationStack[];
  /** Further classes that grow with them, and how many. */
  holds: { className: string; count: number }[];
}

/** Handles, timers, processes or descriptors of one type that were made by the same calls and are still open. */
export interface OpenHandles {
  /** As async_hooks names it, or `descriptor`. */
  type: string;
  count: number;
  /** One of the files, of descriptors. */
  example?: string;
  frames: Frame[];
}

/** Who allocates most objects of a class. */
export interface Origin {
  className: string;
  /** The innermost in the package under test, in the scenario, and of all. */
  frames: Frame[];
}

/** The cause of what a run has shown. */
export interface Explanation {
  /** Iterations in which allocations were tracked. */
  iterations: number;
  /** The most retained first. */
  leaks: Leak[];
  /** Of every class that grows, whatever it hangs off. */
  origins: Origin[];
  /** Those with most first; empty when none have risen. */
  handles: OpenHandles[];
}
