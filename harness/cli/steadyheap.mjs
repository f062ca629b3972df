#!/usr/bin/env node
// Plain JavaScript for whatever Node is first on the PATH: steadyheap itself needs one that runs TypeScript, and npm has
// installed it beside this program.
import { spawn } from 'node:child_process';
import module, { createRequire } from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
const runsTypeScript = major > 22 || (major === 22 && minor >= 18);

function installedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  try {
    return createRequire(import.meta.url).resolve(`node-${system}-${process.arch}/${file}`);
  } catch {
    return null;
  }
}

if (runsTypeScript) {
  // Stripped and compiled modules are kept between runs: 0.4 s of CPU each (a small run takes 3.5 s).
  module.enableCompileCache();
  const { runOnProcess } = await import('./on-process.ts');
  await runOnProcess(process);
} else {
  const node = installedNode();
  if (node === null) {
    console.error(
      `steadyheap needs Node 22.18 or later, and this is ${process.version}: install it from your system or nvm`,
    );
    process.exit(2);
  }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
