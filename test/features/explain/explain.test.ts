import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PolicyType } from '../../../server/src/iam/policy-type.ts';
import { createPolicyService } from '../../../server/src/service.ts';
import { TINY } from '../../support/tiny-catalogue.ts';

const service = createPolicyService({ catalogue: TINY });

function explained(text: string, policyType?: PolicyType): string {
  return service.explain(service.read(text, { isPolicyFile: true, policyType })) ?? '';
}

/** The lines below a heading. */
function section(markdown: string, title: string): readonly string[] {
  const [, rest = ''] = markdown.split(`## ${title}\n\n`);
  return rest.split(/\n\n(?=## |---)/)[0]?.split('\n') ?? [];
}

const statements = (...members: readonly string[]): string =>
  `{ "Version": "2012-10-17", "Statement": [\n${members.map((one) => `{ ${one} }`).join(',\n')}\n] }`;

const READ = '"Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "*"';

describe('explaining a policy', () => {
  test('counts actions by service and access level, each once', () =>
    assert.deepEqual(
      section(
        explained(
          statements(
            READ,
            '"Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObjectAcl", "sns:Publish"], "Resource": "*"',
          ),
        ),
        'What is allowed',
      ),
      [
        'Actions that 2 Allow statements list, whatever their resources and conditions.',
        '',
        '| Service | List | Read | Write | Tagging | Permissions management | all |',
        '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
        '| Amazon S3 (`s3`) |  | 4 |  |  | 1 | 5 |',
        '| Amazon SNS (`sns`) |  |  | 1 |  |  | 1 |',
        '| **all** |  | 4 | 1 |  | 1 | 6 |',
      ],
    ));

  test('does not count what a Deny without conditions takes away everywhere', () => {
    const markdown = explained(
      statements(
        READ,
        '"Effect": "Deny", "Action": "s3:*Acl", "Resource": "*"',
        '"Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "Bool": { "aws:SecureTransport": "false" } }',
        '"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*"',
      ),
    );
    const [first = '', , , , row] = section(markdown, 'What is allowed');
    assert.match(first, /1 more action is listed, but a Deny without conditions takes it away/);
    assert.equal(row, '| Amazon S3 (`s3`) |  | 3 |  |  |  | 3 |');
  });

  test('lists the findings about security by line, and what changes permissions', () => {
    const lines = section(
      explained(
        statements(
          READ,
          '"Effect": "Allow", "Action": ["iam:PassRole", "s3:PutBucketPolicy"], "Resource": "*"',
        ),
      ),
      'What is risky',
    );
    assert.match(lines[0] ?? '', /^- \*\*Warning\*\*, line 3: .* \(\[passrole-star-resource\]\(https:/);
    assert.equal(lines.at(-1), '- 1 of the actions changes permissions: `s3:PutBucketPolicy`.');
    assert.deepEqual(section(explained(statements(READ)), 'What is risky'), [
      'No finding about security, and no action that changes permissions.',
    ]);
  });

  test('says what each Deny takes of which Allow', () =>
    assert.deepEqual(
      section(
        explained(statements(READ, '"Sid": "NoAcl", "Effect": "Deny", "Action": "s3:*Acl", "Resource": "*"')),
        'What Deny takes away',
      ),
      [
        '- `NoAcl`: Denies 2 actions on every resource · 1 changes permissions.',
        '  - It can override `Read` on `s3:GetObjectAcl`.',
      ],
    ));

  test('tells the evaluation for the type of policy', () => {
    const order = (policyType: PolicyType): readonly string[] =>
      section(explained(statements(READ), policyType), 'How AWS decides');
    assert.match(order('identity')[0] ?? '', /^An Allow in an identity-based policy grants/);
    assert.match(order('scp')[0] ?? '', /^An Allow in a service control policy grants nothing/);
    const own = order('boundary').filter((line) => line.includes('Allow statements of this policy'));
    assert.deepEqual(own, [
      '7. **Permissions boundary** (the Allow statements of this policy): must allow, if the user or role has one.',
    ]);
    const key = statements('"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"');
    assert.match(
      section(explained(key), 'How AWS decides')[0] ?? '',
      /^An Allow in a key policy is required/,
    );
  });

  test('measures it against every quota that may apply', () => {
    const introduction = explained(statements(READ)).split('\n')[2] ?? '';
    assert.match(
      introduction,
      /^Taken for an identity-based policy, as no statement names a Principal\. 1 statement\./,
    );
    assert.match(
      introduction,
      /It has \d+ of the 6,144 characters of a managed policy, white space not counted;/,
    );
    assert.match(introduction, /10,240 characters as an inline policy of a role/);
    const event = statements(
      '"Effect": "Allow", "Principal": "*", "Action": "events:PutEvents", "Resource": "*"',
    );
    assert.match(explained(event), /no page of AWS that we know of confirms this limit/);
  });

  test('explains each policy of a file by itself', () => {
    const markdown = explained(
      `{ "A": ${statements(READ)}, "B": ${statements(READ.replace('s3:Get*', 'sns:*'))} }`,
    );
    assert.match(markdown, /^# 1\. Identity-based policy `\/A`\n/);
    assert.match(markdown, /\n# 2\. Identity-based policy `\/B`\n/);
    assert.equal(markdown.match(/## What is allowed/g)?.length, 2);
  });

  test('lets no text of the policy become Markdown', () => {
    const markdown = explained(statements(READ.replace('"Read"', '"<b>|[x](y)"')));
    assert.ok(markdown.includes('`<b>|[x](y)`'));
    assert.ok(!markdown.replaceAll('`<b>|[x](y)`', '').includes('<b>'));
  });

  test('has nothing to say without a policy', () =>
    assert.equal(service.explain(service.read('{ "name": "x" }')), undefined));
});
