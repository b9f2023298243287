/**
 * What a snippet becomes for a user who accepts every default, and the first of every choice.
 *
 * `answers` are typed instead, by tab stop. Knows `$1`, `${1}`, `${1:default}`, `${1|a,b|}` and escapes; throws on
 * nesting, variables and transforms.
 *
 * @see https://code.visualstudio.com/docs/editor/userdefinedsnippets#_snippet-syntax
 */
export function fillSnippet(body: string, answers: Readonly<Record<number, string>> = {}): string {
  const values = new Map([...defaults(body), ...Object.entries(answers)]);
  return body.replace(SYNTAX, (all, ...rest) => {
    const { escaped, stop, bare = stop } = rest.at(-1) as Groups;
    if (escaped !== undefined) return escaped;
    if (bare === undefined) throw new Error(`"${all}" is not a snippet that fillSnippet knows.`);
    return values.get(bare) ?? '';
  });
}

function* defaults(body: string): Generator<[stop: string, value: string]> {
  for (const match of body.matchAll(SYNTAX)) {
    const { stop, text, choices } = match.groups as Groups;
    if (stop === undefined) continue;
    if (text !== undefined) yield [stop, unescaped(text)];
    const choice = choices?.split(/(?<!\\),/)[0];
    if (choice !== undefined) yield [stop, unescaped(choice)];
  }
}

function unescaped(text: string): string {
  return text.replace(/\\([$}\\,|])/g, '$1');
}

type Groups = Readonly<Record<'escaped' | 'bare' | 'stop' | 'text' | 'choices', string | undefined>>;

const SYNTAX = new RegExp(
  [
    String.raw`\\(?<escaped>[$}\\])`,
    String.raw`\$(?<bare>\d+)`,
    String.raw`\$\{(?<stop>\d+)(?::(?<text>(?:\\.|[^$}\\])*)|\|(?<choices>(?:\\.|[^|\\])*)\|)?\}`,
    String.raw`\$.{0,20}`,
  ].join('|'),
  'g',
);
