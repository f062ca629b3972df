// npm init -y; npm pkg set 'overrides[@spinajs/di]=2.0.450'
// npm install @spinajs/http@2.0.450 @spinajs/templates@2.0.450 @spinajs/templates-pug@2.0.450
// TESTING=1 node --expose-gc http-servers.mjs
// dispose() leaves a timer of 5 s that holds the server, stop() leaves nothing, and a server that nobody stops stays.
import { once } from 'node:events';
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Configuration } from '@spinajs/configuration-common';
import { DI, Injectable, NewInstance } from '@spinajs/di';
import { HttpServer } from '@spinajs/http';
import { Log } from '@spinajs/log-common';
import { bytesPerIteration } from './bytes-per-iteration.mjs';

const settings = { http: { port: 0, Static: [], middlewares: [] }, https: false };

class Settings extends Configuration {
  get(name, defaultValue) {
    return settings[name] ?? defaultValue;
  }
}

class SilentLog extends Log {
  trace() {}
  debug() {}
  info() {}
  success() {}
  warn() {}
  error() {}
}

class Server extends HttpServer {}

NewInstance()(SilentLog);
Injectable(Log)(SilentLog);
Injectable(Configuration)(Settings);
await DI.resolve(Configuration);
NewInstance()(Server);
Injectable(HttpServer)(Server);

async function serve() {
  const server = await DI.resolve(HttpServer);
  await server.start();
  const { port } = server.Server.address();
  for (let asked = 0; asked < 5; asked++) await ask(port);
  return server;
}

function ask(port) {
  const { promise, resolve } = Promise.withResolvers();
  get({ port, agent: false }, (response) => response.resume().on('end', resolve));
  return promise;
}

const active = (type) => process.getActiveResourcesInfo().filter((each) => each === type).length;

await bytesPerIteration(
  'stop()',
  async () => {
    const server = await serve();
    server.stop();
    await once(server.Server, 'close');
  },
  20,
);
const timers = active('Timeout');
// Few enough to be over before the first timer is.
await bytesPerIteration('dispose()', async () => (await serve()).dispose(), 10);
console.log('timers left by 20 times dispose():', active('Timeout') - timers);
await sleep(6000);
console.log('6 s later:', active('Timeout') - timers);
await bytesPerIteration('neither', serve, 20);
console.log('listening sockets left by 40 times neither:', active('TCPServerWrap'));
process.exit();
