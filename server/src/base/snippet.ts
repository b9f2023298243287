/** Escape literal text for a place where snippet syntax is read. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * The snippet that inserts what `replace` makes of each inserted character, as for a place inside a JSON string.
 *
 * Tab stops stay as they are: `replace` must leave digits, braces, `$`, `:`, `|` and `,` alone.
 */
export function escapeInserted(snippet: string, replace: (character: string) => string): string {
  return snippet.replace(/\\[\\$}]|[^$]/gs, (written) => {
    const inserted = written.length === 2 ? written.slice(1) : written;
    const replaced = replace(inserted);
    return replaced === inserted ? written : replaced.replaceAll('\\', '\\\\');
  });
}

/** The snippet with `by` added to its tab stops, but `$0`, and the highest number that it has then. */
export function renumbered(snippet: string, by: number): { readonly text: string; readonly last: number } {
  let last = by;
  const text = snippet.replace(/\\[\\$}]|(\$\{?)(\d+)/g, (whole, opening?: string, stop?: string) => {
    if (opening === undefined || Number(stop) === 0) return whole;
    last = Math.max(last, Number(stop) + by);
    return `${opening}${Number(stop) + by}`;
  });
  return { text, last };
}

/** What a snippet leaves when every tab stop keeps its default, for editors that know no snippets. */
export function plainText(snippet: string): string {
  const defaults = new Map<string, string>();
  return snippet.replace(
    /\\([\\$}])|\$\{(\d+):((?:\\.|[^}\\])*)\}|\$\{(\d+)\|((?:\\.|[^|\\])*)\|\}|\$\{(\d+)\}|\$(\d+)/g,
    (
      _,
      escaped?: string,
      named?: string,
      text?: string,
      choice?: string,
      list?: string,
      ref?: string,
      bare?: string,
    ) => {
      if (escaped !== undefined) return escaped;
      if (named !== undefined) return remember(defaults, named, unescaped(text ?? ''));
      if (choice !== undefined)
        return remember(defaults, choice, unescaped((list ?? '').split(',')[0] ?? ''));
      return defaults.get(ref ?? bare ?? '') ?? '';
    },
  );
}

function remember(defaults: Map<string, string>, stop: string, text: string): string {
  defaults.set(stop, text);
  return text;
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
