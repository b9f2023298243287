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
  test('is resource with one that is empty', () => {
    assert.equal(typeOf({ ...read, Principal: {} }), 'resource');
    assert.equal(typeOf({ ...read, NotPrincipal: {} }), 'resource');
  });
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

  describe('inside another document', () => {
    const typeIn = (document: (policy: object) => object, statement: object) => {
      const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] };
      return readPolicies(JSON.stringify(document(policy))).policies[0]?.type.policyType;
    };
    const everything = { Action: '*', Resource: '*' };
    const ofEveryone = { ...read, Principal: '*' };

    test('follows the type of a resource of CloudFormation', () => {
      const resource = (Type: string) => (PolicyDocument: object) => ({
        Resources: { One: { Type, Properties: { PolicyDocument } } },
      });
      assert.equal(typeIn(resource('AWS::EC2::VPCEndpoint'), ofEveryone), 'endpoint');
      assert.equal(typeIn(resource('AWS::S3::BucketPolicy'), ofEveryone), 'resource');
      assert.equal(typeIn(resource('AWS::IAM::ManagedPolicy'), everything), 'identity');
    });
    test('follows what Organizations calls it', () => {
      assert.equal(
        typeIn((Content) => ({ Type: 'SERVICE_CONTROL_POLICY', Content }), everything),
        'scp',
      );
      assert.equal(
        typeIn((Content) => ({ Type: 'RESOURCE_CONTROL_POLICY', Content }), ofEveryone),
        'rcp',
      );
      const answer = (policy: object) => ({
        Policy: { PolicySummary: { Type: 'SERVICE_CONTROL_POLICY' }, Content: JSON.stringify(policy) },
      });
      assert.equal(typeIn(answer, everything), 'scp');
    });
    test('follows the endpoint in an answer of EC2', () => {
      const answer = (policy: object) => ({
        VpcEndpoints: [{ VpcEndpointId: 'vpce-1a2b3c4d', PolicyDocument: JSON.stringify(policy) }],
      });
      assert.equal(typeIn(answer, ofEveryone), 'endpoint');
    });
    test('is not that of a neighbour', () => {
      const template = (PolicyDocument: object) => ({
        Resources: {
          Endpoint: { Type: 'AWS::EC2::VPCEndpoint' },
          Bucket: { Properties: { PolicyDocument } },
        },
      });
      assert.equal(typeIn(template, ofEveryone), 'resource');
    });
    test('follows the key first', () =>
      assert.equal(
        typeIn((policy) => ({ Type: 'SERVICE_CONTROL_POLICY', AssumeRolePolicyDocument: policy }), assume),
        'trust',
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
