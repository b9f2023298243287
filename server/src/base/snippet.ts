/** Escape literal text for a place where snippet syntax is read. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
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
