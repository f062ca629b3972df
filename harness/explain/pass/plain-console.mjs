/**
 * Preloaded by the second pass: prints as ever, but tells the inspector nothing. Node hands what the console is given to a
 * connected inspector as well; with one line an iteration, V8 no longer knew the stack of any of 24 objects allocated beside it.
 */
const plain = new console.Console(process.stdout, process.stderr);
// The methods and not the object: `node:console` is the same object, and whoever has it already has it still.
for (const [name, method] of Object.entries(plain)) {
  if (typeof method === 'function' && typeof console[name] === 'function') console[name] = method;
}
