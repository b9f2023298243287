import { codeSpan } from '../../base/markdown.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findConditionKey } from '../../catalogue/find-condition-key.ts';
import type { Cursor } from '../../policy/cursor.ts';
import type { StringValue } from '../../policy/value.ts';
import { conditionKeyPage } from './condition-key-page.ts';
import { listedServices } from './listed-actions.ts';
import { renderPage } from './page.ts';

/**
 * What the policy variable at an offset of the policy's text is filled in with; undefined where there is none, or where
 * AWS fills in nothing.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function variableMarkdown(
  cursor: Exclude<Cursor, { at: 'nothing' }>,
  { text, range, isPlain }: StringValue,
  offset: number,
  catalogue: Catalogue,
): string | undefined {
  if ((cursor.at !== 'resource' && cursor.at !== 'conditionValue') || !isPlain) return undefined;
  const position = offset - range.start - 1;
  const found = [...text.matchAll(VARIABLE)].find(
    ({ index, 0: whole }) => index <= position && position < index + whole.length,
  );
  if (!found) return undefined;
  const [whole, written = '', fallback] = found;
  const escaped = ESCAPES.get(written);
  if (escaped !== undefined) return renderPage({ title: `${codeSpan(whole)} is ${escaped}.` });
  const page = conditionKeyPage(written, listedServices(cursor.placed.statement, catalogue), catalogue);
  if (!page) return undefined;
  const key = findConditionKey(written, catalogue);
  const version = cursor.policy.members.find(({ key: { text: name } }) => name === 'Version')?.value;
  const isFilledIn = version?.kind === 'string' && version.text === '2012-10-17';
  return renderPage({
    ...page,
    facts: [
      isFilledIn
        ? 'Filled in with the value of the request.'
        : '**Not filled in:** variables need `"Version": "2012-10-17"`.',
      key?.type.startsWith('ArrayOf') ? '**Multivalued, so AWS fills in nothing.**' : undefined,
      fallback === undefined
        ? 'In a request without the key the text matches nothing.'
        : `In a request without the key it is ${codeSpan(fallback)}.`,
      ...(page.facts ?? []),
    ],
  });
}

/** A name, and the default value in single quotes. */
const VARIABLE = /\$\{([^},]*?)\s*(?:,\s*'([^']*)'\s*)?\}/g;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['*', 'an ordinary asterisk'],
  ['?', 'an ordinary question mark'],
  ['$', 'an ordinary dollar sign'],
]);
