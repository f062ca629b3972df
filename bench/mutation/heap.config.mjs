import { mutationOf } from './options.mjs';

// memlab is another's engine, in a process of its own, where a test takes seconds.
export default mutationOf('heap', 75, ['harness/heap/memlab/**']);
