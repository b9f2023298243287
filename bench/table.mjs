/** The rows of `judge` as a Markdown table with a column for each peer. */
export function markdownTable(rows, peerNames) {
  const head = [
    'What',
    'p50',
    'p95',
    'Budget',
    '÷ `node -e 0`',
    'Met',
    ...peerNames.map((name) => `${name}, p50 / p95`),
  ];
  return [head, head.map(() => '---'), ...rows.map(cells)]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}

function cells(row) {
  const { what, unit, measured, peers, isMet } = row;
  const isStatistics = typeof measured === 'object';
  const print = (value) => (value === undefined ? 'n/a' : `${rounded(value)} ${unit}`);
  return [
    what,
    print(isStatistics ? measured.p50 : measured),
    isStatistics ? print(measured.p95) : '',
    budget(row),
    unit === 'ms' ? rounded(row.toNode) : '',
    isMet ? 'yes' : '**no**',
    ...peers.map((peer) =>
      typeof peer === 'object' ? `${rounded(peer.p50)} / ${print(peer.p95)}` : print(peer),
    ),
  ];
}

function budget({ unit, stat, limit, timesNode, timesPeer, peers }) {
  const own = `${stat ? `${stat} ` : ''}≤ ${rounded(limit)} ${unit}${timesNode ? ` (${timesNode} ×)` : ''}`;
  if (!timesPeer || peers.length === 0) return own;
  return timesPeer === 1 ? `${own}, no peer quicker` : `${own}, ≤ ${timesPeer} × peer`;
}

/** Three digits that matter. */
function rounded(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(value < 1 ? 2 : 3)));
}

/** What the slowest place of a row hides: the number of each place. */
export function placesTable(title, byPlace) {
  const lines = Object.entries(byPlace).map(
    ([place, { p50, p95, items }]) => `| ${place} | ${rounded(p50)} ms | ${rounded(p95)} ms | ${items} |`,
  );
  return [`| ${title} | p50 | p95 | Answers |`, '| --- | --- | --- | --- |', ...lines].join('\n');
}
