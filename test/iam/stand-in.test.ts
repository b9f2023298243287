import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type StandInFor, standInClaim } from '../../server/src/iam/stand-in.ts';

describe('standInClaim', () => {
  const words: readonly (readonly [StandInFor, readonly string[]])[] = [
    [
      'account',
      ['account-id', 'ACCOUNT_ID', 'AccountB-ID', 'Account ID', 'sourceAccountID', 'source-acct-ID'],
    ],
    ['account', ['YOUR_AWS_ACCOUNT', 'xxxxxxxxxxxx', 'XXXXXXXXXXXX', '...', 'your-id', 'TODO']],
    ['arn', ['ARN', 'QUEUE_ARN', 'myKeyARN', 'your-table-arn', 'arn']],
    ['ip', ['x.x.x.x', 'x.x.x.x/32', 'YOUR_IP/32', 'your-ip-address', 'office IP', 'IP/CIDR']],
    ['organization', ['o-XXXXXXXXXX', 'ORG_ID', 'my-org-id', 'OrganizationId', 'org-id']],
    ['region', ['region', 'Region', 'AWS_REGION', 'your-region', 'region-code', 'xx']],
    ['vpc', ['vpc-id', 'VPC_ID', 'my vpc id', 'vpc-xxxxxxxx']],
    ['account', ['EXAMPLE65304']],
    ['vpcEndpoint', ['vpce-0a1b2cEXAMPLE']],
    ['vpcEndpoint', ['vpce-id', 'VPCE_ID', 'vpc-endpoint-id', 'vpce-xxxxxxxxxxxxxxxxx']],
  ];
  for (const [thing, texts] of words) {
    for (const text of texts) {
      test(`takes "${text}" for a word`, () => assert.notEqual(standInClaim(text, thing), undefined));
    }
  }

  const slips: readonly (readonly [StandInFor, readonly string[]])[] = [
    ['account', ['12345', '1111-2222-3333', 'sandbox', 'function', '', 'x']],
    ['arn', ['my-bucket/*', 'warn/x', 'bucket', 's3:::learn']],
    ['ip', ['10.0.0.256', '203.0.113.*', '10.0.0.0/33', 'localhost', '2001:db8::/129', 'ship']],
    ['organization', ['o-short', 'acme', 'o-A1B2C3D4E5']],
    ['region', ['us-east1', 'eu-cenrtal-1', 'Frankfurt', 'us-east-1a']],
    ['vpc', ['vpc-123', 'vpce-1a2b3c4d', 'main']],
    ['vpcEndpoint', ['vpce-123', 'vpc-1a2b3c4d']],
  ];
  for (const [thing, texts] of slips) {
    for (const text of texts) {
      test(`takes "${text}" for a slip`, () => assert.equal(standInClaim(text, thing), undefined));
    }
  }

  test('says what belongs there', () =>
    assert.equal(
      standInClaim('ACCOUNT_ID', 'account'),
      '"ACCOUNT_ID" stands for an account id; it has to be filled in',
    ));
});
