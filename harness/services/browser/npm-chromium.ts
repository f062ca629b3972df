import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import envPaths from 'env-paths';

/**
 * Unpacks the Chromium that npm package @sparticuz/chromium carries (Linux on x64 only) into this user's cache folder,
 * once per version, and returns its path. Two processes may do so at once: each unpacks into a folder of its own, the
 * first to rename it wins, and a half unpacked browser is never seen. Takes about 3 s and 250 MB.
 */
export async function unpackNpmChromium(
  cache = envPaths('steadyheap', { suffix: '' }).cache,
): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { entry, version } = locatePackage();
  const home = join(cache, `chromium-${version}`);
  const start = join(home, START);
  if (existsSync(start)) return start;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(`${home}.`);
  try {
    await unpackInto(draft, entry);
    await writeFile(join(draft, 'fonts.conf'), fontSettings(home));
    await writeFile(join(draft, START), START_SCRIPT);
    await chmod(join(draft, START), 0o755);
    await rename(draft, home).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return start;
}

const START = 'chrome-headless-shell';

/** The package brings the libraries and fonts that a bare machine lacks; the browser must be told where they are. */
const START_SCRIPT = `#!/bin/sh
home=\${0%/*}
export LD_LIBRARY_PATH="$home/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="\${FONTCONFIG_FILE:-$home/fonts.conf}"
exec "$home/chromium" "$@"
`;

/** The machine's own fonts first, then the package's. */
function fontSettings(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${home}/fonts/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;
}

/**
 * The package unpacks into the temporary folder whatever lies there already, so it gets an empty one of its own. It
 * leaves out the libraries unless it believes to be in the kind of place it was made for.
 */
async function unpackInto(folder: string, entry: string): Promise<void> {
  const script = `await (await import(${JSON.stringify(entry)})).default.executablePath()`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}

function locatePackage(): { entry: string; version: string } {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = require(join(dirname(entry), '..', 'package.json')) as { version: string };
  return { entry: pathToFileURL(entry).href, version };
}
