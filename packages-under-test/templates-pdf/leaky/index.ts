import { closeAssetServer } from '../common/asset-server.ts';
import { type Opened, print } from '../common/print.ts';
import type { RenderRequest } from '../common/request.ts';

/**
 * Prints a document, lets the page run its unload handlers, and closes up. What was opened is closed one after the other, so when closing one thing fails, the rest stays: a
 * page that is gone already leaves the browser and the server, a dead browser leaves the server.
 */
export async function renderPdf(request: RenderRequest): Promise<Uint8Array> {
  const opened: Opened = {};
  try {
    return await print(request, opened);
  } finally {
    await opened.page?.close({ runBeforeUnload: true });
    await opened.browser?.close();
    if (opened.server) await closeAssetServer(opened.server);
  }
}
