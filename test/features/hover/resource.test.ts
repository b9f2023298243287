import { describe, test } from 'node:test';
import { buildCatalogue } from '../../support/build-catalogue.ts';
import { checkHover } from '../../support/check-hover.ts';

const withResource = (
  resource: string,
  actions = '"s3:GetObject", "s3:ListBucket", "s3:ListAllMyBuckets"',
): string =>
  `{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": [${actions}], "Resource": ["${resource}$0"] } }`;

describe('hover on a resource', () => {
  test('takes the ARN apart and says which actions it is for', () =>
    checkHover(
      withResource('arn:aws:s3:::b/*'),
      `**Amazon S3** · partition AWS Standard · no Region · no account · resource \`b/*\`
- Resource type \`object\`: \`arn:\${Partition}:s3:::\${BucketName}/\${ObjectName}\`
- Taken by \`s3:GetObject\`
- Not by \`s3:ListBucket\` (takes \`accesspoint\`, \`bucket\`)
- Not by \`s3:ListAllMyBuckets\`, taking no resource: only \`*\` works

[Service reference](https://docs.aws.amazon.com/service-authorization/latest/reference/list_s3.html) · data of 2026-01-31`,
    ));

  test('names Region and partition', () => {
    checkHover(withResource('arn:aws-cn:ec2:cn-north-1:111122223333:instance/i-1', '"ec2:StartInstances"'), [
      '**Amazon EC2** · partition AWS China · Region China (Beijing) · account `111122223333` · resource `instance/i-1`',
      'Taken by `ec2:StartInstances`',
    ]);
    checkHover(withResource('arn:aws:ec2:*:*:instance/*'), ['any Region · any account']);
  });

  test('shows parts that it does not know as they are written', () =>
    checkHover(withResource('arn:${AWS::Partition}:foo:mars-1::x'), [
      'service `foo` · partition `${AWS::Partition}` · Region `mars-1` · no account · resource `x`',
    ]));

  test('counts the types that a wildcard fits', () =>
    checkHover(withResource('arn:aws:s3:::b*'), ['- Fits 2 resource types: `bucket`, `object`']));

  test('says that the ARN fits no type of its service', () =>
    checkHover(withResource('arn:aws:ec2:*:*:instnace/*'), [
      '- Fits no resource type of Amazon EC2 in the data of 2026-01-31.',
    ]));

  test('finds types that belong to another service', () =>
    checkHover(withResource('arn:aws:iam::111122223333:role/r', '"sts:AssumeRole"'), [
      'Taken by `sts:AssumeRole`',
    ]));

  test('denies nothing of actions whose resource types are known incompletely', () => {
    const resourceTypes = { a: ['arn:${Partition}:x:::a'], b: ['arn:${Partition}:x:::b'] } as const;
    const go = { accessLevel: 'Write', description: '', resources: ['a'] } as const;
    const sketch = { prefix: 'x', name: 'X', resourceTypes, actions: { Go: go } };
    const check = (hasIncompleteResourceTypes: boolean, fact: string): void =>
      checkHover(
        withResource('arn:aws:x:::b', '"x:Go"'),
        [`Resource type \`b\`: \`arn:\${Partition}:x:::b\`\n${fact}`],
        {
          catalogue: buildCatalogue([{ ...sketch, hasIncompleteResourceTypes }], []),
        },
      );
    check(false, '- Not by `x:Go` (takes `a`)\n');
    check(true, '\n');
  });

  test('says who needs the asterisk', () => {
    checkHover(withResource('*'), ['**Every resource**', 'Needed by `s3:ListAllMyBuckets`']);
    checkHover(withResource('*', '"s3:GetObject"'), ['those of the future included.\n\ndata of 2026-01-31']);
  });

  test('knows the key of a key policy', () =>
    checkHover(
      '{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*$0" } }',
      '`*` in a key policy is **the key itself**.',
    ));

  test('says what is no ARN', () => {
    checkHover(withResource('arn:aws:s3'), ['`arn:aws:s3` has 3 of the six parts of an ARN']);
    checkHover(withResource('bucket'), '`bucket` is neither an ARN nor `*`.');
    checkHover(
      withResource('{{ bucket }}'),
      '`{{ bucket }}` is filled in later; nothing is known about it here.',
    );
  });

  test('turns NotResource around', () => {
    const text =
      '{ "Statement": { "Effect": "Allow", "Action": "s3:*", "NotResource": "arn:aws:s3:::b$0" } }';
    checkHover(text, ['All resources except: **Amazon S3**']);
    checkHover(
      text.replace('arn:aws:s3:::b', '*'),
      '`*` leaves no resource, so the statement matches nothing.',
    );
  });
});
