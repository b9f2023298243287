import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** How long a server may take for one answer. */
const PATIENCE = 120_000;

const HEADER_END = '\r\n\r\n';

/**
 * Starts a server (`command` is an array) and speaks LSP with it over stdio.
 *
 * Times are taken right before a message's first byte is written and when the chunk with its last byte has arrived, so
 * that the harness does not measure its own JSON.
 */
export function startServer(command, settings = {}) {
  const startedAt = performance.now();
  const child = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map();
  const published = new Map();
  const watchers = new Set();
  let lastId = 0;
  let end;

  const fail = (reason) => {
    end ??= new Error(`"${command.join(' ')}" ended: ${reason}`);
    for (const { reject } of waiting.values()) reject(end);
  };
  child.on('error', ({ message }) => fail(message));
  child.on('exit', (code, signal) => fail(signal ?? `code ${code}`));
  child.stdin.on('error', () => {});

  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    const frame = Buffer.concat([Buffer.from(`Content-Length: ${body.length}${HEADER_END}`), body]);
    const sentAt = performance.now();
    child.stdin.write(frame);
    return sentAt;
  };

  readFrames(child.stdout, (text, at) => {
    const message = JSON.parse(text);
    if (message.method === undefined) {
      const request = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) request?.reject(new Error(message.error.message));
      else request?.resolve({ result: message.result, at });
    } else if (message.id !== undefined) {
      send({ id: message.id, result: answer(message, settings) });
    } else if (message.method === 'textDocument/publishDiagnostics') {
      published.set(message.params.uri, { at, ...message.params });
      for (const watcher of watchers) watcher();
    }
  });

  const request = (method, params) =>
    withPatience(method, (resolve, reject) => {
      if (end) return reject(end);
      const id = ++lastId;
      let sentAt = 0;
      waiting.set(id, {
        reject,
        resolve: ({ result, at }) => resolve({ result, at, ms: at - sentAt }),
      });
      sentAt = send({ id, method, params });
    });

  return {
    startedAt,
    request,
    notify: (method, params) => send({ method, params }),
    /** The first diagnostics of `uri` that arrive after `since`, for `version` or later where the server tells it. */
    publishedAfter: (uri, since, version) =>
      withPatience('diagnostics', (resolve) => {
        const look = () => {
          const found = published.get(uri);
          if (!found || found.at <= since || (found.version ?? version) < version) return;
          watchers.delete(look);
          resolve(found);
        };
        watchers.add(look);
        look();
      }),
    memory: () => memoryOf(child.pid),
    async stop() {
      const exit = once(child, 'exit');
      await request('shutdown').catch(() => {});
      send({ method: 'exit' });
      const timer = setTimeout(() => child.kill('SIGKILL'), 2000);
      if (child.exitCode === null && child.signalCode === null) await exit;
      clearTimeout(timer);
    },
  };
}

function readFrames(stream, handle) {
  let rest = Buffer.alloc(0);
  let pieces = [];
  let missing = 0;
  stream.on('data', (chunk) => {
    const at = performance.now();
    pieces.push(chunk);
    missing -= chunk.length;
    if (missing > 0) return;
    rest = Buffer.concat([rest, ...pieces]);
    pieces = [];
    for (;;) {
      const headerEnd = rest.indexOf(HEADER_END);
      if (headerEnd < 0) break;
      const length = Number(/content-length: *(\d+)/i.exec(rest.toString('latin1', 0, headerEnd))?.[1]);
      const start = headerEnd + HEADER_END.length;
      missing = start + length - rest.length;
      if (missing > 0) return;
      handle(rest.toString('utf8', start, start + length), at);
      rest = rest.subarray(start + length);
    }
  });
}

function withPatience(what, start) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No ${what} in ${PATIENCE / 1000} s.`)), PATIENCE);
    const settle = (done) => (value) => {
      clearTimeout(timer);
      done(value);
    };
    start(settle(resolve), settle(reject));
  });
}

function answer({ method, params }, settings) {
  if (method === 'workspace/configuration')
    return params.items.map(({ section }) => settings[section] ?? null);
  return null;
}

/** Resident megabytes (10^6 bytes) of a process now and at its peak; undefined where there is no `/proc`. */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (name) => (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) * 1024) / 1e6;
    return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  } catch {
    return undefined;
  }
}
