import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenario } from 'steadyheap';

/** The first half of an upload: the client leaves before it has sent what it promised. */
const HALF_AN_UPLOAD = [
  'POST / HTTP/1.1',
  'Host: 127.0.0.1',
  'Content-Type: multipart/form-data; boundary=limit',
  'Content-Length: 65536',
  '',
  '--limit',
  'Content-Disposition: form-data; name="photo"; filename="photo.jpg"',
  'Content-Type: image/jpeg',
  '',
  'x'.repeat(32_768),
].join('\r\n');

// expressjs/multer#971
export default scenario('an upload that the client aborts', {
  package: 'multer',
  versions: ['2.2.0', '2.3.0'],
  async setup({ load }) {
    const multer = await load();
    const folder = await mkdtemp(join(tmpdir(), 'multer-'));
    const server = createServer();
    const storage = multer.diskStorage({
      destination: folder,
      filename(request: IncomingMessage, _file: unknown, use: (error: null, name: string) => void) {
        use(null, randomUUID());
        server.emit('upload', request);
      },
    });
    const receive = multer({ storage }).single('photo');
    server.on('request', (request, response) => receive(request, response, () => response.end()));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { folder, port: (server.address() as AddressInfo).port, server };
  },
  async iterate({ port, server }) {
    const uploading = once(server, 'upload');
    const client = connect(port, '127.0.0.1');
    client.write(HALF_AN_UPLOAD);
    const [request] = await uploading;
    const aborted = new Promise((resolve) => request.once('close', resolve));
    client.destroy();
    await aborted;
  },
  async teardown({ folder, server }) {
    server.close();
    await once(server, 'close');
    await rm(folder, { recursive: true });
  },
  known: [
    {
      versions: '2.2.0',
      class: 'fds',
      perIteration: 1,
      reason: 'the file that an aborted upload was written to stays open',
      issue: 'https://github.com/expressjs/multer/issues/971',
    },
  ],
});
