import { escapeSnippet } from '../base/snippet.ts';
import { type ArnPart, arnPartSpan } from '../iam/arn.ts';
import type { ResourceString } from '../policy/statement.ts';
import type { Fix } from './rule.ts';

/** A fix that leaves one part of an ARN to be filled in; `example` stands there until then. */
export function fillArnPart(
  { value, text }: ResourceString,
  part: ArnPart,
  example: string,
  title = TITLES[part],
): Fix {
  const { start, end } = arnPartSpan(text, part);
  const [before, after] = [text.slice(0, start), text.slice(end)].map((piece) =>
    escapeSnippet(JSON.stringify(piece).slice(1, -1)),
  );
  return {
    title,
    keepsAccess: false,
    isSnippet: true,
    edits: [{ range: value.range, newText: `"${before}\${1:${escapeSnippet(example)}}${after}"` }],
  };
}

const TITLES: Readonly<Record<ArnPart, string>> = {
  partition: 'Name the partition',
  service: 'Name the service',
  region: 'Name a Region',
  account: 'Name an account',
  resource: 'Name the resource',
};
