import { closest } from '../../base/edit-distance.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import { changeToEach } from '../change-to.ts';
import { defineRule } from '../rule.ts';

/**
 * `Effect` is exactly `Allow` or `Deny`. Case counts: AWS rejects a policy with `allow` or `DENY`.
 */
export const invalidEffect = defineRule({
  id: 'invalid-effect',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Effect is neither Allow nor Deny',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html',
  equivalents: { accessAnalyzer: ['INVALID_EFFECT'], parliament: ['MALFORMED'], cfnLint: ['E3510'] },
  examples: [
    {
      bad: '"Effect": "allow", "Action": "s3:GetObject", "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
    {
      bad: '"Effect": "Block", "Action": "s3:GetObject", "Resource": "*"',
      good: '"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"',
    },
  ],

  *check({ statement }) {
    const value = statement.element('Effect')?.value;
    if (value?.kind !== 'string' || EFFECTS.includes(value.text) || isDynamic(value.text)) return;
    if (!isClosed(statement.text.slice(value.range.start, value.range.end))) return;
    const meant = meantBy(value.text.trim());
    yield {
      range: value.range,
      message: `Effect must be "Allow" or "Deny", not "${value.text}".`,
      fixes: () =>
        meant
          ? changeToEach(value, [meant])
          : changeToEach(value, EFFECTS).map(({ isPreferred, ...fix }) => fix),
    };
  },
});

/** Without its closing quote it is still being typed. */
const isClosed = (written: string): boolean => written.length > 1 && written.endsWith('"');

const EFFECTS: readonly string[] = ['Allow', 'Deny'];

const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/^(allow|permit|grant|accept|yes|true)/i, 'Allow'],
  [/^(deny|denie|block|forbid|prohibit|refuse|reject|no|false)/i, 'Deny'],
];

function meantBy(text: string): string | undefined {
  return SYNONYMS.find(([pattern]) => pattern.test(text))?.[1] ?? closest(text, EFFECTS, 1)[0];
}
