import { describe, test } from 'node:test';
import { requiredSecondResource } from '../../../server/src/rules/action/required-second-resource.ts';
import { buildCatalogue, type ServiceSketch } from '../../support/build-catalogue.ts';
import { checkFix, checkRule } from '../../support/check.ts';

const GLUE: ServiceSketch = {
  prefix: 'glue',
  name: 'AWS Glue',
  resourceTypes: {
    catalog: ['arn:${Partition}:glue:${Region}:${Account}:catalog'],
    database: ['arn:${Partition}:glue:${Region}:${Account}:database/${DatabaseName}'],
    table: ['arn:${Partition}:glue:${Region}:${Account}:table/${DatabaseName}/${TableName}'],
  },
  actions: {
    GetDatabase: { accessLevel: 'Read', description: 'Reads', resources: ['catalog!', 'database!'] },
    GetPartition: {
      accessLevel: 'Read',
      description: 'Reads',
      resources: ['catalog!', 'database!', 'table!'],
    },
    GetTable: { accessLevel: 'Read', description: 'Reads', resources: ['catalog!', 'database!', 'table!'] },
  },
};

const arns = (...types: string[]): string =>
  types
    .map((type) => `"arn:aws:ec2:us-east-1:${type === 'image' ? '' : '111122223333'}:${type}/*"`)
    .join(', ');

describe('required-second-resource', () => {
  test('names the types that nothing allows', () =>
    checkRule(
      requiredSecondResource,
      `{ "Statement": [{ "Effect": "Allow",
      "Action": ["ec2:StartInstances", "ec2:RunInstances"],
//                                     ^^^^^^^^^^^^^^^^^^ "ec2:RunInstances" also needs resources of other types. Nothing allows it on network-interface and security-group.
      "Resource": [${arns('instance', 'image')}]
}] }`,
    ));

  test('is silent where other statements allow the rest', () =>
    checkRule(
      requiredSecondResource,
      `{ "Statement": [
        { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": [${arns('instance')}] },
        { "Effect": "Allow", "Action": "ec2:Run*", "Resource": [${arns('image', 'network-interface')}] },
        { "Effect": "Allow", "NotAction": "iam:*", "Resource": [${arns('security-group')}] }
      ] }`,
    ));

  test('reports it once in a policy, and a Deny allows nothing', () =>
    checkRule(
      requiredSecondResource,
      `{ "Statement": [
        { "Effect": "Deny", "Action": "ec2:RunInstances", "Resource": "*" },
        { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": [${arns('instance')}] },
//                                     ^^^^^^^^^^^^^^^^^^ "ec2:RunInstances" also needs resources of other types. Nothing allows it on image, network-interface and security-group.
        { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": [${arns('subnet')}] },
        { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": [${arns('instance')}] }
      ] }`,
    ));

  test('reports the actions of a service together, at the first', () => {
    const catalogue = buildCatalogue([GLUE], []);
    checkRule(
      requiredSecondResource,
      `{ "Statement": [{ "Effect": "Allow",
      "Action": ["glue:GetTable", "glue:GetDatabase", "glue:GetPartition"],
//               ^^^^^^^^^^^^^^^ "glue:GetTable" and "glue:GetPartition" also need resources of other types. Nothing allows them on catalog and database.
      "Resource": "arn:aws:glue:us-east-1:111122223333:table/books/*"
}] }`,
      { catalogue },
    );
  });

  test('is silent with "*", unknown texts, patterns, and actions that need one type', () => {
    for (const [action, resource] of [
      ['ec2:RunInstances', '"*"'],
      ['ec2:RunInstances', `["arn:aws:ec2:*:*:*", "arn:aws:ec2:*::image/*"]`],
      ['ec2:RunInstances', `[${arns('instance')}, "\${subnetArn}"]`],
      ['ec2:RunInstances', `[${arns('instance')}, { "Ref": "Subnet" }]`],
      ['ec2:Run*', `[${arns('instance')}]`],
      ['ec2:StartInstances', `[${arns('instance')}]`],
      ['dynamodb:Query', '"arn:aws:dynamodb:us-east-1:111122223333:table/Books/index/Title"'],
    ]) {
      checkRule(
        requiredSecondResource,
        `{ "Statement": { "Effect": "Allow", "Action": "${action}", "Resource": ${resource} } }`,
      );
    }
  });

  test('adds what is missing, like its neighbours', () =>
    checkFix(
      requiredSecondResource,
      '{ "Statement": { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "arn:aws-cn:ec2:cn-north-1:444455556666:instance/${aws:PrincipalTag/i}" } }',
      'Add ARNs of image, network-interface and security-group',
      '{ "Statement": { "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": ["arn:aws-cn:ec2:cn-north-1:444455556666:instance/${aws:PrincipalTag/i}", "arn:aws-cn:ec2:cn-north-1:444455556666:network-interface/*", "arn:aws-cn:ec2:cn-north-1:444455556666:security-group/*", "arn:aws-cn:ec2:cn-north-1::image/*"] } }',
    ));
});
