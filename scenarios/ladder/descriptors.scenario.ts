import { openSync } from 'node:fs';
import { devNull } from 'node:os';
import { scenario } from 'steadyheap';

// A descriptor is a number: no object and no handle goes with it.
export default scenario('descriptors that nobody closes', {
  iterate: () => ({ opened: openSync(devNull, 'r') }),
});
