import type { Claim } from '../claim.ts';
import { juggler } from './juggler.ts';
import { locks } from './locks.ts';
import { pdf } from './pdf.ts';
import { queues } from './queues.ts';
import { spinajs } from './spinajs.ts';
import { tenants } from './tenants.ts';

/** What the reviews claim, system by system, and what the measurements show beside it. */
export const claims: Claim[] = [...spinajs, ...queues, ...pdf, ...locks, ...juggler, ...tenants];
