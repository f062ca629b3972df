/** The part of WebAssembly's interface that the scenarios use; the types of Node leave it out. */
interface Interface {
  Memory: new (limits: { initial: number }) => WasmMemory;
  compile(code: Uint8Array): Promise<object>;
  instantiate(module: object): Promise<{ exports: Record<string, unknown> }>;
}

/** A linear memory; `grow` takes pages of 64 kB. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

export const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Interface };
