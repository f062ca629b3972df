/** What people call what async_hooks names, one and several of it. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  descriptor: ['descriptor of a file', 'descriptors of files'],
  DNSCHANNEL: ['DNS resolver', 'DNS resolvers'],
  FILEHANDLE: ['file handle', 'file handles'],
  FSEVENTWRAP: ['file watcher', 'file watchers'],
  GETADDRINFOREQWRAP: ['DNS lookup', 'DNS lookups'],
  HTTP2SESSION: ['HTTP/2 session', 'HTTP/2 sessions'],
  HTTP2STREAM: ['HTTP/2 stream', 'HTTP/2 streams'],
  HTTPCLIENTREQUEST: ['HTTP request', 'HTTP requests'],
  HTTPINCOMINGMESSAGE: ['HTTP connection of a server', 'HTTP connections of a server'],
  MESSAGEPORT: ['message port', 'message ports'],
  PIPESERVERWRAP: ['listening pipe', 'listening pipes'],
  PIPEWRAP: ['pipe', 'pipes'],
  PROCESSWRAP: ['child process', 'child processes'],
  SIGNALWRAP: ['signal watcher', 'signal watchers'],
  STATWATCHER: ['file watcher', 'file watchers'],
  TCPCONNECTWRAP: ['connection being made', 'connections being made'],
  TCPSERVERWRAP: ['listening socket', 'listening sockets'],
  TCPWRAP: ['socket', 'sockets'],
  Timeout: ['timer', 'timers'],
  TLSWRAP: ['TLS socket', 'TLS sockets'],
  TTYWRAP: ['terminal', 'terminals'],
  UDPWRAP: ['UDP socket', 'UDP sockets'],
  WORKER: ['worker thread', 'worker threads'],
  ZLIB: ['zlib stream', 'zlib streams'],
};

/** `child processes` for `PROCESSWRAP`; a type that has no word of its own is told as async_hooks names it. */
export function handleWord(type: string, count: number): string {
  const [one, several] = WORDS[type] ?? [type, type];
  return count === 1 ? one : several;
}
