// Prints, as JSON, the retained size memlab gives each node of the snapshot FILE, in the order of the snapshot. memlab
// makes folders and keeps state for the whole process, so it has one of its own.
import { getFullHeapFromFile } from '@memlab/api';

const [file = ''] = process.argv.slice(2);
const heap = await getFullHeapFromFile(file);
const sizes: number[] = [];
heap.nodes.forEach((node) => {
  sizes.push(node.retainedSize);
});
process.stdout.write(`\n${JSON.stringify(sizes)}\n`);
