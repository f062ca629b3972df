/** Why the second pass gave no heap. */
export class PassError extends Error {
  override name = 'PassError';
}
