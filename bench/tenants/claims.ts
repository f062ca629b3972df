/** What the review states of the fork's two versions, over the requests (or switches) of one scenario. */
export interface Claim {
  /** What the row is called. */
  title: string;
  /** A gauge of the scenario, or the heap. */
  of: { gauge: string } | 'heap';
  /** Pieces or bytes; null where the review states none. */
  first: number | null;
  last: number | null;
  /** The part of the first version's figure by which the last is said to be less. */
  less?: number;
}

/** One comparison of the two versions, and what is claimed of it. */
export interface Subject {
  title: string;
  /** The file that holds the scenario, as it is asked for. */
  scenario: string;
  claims: readonly Claim[];
}

const REQUESTS: readonly Claim[] = [
  { title: 'DataSources created', of: { gauge: 'dataSourcesCreated' }, first: 500, last: 500 },
  { title: 'live registries', of: { gauge: 'liveRegistries' }, first: 500, last: 50 },
  { title: 'live proxies', of: { gauge: 'liveProxies' }, first: 500, last: 50 },
  { title: 'heap', of: 'heap', first: null, last: null, less: 0.9 },
];

/** Every comparison that the review makes a claim of. */
export const SUBJECTS: readonly Subject[] = [
  {
    title: '50 tenants x 10 requests, each disconnected',
    scenario: 'tenant-requests.disconnected',
    claims: REQUESTS,
  },
  {
    title: '50 tenants x 10 requests, none disconnected',
    scenario: 'tenant-requests.left-open',
    claims: REQUESTS,
  },
  {
    title: '100 tenant switches, each with `disconnect()`',
    scenario: 'tenant-switches.tenant-registry',
    claims: [
      { title: 'heap', of: 'heap', first: 50e6, last: 5e6 },
      { title: 'live registries', of: { gauge: 'tenantRegistries' }, first: null, last: null },
    ],
  },
];
