import { type Claim, plainly, ran } from '../claim.ts';

/** Locks in memory and in a database, and sessions in a database. */
export const locks: Claim[] = [
  {
    system: 'session provider',
    by: 'review',
    claim: 'the interval that removes expired sessions is never cleared',
    decidedBy: ran('session providers on PostgreSQL', { leaky: 'leak', fixed: 'clean' }),
    finding: 'confirmed',
    plain: plainly('session-provider.mjs', 'leaky', 'fixed'),
  },
  {
    system: 'session provider',
    by: 'upstream',
    claim: 'unref() of the interval is the fix',
    decidedBy: ran('session providers on PostgreSQL', { unref: 'leak' }),
    finding: 'fix is fake',
    plain: plainly('session-provider.mjs', 'unref'),
  },
  {
    system: 'threading',
    by: 'review',
    claim: 'the end of each queue stays in the map of names',
    decidedBy: [
      ...ran('critical sections of ever new names', { leaky: 'leak' }, { locks: 'grows' }),
      ...ran('critical sections of ever new names', { fixed: 'clean' }, { locks: 'steady' }),
      ...ran('100 concurrent mutexes on 100 names', { leaky: 'leak', fixed: 'clean' }),
    ],
    finding: 'confirmed',
    plain: plainly('threading.mjs', 'leaky, ever', 'leaky, names', 'fixed, ever', 'fixed, names'),
  },
  {
    system: 'threading',
    by: 'measurement',
    claim: 'so it does when callbacks throw or time out, and after a shutdown',
    decidedBy: [
      ...ran('100 concurrent mutexes whose callbacks throw', { leaky: 'leak', fixed: 'clean' }),
      ...ran('100 concurrent mutexes that time out', { leaky: 'leak', fixed: 'clean' }),
      ...ran('a shutdown in the middle of 100 concurrent mutexes', { leaky: 'leak', fixed: 'clean' }),
    ],
    finding: 'confirmed',
    plain: plainly('threading.mjs', 'leaky, names', 'fixed, names'),
  },
  {
    system: 'threading',
    by: 'measurement',
    claim: 'one name grows without a bound',
    decidedBy: [
      ...ran('critical sections of one name', { leaky: 'clean' }),
      ...ran('100 concurrent mutexes on one name', { leaky: 'clean' }),
    ],
    finding: 'wrong',
    plain: plainly('threading.mjs', 'leaky, one name'),
  },
  {
    system: 'threading',
    by: 'measurement',
    claim: 'a callback that never settles queues every later caller',
    decidedBy: ran('callers behind a callback that never settles', { leaky: 'leak', fixed: 'clean' }),
    finding: 'confirmed',
    plain: plainly('threading.mjs', 'leaky, callers', 'fixed, callers'),
  },
  {
    system: 'threading',
    by: 'measurement',
    claim: 'the release timer of each lock leaks',
    decidedBy: ran('100 concurrent mutexes with release timers of 10 s', { leaky: 'draining', fixed: 'clean' }),
    finding: 'partly',
    plain: plainly('threading.mjs', 'leaky, timers', 'fixed, timers'),
  },
  {
    system: 'orm-threading',
    by: 'review',
    claim: 'an error in the poll leaves the interval, which polls on',
    decidedBy: ran(
      'waiting for a lock while the database fails',
      { leaky: 'leak', fixed: 'clean' },
      { queries: 'grows' },
    ),
    finding: 'confirmed',
    plain: plainly('orm-threading.mjs', 'leaky', 'fixed'),
  },
  {
    system: 'orm-threading',
    by: 'measurement',
    claim: 'waiting that ends by unlock or time-out leaves timers',
    decidedBy: ran('100 callers that wait for a lock in the database', { leaky: 'clean', fixed: 'clean' }),
    finding: 'wrong',
    plain: [],
  },
];
