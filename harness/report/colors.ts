import picocolors from 'picocolors';

/** Functions that paint a text, or leave it as it is. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** Colours for a stream: only on a terminal, unless NO_COLOR or FORCE_COLOR say otherwise. */
export function colorsFor(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): Colors {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return picocolors.createColors(false);
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return picocolors.createColors(env.FORCE_COLOR !== '0');
  return picocolors.createColors(stream.isTTY === true);
}
