import { Model, type Request } from '../common/model.ts';

export { Model };

/** Saves a row for a request and notes the change in it. The observer stays on the model, and the request with it. */
export async function handle(model: Model, request: Request, row: Record<string, unknown>): Promise<string[]> {
  model.observe('after save', (saved) => {
    if (saved === row) request.changes.push(`${request.user} saved ${row.id}`);
  });
  await model.create(row);
  return request.changes;
}
