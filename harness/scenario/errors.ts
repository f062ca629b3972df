/** A request that cannot be carried out as it stands: one sentence that says what is wrong, where, and what is right. */
export class RequestError extends Error {
  override name = 'RequestError';
}
