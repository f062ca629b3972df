import type { Suspect } from '../leaks/suspect.ts';
import { recogniseBuffers } from './buffers.ts';
import { recogniseCollection } from './collection.ts';
import { recogniseContext } from './context.ts';
import { recogniseDomain } from './domain.ts';
import { recogniseHandle } from './handle.ts';
import { recogniseListener } from './listener.ts';
import { recogniseModuleCache } from './module-cache.ts';
import { recognisePromise } from './promise.ts';
import type { Recognition } from './recognition.ts';
import { recogniseTimer } from './timer.ts';

/** What a thing is held by: the first that is shown is the one; a listener is no growing array besides. */
const HOLDERS = [recogniseListener, recogniseTimer, recognisePromise, recogniseModuleCache, recogniseCollection];
/** What it holds, besides. */
const CONTENTS = [recogniseHandle, recogniseDomain, recogniseContext, recogniseBuffers];

/** The kinds of leak that the heap shows of objects that stay; empty without evidence for any. */
export function recognise(suspect: Suspect): Recognition[] {
  const holder = firstOf(HOLDERS, suspect);
  const contents = CONTENTS.map((recogniser) => recogniser(suspect)).filter((found) => found !== null);
  return holder === null ? contents : [holder, ...contents];
}

function firstOf(recognisers: typeof HOLDERS, suspect: Suspect): Recognition | null {
  for (const recogniser of recognisers) {
    const found = recogniser(suspect);
    if (found !== null) return found;
  }
  return null;
}
