import { ClassNames } from '../../heap/index.ts';
import { drawHeap, type NodeDetails } from '../../heap/testing/heap-picture.ts';
import { findLeaks } from '../leaks/find-leaks.ts';
import { recognise } from '../recognise/index.ts';
import type { Recognition } from '../recognise/recognition.ts';

/** What is recognised of the leak in a drawn heap: nodes first mentioned behind the line `---` are new, and all may grow. */
export async function recognisedIn(
  picture: string,
  nodes: Record<string, string>,
  details: NodeDetails = {},
): Promise<Recognition[]> {
  const [before = '', after = ''] = picture.split('---');
  const old = new Set(before.match(/\S+/g));
  const heap = drawHeap(before + after, nodes, details);
  const bornAfter = Math.max(...[...old].map((name) => heap.id(name)));
  const snapshot = await heap.snapshot();
  const classes = new ClassNames(snapshot);
  const growing = new Map(
    (after.match(/\S+/g) ?? [])
      .map((name) => heap.ordinal(name))
      .filter((node) => node !== -1)
      .map((node) => [classes.names[classes.classOf(node)] ?? '', 2] as const),
  );
  const leaks = findLeaks(snapshot, { bornAfter, growing });
  return leaks.flatMap(({ suspect }) => recognise(suspect));
}
