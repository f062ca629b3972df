import { Model, type Observer, type Request } from '../common/model.ts';

export { Model };

/** Saves a row for a request and notes the change in it. The observer goes with the request. */
export async function handle(model: Model, request: Request, row: Record<string, unknown>): Promise<string[]> {
  const note: Observer = (saved) => {
    if (saved === row) request.changes.push(`${request.user} saved ${row.id}`);
  };
  model.observe('after save', note);
  try {
    await model.create(row);
    return request.changes;
  } finally {
    model.removeObserver('after save', note);
  }
}
