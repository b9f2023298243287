import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import { SERVICE_PRINCIPALS } from '../../../server/src/iam/service-principal.ts';
import { unknownServicePrincipal } from '../../../server/src/rules/principal/unknown-service-principal.ts';
import { checkFix, checkRule, findings, fixTitles } from '../../support/check.ts';

const catalogue = openCatalogue(readFileSync('server/data/catalogue.dat'));

describe('unknown-service-principal', () => {
  test('reports a name of the wrong form, and one that is nearly known', () =>
    checkRule(
      unknownServicePrincipal,
      `{ "Statement": { "Principal": { "Service": [
      "ec2.amazonaws.com", "https://lambda.amazonaws.com/",
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "https://lambda.amazonaws.com/" is no service principal; use "lambda.amazonaws.com".
      "EC2.amazonaws.com",
//    ^^^^^^^^^^^^^^^^^^^ "EC2.amazonaws.com" is no service principal; use "ec2.amazonaws.com".
      "ecs-task.amazonaws.com",
//    ^^^^^^^^^^^^^^^^^^^^^^^^ "ecs-task.amazonaws.com" is no service principal known as of 2026-01-31.
      "my service"
//    ^^^^^^^^^^^^ "my service" is no service principal; they end in ".amazonaws.com".
] } } }`,
      TRUST,
    ));

  test('accepts what may be one: listed, regional, of China, new, and of Alexa', () => {
    for (const text of [
      ...SERVICE_PRINCIPALS,
      'logs.eu-west-1.amazonaws.com',
      'states.us-gov-west-1.amazonaws.com',
      'ec2.amazonaws.com.cn',
      'ec2.cn-north-1.amazonaws.com.cn',
      'replicator.lambda.amazonaws.com',
      'logger.cloudfront.amazonaws.com',
      'quantum-teleport.amazonaws.com',
      'sms.amazonaws.com',
      'codedeploy.us-east-1.amazonaws.com',
      'ec2.c2s.ic.gov',
      'alexa-appkit.amazon.com',
    ]) {
      assert.deepEqual(messages(text, catalogue), [], text);
    }
  });

  test('leaves wildcards, other types and what is filled in later alone', () => {
    for (const text of [
      '*',
      'logs.*.amazonaws.com',
      'logs.${region}.amazonaws.com',
      '{{ service }}',
      'ec2.amazonaws.com ',
    ]) {
      assert.deepEqual(messages(text), [], text);
    }
    checkRule(
      unknownServicePrincipal,
      '{ "Statement": { "Principal": { "AWS": "ec2", "Service": [null, { "Ref": "A" }] } } }',
      TRUST,
    );
  });

  test('finds the name', () => {
    const meant = {
      lambda: 'lambda.amazonaws.com',
      Lambda: 'lambda.amazonaws.com',
      'ec2.amazonaws': 'ec2.amazonaws.com',
      'ec2.amazon.com': 'ec2.amazonaws.com',
      'ec2.aws.com': 'ec2.amazonaws.com',
      'ec2.aws': 'ec2.amazonaws.com',
      'ec2.amazonws.com': 'ec2.amazonaws.com',
      'delivery.logs.amazonaws.co': 'delivery.logs.amazonaws.com',
      'ECS-task.amazonaws.com': 'ecs-tasks.amazonaws.com',
      efs: 'elasticfilesystem.amazonaws.com',
      'lamda.eu-west-1.amazonaws.com': 'lambda.amazonaws.com',
      'log.eu-west-1.amazonaws.com': 'logs.eu-west-1.amazonaws.com',
      'logs.ue-west-1.amazonaws.com': 'logs.eu-west-1.amazonaws.com',
      'opds.eks.amazonaws.com': 'pods.eks.amazonaws.com',
      'ec.amazonaws.com': 'ec2.amazonaws.com',
    };
    for (const [text, name] of Object.entries(meant)) {
      assert.equal(
        fixTitles(unknownServicePrincipal, policyWith(text), { ...TRUST, catalogue })[0],
        `Change to "${name}"`,
      );
    }
  });

  test('is milder about a name of the right form', () => {
    const severity = (text: string): string | undefined =>
      findings(unknownServicePrincipal, policyWith(text), TRUST)[0]?.severity;
    assert.equal(severity('lamdba.amazonaws.com'), 'warning');
    assert.equal(severity('lamdba'), 'error');
  });

  test('moves what is no service to its type', () =>
    checkFix(
      unknownServicePrincipal,
      policyWith('arn:aws:iam::111122223333:role/app'),
      'Move to "AWS"',
      '{ "Statement": { "Principal": { "AWS": "arn:aws:iam::111122223333:role/app" } } }',
      TRUST,
    ));

  test('knows that China is another partition where the statement names its own', () => {
    const policy = (service: string, arn: string): string =>
      `{ "Statement": { "Principal": { "Service": "${service}" }, "Resource": "${arn}" } }`;
    checkRule(
      unknownServicePrincipal,
      `{ "Statement": { "Resource": "arn:aws:s3:::b/*", "Principal": { "Service":
      "logs.amazonaws.com.cn"
//    ^^^^^^^^^^^^^^^^^^^^^^^ "logs.amazonaws.com.cn" exists in China only, and this statement is about aws.
} } }`,
      { policyType: 'resource' },
    );
    checkRule(unknownServicePrincipal, policy('logs.amazonaws.com.cn', 'arn:aws-cn:s3:::b/*'), RESOURCE);
    checkRule(unknownServicePrincipal, policy('logs.amazonaws.com', 'arn:aws-cn:s3:::b/*'), RESOURCE);
    checkFix(
      unknownServicePrincipal,
      policy('logs.amazonaws.com.cn', 'arn:aws:s3:::b/*'),
      'Change to "logs.amazonaws.com"',
      policy('logs.amazonaws.com', 'arn:aws:s3:::b/*'),
      RESOURCE,
    );
  });
});

const TRUST = { policyType: 'trust' } as const;
const RESOURCE = { policyType: 'resource' } as const;

const policyWith = (text: string): string => `{ "Statement": { "Principal": { "Service": "${text}" } } }`;

const messages = (text: string, data?: typeof catalogue): readonly string[] =>
  findings(unknownServicePrincipal, policyWith(text), { ...TRUST, ...(data ? { catalogue: data } : {}) }).map(
    ({ message }) => message,
  );
