import { scenario } from 'steadyheap';
import { type WasmMemory, wasm } from '../ladder/web-assembly.ts';

/** A module with one memory of one page, exported as `m`. */
const MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 0, 1, 7, 5, 1, 1, 109, 2, 0);

// Innocent: each instance, with a memory of 64 kB, is dropped.
export default scenario('WebAssembly instances made and dropped', {
  iterations: 60,
  setup: async () => ({ module: await wasm.compile(MODULE) }),
  async iterate({ module }, i) {
    const { exports } = await wasm.instantiate(module);
    new Uint8Array((exports.m as WasmMemory).buffer).fill(i);
  },
});
