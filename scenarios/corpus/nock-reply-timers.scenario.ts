import { equal } from 'node:assert/strict';
// The default export is the object that nock patches.
import http from 'node:http';
import { text } from 'node:stream/consumers';
import { scenario } from 'steadyheap';

// nock/nock#2773
export default scenario('a request that nock answers', {
  package: 'nock',
  versions: ['13.5.4', '13.5.5'],
  async setup({ load }) {
    return { nock: await load() };
  },
  async iterate({ nock }) {
    nock('http://prices.test').get('/today').reply(200, 'ten');
    equal(await fetchText('http://prices.test/today'), 'ten');
  },
  teardown({ nock }) {
    nock.restore();
  },
  known: [
    {
      versions: '13.5.4',
      class: 'OverriddenClientRequest',
      perIteration: 1,
      retainer: 'variable timeouts of removeAllTimers',
      reason: 'every timer of a reply stays in a list that only abortPendingRequests() empties',
      issue: 'https://github.com/nock/nock/issues/2773',
    },
    {
      versions: '13.5.4',
      class: 'Immediate',
      perIteration: 1,
      retainer: 'variable immediates of removeAllTimers',
      reason: 'every immediate of a reply stays in such a list too',
      issue: 'https://github.com/nock/nock/issues/2773',
    },
  ],
});

function fetchText(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    http.get(url, (response) => resolve(text(response))).on('error', reject);
  });
}
