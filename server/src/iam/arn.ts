/** The six parts of an ARN as written: each perhaps empty, a pattern or a policy variable, never decoded. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

export type ArnPart = keyof Arn;

/** In the order in which they stand, after `arn:`. */
export const ARN_PARTS: readonly ArnPart[] = ['partition', 'service', 'region', 'account', 'resource'];

/**
 * Split an ARN at its first five colons; the resource keeps its own colons and slashes. A colon inside `${…}`
 * belongs to the policy variable.
 *
 * Undefined unless `text` starts with `arn:` and has six parts.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): Arn | undefined {
  const parts = splitArn(text);
  if (parts.length < 6 || parts[0] !== 'arn') return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = parts;
  return { partition, service, region, account, resource };
}

/** Where a part begins and ends within the text of an ARN that `parseArn` accepts. */
export function arnPartSpan(text: string, part: ArnPart): { readonly start: number; readonly end: number } {
  const parts = splitArn(text);
  const index = ARN_PARTS.indexOf(part) + 1;
  const start = parts.slice(0, index).reduce((sum, piece) => sum + piece.length + 1, 0);
  return { start, end: start + (parts[index] ?? '').length };
}

/** At most six pieces; fewer where colons are missing. Joined by `:` they are the text again. */
export function splitArn(text: string): readonly string[] {
  if (text !== last.text) last = { text, pieces: split(text) };
  return last.pieces;
}

/** Whoever looks at an ARN asks for one part after the other. */
let last: { readonly text: string; readonly pieces: readonly string[] } = { text: '', pieces: [''] };

function split(text: string): readonly string[] {
  return text.includes('${') ? splitOutsideVariables(text) : splitAtColons(text);
}

function splitAtColons(text: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let colon = text.indexOf(':'); colon >= 0 && pieces.length < 5; colon = text.indexOf(':', start)) {
    pieces.push(text.slice(start, colon));
    start = colon + 1;
  }
  pieces.push(text.slice(start));
  return pieces;
}

function splitOutsideVariables(text: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  let inVariable = false;
  const lastBrace = text.lastIndexOf('}');
  for (let i = 0; i < text.length && pieces.length < 5; i++) {
    const char = text[i];
    if (char === '$' && text[i + 1] === '{') inVariable = i < lastBrace;
    else if (char === '}') inVariable = false;
    else if (char === ':' && !inVariable) {
      pieces.push(text.slice(start, i));
      start = i + 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces;
}
