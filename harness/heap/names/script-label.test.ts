import { expect, test } from 'vitest';
import { definedAt } from './defined-at.ts';
import { scriptLabel, scriptPath } from './script-label.ts';

test.each([
  ['file:///app/src/listener.js', 'listener.js'],
  ['/app/src/listener.js', 'listener.js'],
  ['C:\\app\\src\\listener.js', 'listener.js'],
  ['listener.js', 'listener.js'],
  ['file:///app/src/listener.js?version=2&debug#top', 'listener.js'],
  ['file:///app/tenants/index.js', 'tenants/index.js'],
  ['file:///app/tenants/main.mjs', 'tenants/main.mjs'],
  ['file:///app/tenants/domain.js', 'domain.js'],
  ['file:///app/tenants/index.test.js', 'index.test.js'],
  ['index.js', 'index.js'],
  ['node:internal/timers', 'node:internal/timers'],
  ['file:///app/node:x', 'node:x'],
  ['data:text/javascript,export default 1', 'data: URL'],
  ['file:///app/data:', 'data:'],
  ['', 'eval'],
])('the script %j is called %s', (url, label) => {
  expect(scriptLabel(url)).toBe(label);
});

test.each([
  ['file:///app/my%20tenants.js', '/app/my tenants.js'],
  ['/app/tenants.js', '/app/tenants.js'],
  ['node:fs', 'node:fs'],
  ['file:///app/100%.js', 'file:///app/100%.js'],
])('a person opens the script %s at %s', (url, path) => {
  expect(scriptPath(url)).toBe(path);
});

test('a class is defined at a line of a file, and nowhere when its place is not known or it comes from eval', () => {
  expect(definedAt({ url: 'file:///app/tenants.js', line: 12 })).toBe('/app/tenants.js:12');
  expect(definedAt({ url: '', line: 12 })).toBeNull();
  expect(definedAt(undefined)).toBeNull();
});
