/** More letters are not worth typing. */
const MAX_LETTERS = 12;

/**
 * Where the wanted item stands after three letters, and how many letters bring it among the first five, shown as an
 * editor shows it: what does not match is hidden, what begins so comes first, then the order of the server.
 */
export function score(service, { before, after, wanted, typedBefore = '', typing }) {
  const name = wanted.slice(typedBefore.length);
  const letters = typing === 'words' ? initials(name) : name;
  const ranks = [];
  // An item of three letters or fewer, such as `s3:`, is there before the third letter could help.
  const most = letters === name ? Math.max(1, letters.length - 1) : letters.length;
  for (let count = 0; count <= Math.min(most, MAX_LETTERS); count++) {
    ranks.push(rankOf(service, { before, after, wanted, typed: typedBefore + letters.slice(0, count) }));
    if (count >= 3 && ranks.at(-1) <= 5) break;
  }
  const reached = ranks.findIndex((rank) => rank <= 5);
  return {
    offered: ranks.some((rank) => Number.isFinite(rank)),
    rankAfter3: ranks[Math.min(3, ranks.length - 1)],
    lettersToFive: reached < 0 ? MAX_LETTERS : reached,
  };
}

/** `DescribeSecurityGroups` → `dsg` and what follows in its last word. */
function initials(name) {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z\d]+|\d+/g) ?? [name];
  return (words.map((word) => word[0]).join('') + words.at(-1).slice(1)).toLowerCase();
}

function rankOf(service, { before, after, wanted, typed }) {
  const file = service.read(before + typed + after, { isPolicyFile: true });
  const list = service.complete(file, before.length + typed.length);
  const shown = (list?.items ?? []).filter(({ filterText }) => isSubsequence(`"${typed}`, filterText));
  shown.sort(
    (a, b) =>
      begins(b, typed) - begins(a, typed) || (a.rank ?? 0) - (b.rank ?? 0) || (a.label < b.label ? -1 : 1),
  );
  const place = shown.findIndex(({ label }) => isSame(label, wanted));
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
}

const begins = ({ filterText }, typed) =>
  filterText.toLowerCase().startsWith(`"${typed}`.toLowerCase()) ? 1 : 0;

/** `aws:RequestTag/${TagKey}` is what is wanted for `aws:RequestTag/team`. */
function isSame(label, wanted) {
  const [stem, ...rest] = label.toLowerCase().split('${');
  return rest.length > 0
    ? wanted.toLowerCase().startsWith(stem)
    : label.toLowerCase() === wanted.toLowerCase();
}

function isSubsequence(part, text) {
  let position = 0;
  for (const char of part.toLowerCase()) {
    position = text.toLowerCase().indexOf(char, position) + 1;
    if (position === 0) return false;
  }
  return true;
}
