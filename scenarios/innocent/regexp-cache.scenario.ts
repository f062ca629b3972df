import { scenario } from 'steadyheap';

// Innocent: 220 patterns, each compiled to bytecode when it is first needed and to machine code at its second use.
export default scenario('a cache of regular expressions', {
  iterations: 900,
  setup: () => ({ patterns: new Map<string, RegExp>() }),
  iterate({ patterns }, i) {
    const source = `^/tenants/${i % 220}/(\\w+)/(\\d+)$`;
    const pattern = patterns.get(source) ?? new RegExp(source);
    patterns.set(source, pattern);
    return pattern.exec(`/tenants/${i % 220}/orders/${i}`)?.[2];
  },
});
