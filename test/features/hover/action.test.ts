import { describe, test } from 'node:test';
import { buildCatalogue } from '../../support/build-catalogue.ts';
import { checkHover } from '../../support/check-hover.ts';
import { TINY } from '../../support/tiny-catalogue.ts';

const inAction = (text: string): string =>
  `{ "Statement": [{ "Effect": "Allow", "Action": ["sns:Publish", "${text}"], "Resource": "*" }] }`;

describe('hover on an action', () => {
  test('says what it does, on what, under which keys and where to read on', () =>
    checkHover(
      inAction('ec2:Start$0Instances'),
      `\`ec2:StartInstances\` · **Write** · Amazon EC2

Grants permission to start a stopped instance
- Resource \`instance\` (required): \`arn:\${Partition}:ec2:\${Region}:\${Account}:instance/\${InstanceId}\`
- Condition keys: \`ec2:Region\`, \`aws:ResourceTag/\${TagKey}\`, \`ec2:InstanceType\`, \`ec2:ResourceTag/\${TagKey}\`

[API reference](https://docs.aws.amazon.com/ec2/latest/APIReference/API_StartInstances.html) · data of 2026-01-31`,
    ));

  test('finds it whatever the case, and at either end of the string', () => {
    checkHover(inAction('S3:getOBJECT$0'), ['`s3:GetObject` · **Read**']);
    checkHover('{ "Statement": { "Action": $0"s3:GetObject" } }', ['`s3:GetObject`']);
    checkHover('{ "Statement": { "Action": "s3:GetObject"$0 } }', undefined);
    checkHover('{ "Statement": { "Action": ["s3:GetObject",$0 "s3:PutObject"] } }', undefined);
  });

  test('reads the string as JSON does', () =>
    checkHover(inAction('s3:Get\\u004f$0bject'), ['`s3:GetObject`']));

  test('names a few of many resource types, the required ones first', () =>
    checkHover(inAction('ec2:RunInstances$0'), [
      '- Resource `image` (required): `arn:',
      '- Resource `instance` (required): `arn:',
      '- Further resource types: `network-interface`, `security-group`, `subnet`\n',
    ]));

  test('puts required resource types first', () => {
    const x = 'arn:${Partition}:x:::';
    const resourceTypes = { a: [`${x}a/${'${Id}'}`], b: [`${x}b/${'${Id}'}`] } as const;
    const action = {
      accessLevel: 'Write',
      description: 'Grants permission to go',
      resources: ['a', 'b!'],
    } as const;
    const catalogue = buildCatalogue(
      [{ prefix: 'x', name: 'X', resourceTypes, actions: { Go: action } }],
      [],
    );
    checkHover(
      inAction('x:Go$0'),
      ['- Resource `b` (required): `arn:${Partition}:x:::b/${Id}`\n- Resource `a`: '],
      { catalogue },
    );
  });

  test('names dependent actions with the date of what is known of them', () =>
    checkHover(inAction('lambda:CreateFunction$0'), ['- May also need `iam:PassRole` (data of 2025-12-31)']));

  test('tells unknown dependent actions from none', () => {
    const ec2 = TINY.service('ec2');
    const start = ec2?.action('StartInstances');
    const unknown = start && { ...start, dependentActions: undefined };
    const catalogue = {
      ...TINY,
      service: (prefix: string) => (ec2 && prefix === 'ec2' ? { ...ec2, action: () => unknown } : undefined),
    };
    checkHover(inAction('ec2:StartInstances$0'), ['Dependent actions: unknown'], { catalogue });
  });

  test('says that an action takes no resource', () =>
    checkHover(inAction('ec2:DescribeInstances$0'), [
      '- Takes no resource: works only with `"Resource": "*"`.',
    ]));

  test('claims nothing of resources where the data is incomplete', () => {
    const actions = { Go: { accessLevel: 'Write', description: 'Grants permission to go' } } as const;
    const sketch = { prefix: 'x', name: 'X', hasIncompleteResourceTypes: true, actions };
    checkHover(
      inAction('x:Go$0'),
      ['- No resource type is known for it.\n- The list of resource types may be incomplete'],
      { catalogue: buildCatalogue([sketch], []) },
    );
  });

  test('says that a permission has no API operation', () =>
    checkHover(inAction('iam:PassRole$0'), ['- Permission only: no API operation has this name.']));

  test('says what is not known, and as of when', () => {
    checkHover(inAction('s3:GetObjcet$0'), [
      'The data of 2026-01-31 knows no action `GetObjcet` of Amazon S3.',
    ]);
    checkHover(inAction('s4:Get$0'), 'The data of 2026-01-31 knows no service with the prefix `s4`.');
    checkHover(inAction('macie:Get$0'), ['Amazon Macie Classic is closed.']);
    checkHover(inAction('cloudwatchlogs:Get$0'), ['Policies write `logs` for it.']);
    checkHover(inAction('GetObject$0'), '`GetObject` matches nothing: an action is written `service:Name`.');
  });

  test('knows API operations that go by another name', () =>
    checkHover(inAction('s3:ListObjectsV2$0'), [
      '`ListObjectsV2` is an API operation of Amazon S3, authorised by `s3:ListBucket`.',
    ]));

  test('sums up the service where no name is written', () =>
    checkHover(inAction('s3:$0'), [
      '**Amazon S3** · `s3`',
      'Resource types: `accesspoint`, `bucket`, `object`',
    ]));

  test('says only what is known of a placeholder', () =>
    checkHover(
      inAction('s3:${verb}Object$0'),
      '`s3:${verb}Object` is filled in later, so nothing is known about it here.',
    ));
});

describe('hover on a pattern of actions', () => {
  test('counts what it matches and names those first that can do most', () =>
    checkHover(
      inAction('ec2:*$0'),
      `\`ec2:*\` matches **5 actions**: 1 List, 2 Read, 2 Write
- \`ec2:RunInstances\`, \`ec2:StartInstances\`, \`ec2:GetPasswordData\`, \`ec2:GetConsoleOutput\`, \`ec2:DescribeInstances\`
- 1 takes no resource and works only with \`"Resource": "*"\`.
- Actions that AWS adds later match, too.

[Service reference](https://docs.aws.amazon.com/service-authorization/latest/reference/list_ec2.html) · data of 2026-01-31`,
    ));

  test('puts the heaviest level first, and the plainer name within a level', () =>
    checkHover(inAction('s3:*Object*$0'), ['- `s3:PutObjectAcl`, `s3:PutObject`, `s3:DeleteObject`,']));

  test('names eight of many, and the number of services', () =>
    checkHover(inAction('*$0'), [
      `\`*\` matches **${countIn(TINY.servicePrefixes())} actions** of ${TINY.servicePrefixes().length} services: `,
      ` and ${countIn(TINY.servicePrefixes()) - 8} more\n`,
    ]));

  test('says that it matches nothing', () =>
    checkHover(inAction('s3:Gte*$0'), '`s3:Gte*` matches no action in the data of 2026-01-31.'));
});

describe('hover in NotAction', () => {
  const inNotAction = (effect: string, list: string): string =>
    `{ "Statement": { "Effect": "${effect}", "NotAction": [${list}], "Resource": "*" } }`;

  test('counts what the whole list leaves open', () => {
    const others = TINY.servicePrefixes().filter((prefix) => prefix !== 'iam' && prefix !== 's3');
    checkHover(inNotAction('Allow', '"iam:*$0", "s3:*"'), [
      `\`iam:*\` matches **${countIn(['iam'])} actions**`,
      `- \`NotAction\` allows everything else, and whatever AWS adds later: now **${countIn(others)} actions**: `,
    ]);
  });

  test('says that a Deny denies it', () =>
    checkHover(inNotAction('Deny', '"iam:Get$0User"'), [
      '`iam:GetUser` · **Read**',
      '`NotAction` denies everything else',
    ]));

  test('does not count what it cannot know', () =>
    checkHover(inNotAction('Allow', '"iam:*$0", "${more}"'), [
      '- `NotAction` allows everything else, and whatever AWS adds later.\n',
    ]));
});

function countIn(servicePrefixes: readonly string[]): number {
  return servicePrefixes.flatMap((prefix) => TINY.service(prefix)?.actionNames() ?? []).length;
}
