// Run with --expose-gc: calls `iterate` and prints by how many bytes the heap, and what it holds outside, have grown for each call.
export async function bytesPerIteration(what, iterate, iterations = 400) {
  for (let i = 0; i < iterations; i++) await iterate(i);
  const before = await settledHeap();
  for (let i = 0; i < iterations; i++) await iterate(iterations + i);
  const after = await settledHeap();
  console.log(`${what}: ${Math.round((after - before) / iterations)} bytes per iteration`);
}

async function settledHeap() {
  for (let i = 0; i < 5; i++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
