import { expect, test } from 'vitest';
import { drawHeap } from '../testing/heap-picture.ts';
import { reachableWithout } from './reachable-without.ts';

const PICTURE = `
  root ^global> global
  root ^strings> table
  table [0> name
  global .leak> leak
  leak .own> own
  leak .shared> shared
  global .shared> shared
  leak .name> name
  global ~weak> watched
  leak .watched> watched
`;
const NODES = { table: 'synthetic (Internalized strings)', name: 'string Ada' };

async function reachedWithout(...cut: string[]): Promise<string[]> {
  const snapshot = await drawHeap(PICTURE, NODES).snapshot();
  const names = Array.from({ length: snapshot.nodeCount }, (_, node) => snapshot.strings.get(snapshot.nodeNames[node]));
  const nodes = cut.map((name) => names.indexOf(name));
  return names.filter((name, node) => name !== '' && reachableWithout(snapshot, nodes)[node] === 1);
}

test('what hangs off the cut is not reached any more, and what something else holds is', async () => {
  expect(await reachedWithout('leak')).toEqual(['global', 'shared']);
});

test('without a cut all but what only weak references and the table of strings hold is reached', async () => {
  expect(await reachedWithout()).toEqual(['global', 'Ada', 'leak', 'own', 'shared', 'watched']);
});
