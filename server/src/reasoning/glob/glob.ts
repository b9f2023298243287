/**
 * A pattern as tokens. `*` and `?` are the wildcards; every other token stands for itself: a character, or a policy
 * variable, whose value is any text but the same wherever the variable stands.
 *
 * Runs of wildcards are written as `?…?*`, so that patterns that differ in their order only are the same.
 */
export interface Glob {
  readonly text: string;
  readonly tokens: readonly string[];
  /** Characters are in lower case and stand for both cases. */
  readonly ignoresCase: boolean;
}

export interface GlobOptions {
  /** As actions and the `…IgnoreCase` operators do. */
  readonly ignoresCase?: boolean;
  /** `${…}` is read as a policy variable, or as the character that `${*}`, `${?}` and `${$}` stand for. */
  readonly hasVariables?: boolean;
}

/**
 * Read one pattern. Every text is one; a `${` that is not closed is ordinary text.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function parseGlob(
  text: string,
  { ignoresCase = false, hasVariables = false }: GlobOptions = {},
): Glob {
  const tokens = hasVariables ? tokensWithVariables(text) : text.split('');
  return { text, tokens: wildcardsInOrder(ignoresCase ? tokens.map(folded) : tokens), ignoresCase };
}

/** `parseGlob` for each pattern of a list, which stands for all texts that one of them matches. */
export function parseGlobs(texts: readonly string[], options?: GlobOptions): readonly Glob[] {
  return texts.map((text) => parseGlob(text, options));
}

/** The pattern with each of its variables replaced by the tokens of a value. */
export function resolveVariables(glob: Glob, value: (variable: string) => readonly string[]): Glob {
  const tokens = glob.tokens.flatMap((token) => (isVariable(token) ? value(token) : [token]));
  return { ...glob, tokens: wildcardsInOrder(tokens) };
}

export const isWildcard = (token: string | undefined): boolean => token === '*' || token === '?';

export const isVariable = (token: string): boolean => token.startsWith('${');

/** A character that some pattern means as such. */
export const isCharacter = (token: string): boolean => !isWildcard(token) && !isVariable(token);

/** The name of a variable without its default. */
export const variableName = (token: string): string => /^\$\{([^,}]*)/.exec(token)?.[1] ?? '';

/** Both cases of a character that has two; the character itself otherwise. */
export function casesOf(character: string): readonly string[] {
  const [lower, upper] = [character.toLowerCase(), character.toUpperCase()];
  const isPair =
    character.length === 1 &&
    lower !== upper &&
    lower.toUpperCase() === upper &&
    upper.toLowerCase() === lower;
  return isPair ? [lower, upper] : [character];
}

/** What stands for a token where case does not count. */
export const folded = (token: string): string => casesOf(token)[0] ?? token;

function tokensWithVariables(text: string): readonly string[] {
  const tokens: string[] = [];
  const lastBrace = text.lastIndexOf('}');
  for (let i = 0; i < text.length; i++) {
    const end = i < lastBrace && text.startsWith('${', i) ? text.indexOf('}', i) : -1;
    if (end < 0) {
      tokens.push(text[i] as string);
    } else {
      tokens.push(variableToken(text.slice(i + 2, end)));
      i = end;
    }
  }
  return tokens;
}

/** A wildcard that is meant as a character gets a backslash, which makes it a token of its own. */
function variableToken(body: string): string {
  if (body === '$') return '$';
  if (isWildcard(body)) return `\\${body}`;
  const comma = body.indexOf(',');
  if (comma < 0) return `\${${body.trim().toLowerCase()}}`;
  return `\${${body.slice(0, comma).trim().toLowerCase()},${body.slice(comma + 1).trim()}}`;
}

function wildcardsInOrder(tokens: readonly string[]): readonly string[] {
  const ordered: string[] = [];
  let hasStar = false;
  for (const token of tokens) {
    if (token === '*') {
      hasStar = true;
      continue;
    }
    if (hasStar && token !== '?') {
      ordered.push('*');
      hasStar = false;
    }
    ordered.push(token);
  }
  if (hasStar) ordered.push('*');
  return ordered;
}
