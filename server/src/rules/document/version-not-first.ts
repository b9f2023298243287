import { insertFirst } from '../../policy/list-edit.ts';
import { removeEntries } from '../../policy/remove-entries.ts';
import type { Member } from '../../policy/value.ts';
import { defineRule } from '../rule.ts';

/**
 * The order of elements has no meaning to AWS. Policies are read more easily when `Version` comes first, as it does in
 * AWS's own: it tells in which language the statements are written.
 */
export const versionNotFirst = defineRule({
  id: 'version-not-first',
  scope: 'policy',
  severity: 'hint',
  category: 'style',
  summary: 'Version stands behind the statements',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  examples: [
    {
      bad: '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }], "Version": "2012-10-17" }',
      good: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }',
    },
  ],

  *check({ policy }) {
    if (policy.isBroken) return;
    const { members, range, text } = policy;
    const first = members.findIndex(({ key }) => key.text === 'Version');
    const version = members[first];
    if (!version || !members.slice(0, first).some(({ key }) => key.text === 'Statement')) return;
    const lists = [members, ...policy.statements.map(({ statement }) => statement.members)];
    if (lists.length > 1 && lists.every(isSorted)) return;

    yield {
      range: version.key.range,
      message: 'Version usually stands before the statements.',
      fixes: () => [
        {
          title: 'Move Version to the top',
          keepsAccess: true,
          isPreferred: true,
          edits: [
            insertFirst(
              text,
              { kind: 'object', members, range },
              text.slice(version.range.start, version.range.end),
            ),
            ...removeEntries(
              text,
              members.map((own) => own.range),
              (index) => index === first,
            ),
          ],
        },
      ],
    };
  },
});

const isSorted = (members: readonly Member[]): boolean =>
  members.every(({ key }, index) => index === 0 || (members[index - 1] as Member).key.text <= key.text);
