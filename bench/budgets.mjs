/**
 * What is promised. `stat` is the number that counts, `atMost` its limit; `timesNode` makes the limit that many times
 * `node -e 0` of the same run. With `timesPeer` it may also be no more than that many times the number of any peer.
 */
export const BUDGETS = {
  initialize: { what: 'spawn → `initialize` reply', stat: 'p50', timesNode: 2.5, timesPeer: 1 },
  firstDiagnostics: { what: 'spawn → first diagnostics, 6 KB', stat: 'p50', timesNode: 4 },
  'typing 6 KB': { what: 'keystroke → diagnostics, 6 KB', stat: 'p50', atMost: 3, timesPeer: 2 },
  'typing 100 KB': { what: 'keystroke → diagnostics, 100 KB', stat: 'p50', atMost: 20, timesPeer: 2 },
  'typing 1 MB': { what: 'keystroke → diagnostics, 1 MB', stat: 'p50', atMost: 120, timesPeer: 2 },
  'completion 6 KB': { what: 'completion right after an edit, 6 KB, slowest place', stat: 'p95', atMost: 5 },
  'completion 1 MB': { what: 'completion right after an edit, 1 MB, slowest place', stat: 'p95', atMost: 60 },
  hover: { what: 'hover, 6 KB, slowest place', stat: 'p95', atMost: 5 },
  codeAction: { what: 'code actions, 6 KB', stat: 'p95', atMost: 5 },
  memory: { what: 'memory after a session of 200 documents', unit: 'MB', atMost: 110 },
  cliTime: { what: 'CLI, 1,500 policies as NDJSON, all rules', stat: 'p50', atMost: 3000 },
  cliTimeWithRepairs: { what: 'CLI, the same with all repairs as JSON', stat: 'p50', atMost: 3000 },
  cliMemory: { what: 'CLI, peak memory for them', unit: 'MB', atMost: 200 },
  cliTimeOfMany: { what: 'CLI, time per byte of 10,000 policies : of 1,500', unit: '×', atMost: 1.2 },
  cliMemoryOfMany: { what: 'CLI, peak memory for 10,000 policies', unit: 'MB', atMost: 200 },
  cliTimeOfAll: { what: 'CLI, time per byte of 100,000 policies : of 1,500', unit: '×', atMost: 1.2 },
  cliMemoryOfAll: { what: 'CLI, peak memory for 100,000 policies', unit: 'MB', atMost: 200 },
  packed: { what: 'VSIX', unit: 'MB', atMost: 2 },
  installed: { what: 'VSIX, installed', unit: 'MB', atMost: 8 },
};

/**
 * One line of the table: the measured number against its budget. `measured` and `peers` are statistics or, for what is
 * not measured several times, plain numbers; `node` is the time of `node -e 0`.
 */
export function judge(id, measured, peers, node) {
  const { what, unit = 'ms', stat, atMost, timesNode, timesPeer } = BUDGETS[id];
  const numberOf = (one) => (typeof one === 'number' ? one : one?.[stat]);
  const value = numberOf(measured);
  const limit = atMost ?? timesNode * node;
  const peerLimits = timesPeer ? peers.map(numberOf).filter((peer) => peer !== undefined) : [];
  const isMet = value <= limit && peerLimits.every((peer) => value <= timesPeer * peer);
  return { id, what, unit, stat, measured, peers, limit, timesNode, timesPeer, toNode: value / node, isMet };
}
