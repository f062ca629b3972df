/** An end of the range could not be measured, so there is nothing to search between. */
export class EndError extends Error {
  override name = 'EndError';
}
