/** A service could not be started; the message is one sentence that names what is missing and what mends it. */
export class ServiceError extends Error {
  override name = 'ServiceError';
}
