import { expect, test } from 'vitest';
import { block, branch, branchIf, loop } from './code.ts';
import { call, i32, i64, local } from './instructions.ts';
import { compile } from './module.ts';

const twice = { parameters: ['i32'], result: 'i32', locals: [], body: i32.add(local(0).get, local(0).get) } as const;

function run(body: Parameters<typeof block>[1], ...values: number[]): number {
  const main = { parameters: ['i32'], result: 'i32', locals: ['i32'], body } as const;
  const { exports } = new WebAssembly.Instance(compile([twice, main], 1));
  return (exports.run as (...parameters: number[]) => number)(...values);
}

test('a loop is left by a branch to the block around it', () => {
  const left = local(0);
  const sum = local(1);
  const body = [
    block(
      'done',
      loop(
        'again',
        branchIf(i32.eq(left.get, i32.const(0)), 'done'),
        sum.set(i32.add(sum.get, left.get)),
        left.set(i32.sub(left.get, i32.const(1))),
        branch('again'),
      ),
    ),
    sum.get,
  ];
  expect(run(body, 100)).toBe(5050);
});

test('functions call those in front of them', () => {
  expect(run(call(0, local(0).get), 21)).toBe(42);
});

test.each([0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, 8192, 2 ** 31 - 1, -(2 ** 31)])('the constant %i', (value) => {
  expect(run(i32.const(value), 0)).toBe(value);
  expect(run(i32.fromI64(i64.const(BigInt(value))), 0)).toBe(value);
});

test('a constant of 64 bits keeps them all', () => {
  expect(run(i32.fromI64(i64.shr(i64.const(0xfedc_ba98_0000_0000n), i64.const(32n))), 0) >>> 0).toBe(0xfedc_ba98);
});

test('a branch to nowhere is refused', () => {
  expect(() => run(branch('elsewhere'), 0)).toThrow('no block named elsewhere around this branch');
});
