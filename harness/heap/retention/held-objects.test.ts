import { expect, test } from 'vitest';
import { drawHeap } from '../testing/heap-picture.ts';
import { findHeldObjects } from './held-objects.ts';

test('objects are named with the way each is held, and ids that are gone are left out', async () => {
  const snapshot = await drawHeap('root ^global> global\nglobal .registry> registry\nregistry .ids> ids', {
    registry: 'Registry',
    ids: 'Array',
  }).snapshot();
  const ids = snapshot.nodeIds[3] as number;
  expect(findHeldObjects(snapshot, new Set([ids, 4_711]))).toEqual([
    { id: ids, className: 'Array', retainerPath: ['global.registry', 'Registry.ids', 'Array'] },
  ]);
});
