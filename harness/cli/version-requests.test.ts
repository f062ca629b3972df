import { expect, test } from 'vitest';
import { askedAgain } from './version-requests.ts';

const asked = (written: string, version = written, tarball?: string) => ({
  written,
  request: tarball === undefined ? { version } : { version, tarball },
});

test('one version asked for again is pointed out, however it is written', () => {
  const rest = 'what differs between them is what runs of one version differ by';
  expect(askedAgain([asked('1.0.0'), asked('2.0.0'), asked('1.0.0')])).toEqual([`1.0.0 is named 2 times: ${rest}`]);
  expect(askedAgain([asked('^1', '1.0.0'), asked('1.0.0')])).toEqual([`^1 and 1.0.0 are one version: ${rest}`]);
  const tarballs = [asked('./a', '1.0.0+x', '/cache/x.tgz'), asked('a.tgz', '1.0.0+x', '/cache/x.tgz')];
  expect(askedAgain(tarballs)).toEqual([`./a and a.tgz are one version: ${rest}`]);
});

test('different versions are not, nor different tarballs of one version', () => {
  expect(askedAgain([asked('1.0.0'), asked('2.0.0')])).toEqual([]);
  expect(askedAgain([asked('./a', '1.0.0', '/cache/a.tgz'), asked('./b', '1.0.0', '/cache/b.tgz')])).toEqual([]);
  expect(askedAgain([asked('1.0.0'), asked('./b', '1.0.0', '/cache/b.tgz')])).toEqual([]);
});
