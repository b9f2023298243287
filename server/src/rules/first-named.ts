/** `"a"`, `"a" and "b"`, `"a" and 4 others`: what a message can say about a list in one line. */
export function firstNamed(texts: readonly string[]): string {
  const [first = '', second, ...others] = texts;
  if (second === undefined) return `"${first}"`;
  if (others.length > 0 || first.length + second.length > 50) {
    return `"${first}" and ${texts.length - 1} ${texts.length === 2 ? 'other' : 'others'}`;
  }
  return `"${first}" and "${second}"`;
}
