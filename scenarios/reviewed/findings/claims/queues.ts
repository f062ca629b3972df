import { type Claim, plainly, ran } from '../claim.ts';

/** The STOMP transport, and the queue client as it was when it was reviewed. */
export const queues: Claim[] = [
  {
    system: '@spinajs/queue-stomp-transport',
    by: 'review',
    claim: 'dispose(), reconnects and dropped subscriptions leak',
    decidedBy: [
      ...ran('a queue connection that is disposed', { '2.0.531': 'clean' }),
      ...ran('a queue connection of 5 subscriptions that is cut', { '2.0.531': 'clean' }),
      ...ran('subscriptions that are dropped again', { '2.0.531': 'clean' }, { subscriptions: 'steady' }),
    ],
    finding: 'wrong',
    plain: plainly('stomp-clients.mjs', 'connected, subscribed and disposed'),
  },
  {
    system: '@spinajs/queue-stomp-transport',
    by: 'measurement',
    claim: 'connections that nobody disposes, and subscriptions that nobody drops, stay',
    decidedBy: [
      ...ran('queue connections that nobody disposes', { '2.0.531': 'leak' }),
      ...ran('subscriptions under ever new names', { '2.0.531': 'leak' }, { subscriptions: 'grows' }),
    ],
    finding: 'confirmed',
    plain: plainly('stomp-clients.mjs', 'connected and not', 'sockets', 'a subscription', 'subscriptions kept'),
  },
  {
    system: '@spinajs/queue-stomp-transport',
    by: 'measurement',
    claim: 'connections that fail stay',
    decidedBy: [
      ...ran('queue connections that are refused', { '2.0.531': 'draining' }),
      ...ran('queue connections with a bad login', { '2.0.531': 'draining' }),
    ],
    finding: 'partly',
    plain: plainly('stomp-clients.mjs', 'refused', 'timers left', '11 s'),
  },
  {
    system: '@spinajs/queue-stomp-transport',
    by: 'measurement',
    claim: 'a message whose receipt does not come leaves its watcher for ever',
    decidedBy: ran('messages whose receipt never comes', { '2.0.531': 'leak' }),
    finding: 'found beyond the reviews',
    plain: [
      ...plainly('stomp-receipt-watchers.mjs', 'messages', 'watchers'),
      ...plainly('stomp-clients.mjs', 'a message whose'),
    ],
  },
  {
    system: '@spinajs/queue-stomp-transport',
    by: 'measurement',
    claim: 'messages sent while disconnected are buffered without a bound',
    decidedBy: ran('messages sent while disconnected', { '2.0.531': 'leak' }, { pending: 'grows' }),
    finding: 'found beyond the reviews',
    plain: plainly('stomp-clients.mjs', 'a message while', 'messages kept'),
  },
  {
    system: 'queue client at review time',
    by: 'review',
    claim: 'a failed first connection goes on reconnecting; dispose() arms a timer that nobody clears',
    decidedBy: [
      ...ran('queue clients whose first connection fails', { leaky: 'leak', fixed: 'clean' }),
      ...ran('queue clients that are disposed', { leaky: 'draining', fixed: 'clean' }),
    ],
    finding: 'confirmed',
    plain: plainly('queue-client.mjs', 'leaky', 'fixed'),
  },
];
