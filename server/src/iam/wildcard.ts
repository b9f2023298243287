/**
 * Whether `pattern` matches all of `text`: `*` stands for any characters, `?` for exactly one. Case-sensitive.
 *
 * At worst quadratic, never exponential: after a mismatch only the last `*` has to take one character more.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resumeAt = 0;

  while (t < text.length) {
    const wanted = pattern.charCodeAt(p);
    if (wanted === STAR) {
      star = p++;
      resumeAt = t;
    } else if (wanted === QUESTION_MARK || wanted === text.charCodeAt(t)) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resumeAt;
    } else {
      return false;
    }
  }
  while (pattern.charCodeAt(p) === STAR) p++;
  return p === pattern.length;
}

// Codes, because this runs some thousand times for every policy.
const STAR = 42;
const QUESTION_MARK = 63;

/**
 * `matchesWildcard` for one pattern and many texts: without `?` the parts between the stars are found by the
 * engine's own string search, several times faster.
 */
export function wildcardMatcher(pattern: string): (text: string) => boolean {
  if (pattern.includes('?')) return (text) => matchesWildcard(pattern, text);
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return (text) => text === first;

  return (text) => {
    if (!text.startsWith(first) || !text.endsWith(last)) return false;
    let end = first.length;
    for (const part of others) {
      const start = text.indexOf(part, end);
      if (start < 0) return false;
      end = start + part.length;
    }
    return end + last.length <= text.length;
  };
}
