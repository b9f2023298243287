/**
 * A quick test before the edit distance: false if another text needs more than `limit` edits to become `text`,
 * because more than that many of its characters, or of those of `text`, have no partner.
 */
export function mayBeWithin(text: string, limit: number): (other: string) => boolean {
  const counts = new Int32Array(CODES);
  for (let i = 0; i < text.length; i++) count(counts, text, i, 1);

  return (other) => {
    const longer = other.length - text.length;
    const most = longer > 0 ? limit : limit + longer;
    if (most < 0 || longer > limit) return false;
    let unpaired = 0;
    let seen = 0;
    for (; seen < other.length && unpaired <= most; seen++) {
      if (count(counts, other, seen, -1) < 0) unpaired++;
    }
    for (let i = 0; i < seen; i++) count(counts, other, i, 1);
    return unpaired <= most;
  };
}

/** Other characters share a place with one of these, which only makes the test milder. */
const CODES = 128;

function count(counts: Int32Array, text: string, index: number, by: number): number {
  const place = text.charCodeAt(index) % CODES;
  const now = (counts[place] ?? 0) + by;
  counts[place] = now;
  return now;
}
