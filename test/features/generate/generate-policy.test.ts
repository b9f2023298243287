import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { plainText } from '../../../server/src/base/snippet.ts';
import { expandActionPattern } from '../../../server/src/catalogue/action-pattern.ts';
import { ACCESS_LEVELS } from '../../../server/src/catalogue/catalogue.ts';
import { generatePolicy, type PolicyRequest } from '../../../server/src/features/generate/generate-policy.ts';
import { GUARDS } from '../../../server/src/features/generate/guard-condition.ts';
import { createPolicyService } from '../../../server/src/service.ts';
import { realCatalogue } from '../../catalogue/compiler.ts';
import { TINY } from '../../support/tiny-catalogue.ts';

function request(changes: Partial<PolicyRequest>): PolicyRequest {
  return { policyType: 'identity', services: [], resources: 'named', guards: [], ...changes };
}

describe('a generated policy', () => {
  test('names the resources that the actions take', () => {
    const snippet = generatePolicy(
      request({ services: [{ servicePrefix: 'sns', accessLevels: ['Write'] }] }),
      TINY,
    );
    assert.deepEqual(JSON.parse(plainText(snippet)).Statement, [
      {
        Effect: 'Allow',
        Action: ['sns:Publish'],
        Resource: 'arn:aws:sns:us-east-1:111122223333:topic-name',
      },
    ]);
  });

  test('gives actions that work only on * a statement of their own', () => {
    const policy = JSON.parse(
      plainText(
        generatePolicy(request({ services: [{ servicePrefix: 's3', accessLevels: ['List'] }] }), TINY),
      ),
    );
    const star = policy.Statement.find(({ Resource }: { Resource: unknown }) => Resource === '*');
    assert.deepEqual(star.Action, ['s3:ListAllMyBuckets']);
    assert.equal(policy.Statement.length, 2);
  });

  test('keeps single actions as they were chosen, and leaves out unknown ones', () => {
    const services = [{ servicePrefix: 'sns', accessLevels: [], actions: ['Publish', 'Nope'] }];
    const policy = JSON.parse(plainText(generatePolicy(request({ services, resources: 'all' }), TINY)));
    assert.deepEqual(policy.Statement, [{ Effect: 'Allow', Action: ['sns:Publish'], Resource: '*' }]);
    const none = [{ servicePrefix: 'sns', accessLevels: [], actions: [] }];
    const empty = JSON.parse(plainText(generatePolicy(request({ services: none }), TINY)));
    assert.deepEqual(empty.Statement[0].Action, ['']);
  });

  test('keeps the tab stops of its statements apart', () => {
    const snippet = generatePolicy(
      request({
        services: [
          { servicePrefix: 'sns', accessLevels: ['Write'] },
          { servicePrefix: 'kms', accessLevels: ['Write'] },
        ],
      }),
      TINY,
    );
    const numbers = [...snippet.matchAll(/\$\{(\d+):/g)].map(([, number]) => number);
    assert.equal(new Set(numbers).size, numbers.length);
  });

  test('carries all guards', () => {
    const policy = JSON.parse(
      plainText(
        generatePolicy(
          request({ services: [{ servicePrefix: 'sns', accessLevels: [] }], guards: [...GUARDS] }),
          TINY,
        ),
      ),
    );
    assert.deepEqual(policy.Statement[0].Condition, {
      Bool: { 'aws:MultiFactorAuthPresent': 'true', 'aws:SecureTransport': 'true' },
      StringEquals: { 'aws:RequestedRegion': 'us-east-1', 'aws:ResourceOrgID': '${aws:PrincipalOrgID}' },
      IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
    });
  });

  test('is a skeleton where nothing is chosen, and leaves unknown services out', () => {
    assert.match(generatePolicy(request({}), TINY), /"Action": \["\$1"\]/);
    const unknown = [{ servicePrefix: 'nothing', accessLevels: [] }];
    assert.match(generatePolicy(request({ services: unknown }), TINY), /"Action": \["\$1"\]/);
  });

  test('allows exactly what was asked for and has no finding, whatever the service and level', () => {
    const catalogue = realCatalogue();
    const service = createPolicyService({ catalogue });
    for (const servicePrefix of [
      's3',
      'dynamodb',
      'ec2',
      'lambda',
      'iam',
      'kms',
      'logs',
      'sqs',
      'ssm',
      'sts',
    ]) {
      for (const level of ACCESS_LEVELS) {
        const known = catalogue.service(servicePrefix);
        const wanted = known?.actionNames().filter((_, index) => known.accessLevelAt(index) === level) ?? [];
        if (wanted.length === 0) continue;
        const text = plainText(
          generatePolicy(request({ services: [{ servicePrefix, accessLevels: [level] }] }), catalogue),
        );
        const file = service.read(text, { isPolicyFile: true, policyType: 'identity' });
        assert.deepEqual(
          service
            .validate(file)
            .filter(({ severity }) => severity === 'error')
            .map(({ message }) => message),
          [],
          `${servicePrefix} ${level}`,
        );
        const allowed = JSON.parse(text).Statement.flatMap(({ Action }: { Action: string | string[] }) =>
          [Action].flat().flatMap((pattern) => expandActionPattern(catalogue, pattern)),
        );
        assert.deepEqual(
          [...new Set(allowed)].sort(),
          wanted.map((name) => `${servicePrefix}:${name}`).sort(),
          `${servicePrefix} ${level}`,
        );
      }
    }
  });
});
