/** True if the characters of `part` occur in `text` in the same order, case ignored; as editors match. */
export function isSubsequence(part: string, text: string): boolean {
  const wanted = part.toLowerCase();
  const given = text.toLowerCase();
  let position = 0;
  for (const char of wanted) {
    position = given.indexOf(char, position) + 1;
    if (position === 0) return false;
  }
  return true;
}
