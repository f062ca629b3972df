import { births } from './births.ts';
import { fuite } from './fuite.ts';
import { leakage } from './leakage.ts';
import { memlab } from './memlab.ts';
import { naive } from './naive.ts';
import type { Peer } from './peer.ts';

export type { PeerAnswer } from './peer.ts';

/** The peers, by the name they are asked for. */
export const PEERS: Readonly<Record<string, Peer>> = { naive, leakage, fuite, memlab, births };
