import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPolicies } from '../../server/src/policy/read-policies.ts';

function typeOf(statement: object, fileName?: string, key?: string): string | undefined {
  const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
  const text = JSON.stringify(key ? { [key]: policy } : policy);
  return readPolicies(text, { fileName }).policies[0]?.type.policyType;
}

describe('the type of a policy', () => {
  const read = { Action: 's3:GetObject', Resource: '*' };
  const assume = { Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };

  test('is identity without a principal', () => assert.equal(typeOf(read), 'identity'));
  test('is resource with one', () => assert.equal(typeOf({ ...read, Principal: '*' }), 'resource'));
  test('is trust if every action assumes a role', () => assert.equal(typeOf(assume), 'trust'));
  test('is trust before the principal is typed', () =>
    assert.equal(typeOf({ Action: ['sts:AssumeRole'] }), 'trust'));
  test('is identity if assuming a role has a resource', () =>
    assert.equal(
      typeOf({ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/x' }),
      'identity',
    ));
  test('follows the key that holds it', () =>
    assert.equal(typeOf(read, undefined, 'AssumeRolePolicyDocument'), 'trust'));
  test('follows the file name', () => {
    assert.equal(typeOf(read, 'deny-regions.scp.json'), 'scp');
    assert.equal(typeOf(read, 'developer-boundary.json'), 'boundary');
  });
  test('does not believe a file name that contradicts the content', () =>
    assert.equal(typeOf({ ...read, Principal: '*' }, 'scp.json'), 'resource'));
  test('reads no type into a part of a word', () =>
    assert.equal(typeOf(read, 'descpolicy.json'), 'identity'));

  describe('of a VPC endpoint', () => {
    const everyone = { Principal: '*', Action: 's3:GetObject', Resource: '*' };

    test('follows the file name', () => {
      for (const name of [
        's3-vpc-endpoint.json',
        's3_endpoint_policy.json',
        'vpce-policy.json',
        'vpcendpoint.json',
      ]) {
        assert.equal(typeOf(everyone, name), 'endpoint', name);
      }
    });
    test('is what AWS gives an endpoint without a policy', () => {
      assert.equal(typeOf({ Principal: '*', Action: '*', Resource: '*' }), 'endpoint');
      assert.equal(typeOf({ Principal: { AWS: '*' }, Action: '*', Resource: ['*'] }), 'endpoint');
    });
    test('is not where a resource could be meant', () => {
      assert.equal(typeOf({ ...everyone, Action: 's3:*' }), 'resource');
      assert.equal(typeOf({ Principal: { AWS: '111122223333' }, Action: '*', Resource: '*' }), 'resource');
      assert.equal(typeOf({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }), 'resource');
      assert.equal(typeOf({ Principal: '*', NotAction: '*', Resource: '*' }), 'resource');
    });
    test('needs a principal', () => assert.equal(typeOf(read, 'invoke-endpoint-policy.json'), 'identity'));
    test('is not that of a bucket which is for an endpoint', () =>
      assert.equal(
        typeOf(
          { ...everyone, Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } },
          'bucket-for-vpce.json',
        ),
        'resource',
      ));
  });

  test('gives its reason', () => {
    const [policy] = readPolicies(JSON.stringify({ Statement: [{ Effect: 'Allow', ...assume }] })).policies;
    assert.deepEqual(policy?.type, {
      policyType: 'trust',
      reason: 'every action assumes a role and there is no Resource',
      source: 'inferred',
    });
  });

  test('is what the user says', () => {
    const [policy] = readPolicies('{ "Statement": [] }', { isPolicyFile: true, policyType: 'rcp' }).policies;
    assert.equal(policy?.type.policyType, 'rcp');
    assert.equal(policy?.type.source, 'setting');
  });
});
