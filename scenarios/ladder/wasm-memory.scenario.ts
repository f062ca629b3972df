import { scenario } from 'steadyheap';
import { type WasmMemory, wasm } from './web-assembly.ts';

// One memory that grows by a page of 64 KiB: the number of objects stays the same.
export default scenario('one WebAssembly memory that grows', {
  setup: () => ({ memory: new wasm.Memory({ initial: 1 }) as WasmMemory }),
  iterate({ memory }) {
    memory.grow(1);
    new Uint8Array(memory.buffer, memory.buffer.byteLength - 65_536).fill(1);
  },
});
