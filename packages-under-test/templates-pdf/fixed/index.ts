import { closeAssetServer } from '../common/asset-server.ts';
import { type Opened, print } from '../common/print.ts';
import type { RenderRequest } from '../common/request.ts';
import { endBrowser } from './end-browser.ts';

/** Prints a document. The browser and the server end whatever happened, and whatever state the browser is in. */
export async function renderPdf(request: RenderRequest): Promise<Uint8Array> {
  const opened: Opened = {};
  try {
    return await print(request, opened);
  } finally {
    if (opened.browser) await endBrowser(opened.browser);
    if (opened.server) await closeAssetServer(opened.server);
  }
}
