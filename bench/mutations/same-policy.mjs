import { parseTree } from 'jsonc-parser';

/**
 * Whether two texts are the same policy: layout, the order of members and of lists, a list around one value, and the case
 * of actions and condition keys count nothing. A key that stands twice counts twice. Texts that are no JSON are never the same.
 */
export function isSamePolicy(a, b) {
  const own = canonical(a);
  return own !== undefined && own === canonical(b);
}

function canonical(text) {
  const errors = [];
  const root = parseTree(text, errors);
  return root && errors.length === 0 ? print(root) : undefined;
}

function print({ type, value, children = [] }) {
  if (type === 'object') {
    const members = children.map(
      ({ children: [key, content] }) => `${JSON.stringify(inOneCase(key.value))}:${print(content)}`,
    );
    return `{${members.sort().join(',')}}`;
  }
  if (type !== 'array') return JSON.stringify(typeof value === 'string' ? inOneCase(value) : value);
  const items = children.map(print).sort();
  return items.length === 1 ? items[0] : `[${items.join(',')}]`;
}

/** IAM reads actions and condition keys without regard to case. */
function inOneCase(text) {
  return /^[\w.-]+:[\w/.*?-]+$/.test(text) && !text.startsWith('arn:') ? text.toLowerCase() : text;
}
