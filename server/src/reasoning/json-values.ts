/**
 * The JSON value of a text, or one value a line, as tools that gather logs write them. A byte order mark is skipped.
 *
 * Throws a `SyntaxError` for other texts.
 */
export function jsonValues(text: string): readonly unknown[] {
  const json = text.replace(/^\ufeff/, '');
  try {
    return [JSON.parse(json)];
  } catch (error) {
    const lines = json.split('\n').filter((line) => line.trim() !== '');
    if (lines.length < 2) throw error;
    return lines.map((line) => JSON.parse(line));
  }
}
