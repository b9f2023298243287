import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { startEditor } from './editor.mjs';
import { statistics } from './statistics.mjs';

/**
 * Starts `node -e 0` and every server in turn, `rounds` times, so that all see the same machine.
 *
 * Milliseconds `{ node, start: [{ initialize, firstDiagnostics }] }`, statistics for each server.
 */
export async function measureStart(commands, text, rounds) {
  const node = [];
  const servers = commands.map(() => ({ initialize: [], firstDiagnostics: [] }));
  for (let round = 0; round < rounds; round++) {
    node.push(await msOfNode());
    for (const [index, command] of commands.entries()) {
      const { initialize, firstDiagnostics } = await startOnce(command, text);
      servers[index].initialize.push(initialize);
      servers[index].firstDiagnostics.push(firstDiagnostics);
    }
  }
  return {
    node: statistics(node).p50,
    start: servers.map(({ initialize, firstDiagnostics }) => ({
      initialize: statistics(initialize),
      firstDiagnostics: statistics(firstDiagnostics),
    })),
  };
}

async function msOfNode() {
  const start = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - start;
}

async function startOnce(command, text) {
  const editor = await startEditor(command);
  const document = editor.open('start.json', text);
  const { at } = await document.diagnostics(document.openedAt);
  const firstDiagnostics = editor.msSinceSpawn(at);
  await editor.stop();
  return { initialize: editor.msToInitialize, firstDiagnostics };
}
