/** The analysis could not be completed. The message is one sentence that names the snapshot or the limit in question. */
export class MemlabError extends Error {
  override readonly name = 'MemlabError';
}
