import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { plainText } from '../../../server/src/base/snippet.ts';
import { expandActionPattern } from '../../../server/src/catalogue/action-pattern.ts';
import { ACCESS_LEVELS } from '../../../server/src/catalogue/catalogue.ts';
import {
  generatePolicy,
  type PolicyRequest,
  type ServiceRequest,
} from '../../../server/src/features/generate/generate-policy.ts';
import { GUARDS } from '../../../server/src/features/generate/guard-condition.ts';
import { deprecationOf } from '../../../server/src/iam/deprecated-action.ts';
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

  test('lets only the role be passed that is named', () => {
    const services = [{ servicePrefix: 'iam', accessLevels: ['Write' as const] }];
    const { Statement } = JSON.parse(plainText(generatePolicy(request({ services }), realCatalogue())));
    const passing = Statement.filter(({ Action }: { Action: readonly string[] }) =>
      Action.some((pattern) => expandActionPattern(realCatalogue(), pattern).includes('iam:PassRole')),
    );
    assert.deepEqual(passing, [
      {
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: 'arn:aws:iam::111122223333:role/role-name-with-path',
      },
    ]);
  });

  test('leaves out what is deprecated, unless it was chosen by name', () => {
    const actionsOf = (service: ServiceRequest): readonly string[] =>
      JSON.parse(
        plainText(generatePolicy(request({ services: [service] }), realCatalogue())),
      ).Statement.flatMap(({ Action }: { Action: readonly string[] }) => Action);
    const tagging = { servicePrefix: 'elasticfilesystem', accessLevels: ['Tagging' as const] };
    assert.deepEqual(actionsOf(tagging), [
      'elasticfilesystem:TagResource',
      'elasticfilesystem:UntagResource',
    ]);
    const chosen = { ...tagging, actions: ['CreateTags'] };
    assert.deepEqual(actionsOf(chosen), ['elasticfilesystem:CreateTags']);
  });

  describe('of whole access levels', () => {
    const catalogue = realCatalogue();
    const service = createPolicyService({ catalogue });
    const usual = ['s3', 'dynamodb', 'ec2', 'lambda', 'iam', 'kms', 'logs', 'sqs', 'ssm', 'sts'];
    // One with deprecated actions on each level, and those with credentials among what is read.
    const awkward = ['es', 'athena', 'proton', 'datazone', 'connect', 'gamelift', 'lightsail', 'appsync'];
    const sampled = fc.sample(fc.constantFrom(...catalogue.servicePrefixes()), {
      seed: 20261122,
      numRuns: 60,
    });
    const choices = [...ACCESS_LEVELS.map((level) => [level]), ACCESS_LEVELS, []];
    const scopes = [...new Set([...usual, ...awkward, ...sampled])].flatMap((servicePrefix) => {
      const known = catalogue.service(servicePrefix);
      assert.ok(known);
      return choices.flatMap((accessLevels) => {
        const wanted = known
          .actionNames()
          .filter((_, at) => accessLevels.length === 0 || accessLevels.includes(known.accessLevelAt(at)))
          .map((name) => `${servicePrefix}:${name}`)
          .filter((name) => !deprecationOf(name));
        return wanted.length > 0 ? [{ service: { servicePrefix, accessLevels }, wanted }] : [];
      });
    });

    function generated(of: ServiceRequest, resources: PolicyRequest['resources']) {
      const text = plainText(generatePolicy(request({ services: [of], resources }), catalogue));
      const findings = service.validate(service.read(text, { isPolicyFile: true, policyType: 'identity' }));
      const disturbing = findings
        .filter(({ severity, rule }) => ['error', 'warning'].includes(severity) || NEVER.includes(rule.id))
        .map(({ rule, message }) => ({ rule: rule.id, message }));
      const actions = JSON.parse(text).Statement.flatMap(({ Action }: { Action: string[] }) => Action);
      const allowed = actions.flatMap((pattern: string) => expandActionPattern(catalogue, pattern));
      return { disturbing, allowed: [...new Set(allowed)].sort() };
    }

    test('allows exactly those actions, with no finding above information', () => {
      assert.ok(scopes.length > 250);
      for (const { service: of, wanted } of scopes) {
        const label = `${of.servicePrefix} ${of.accessLevels}`;
        const { allowed, disturbing } = generated(of, 'named');
        assert.deepEqual(disturbing, [], label);
        assert.deepEqual(allowed, [...wanted].sort(), label);
      }
    });

    test('has no other finding than that of the * where all resources are wanted', () => {
      for (const { service: of, wanted } of scopes) {
        const label = `${of.servicePrefix} ${of.accessLevels}`;
        const { allowed, disturbing } = generated(of, 'all');
        const others = disturbing.filter(({ rule }) => !ABOUT_STAR.includes(rule));
        assert.deepEqual(others, [], label);
        assert.deepEqual(allowed, [...wanted].sort(), label);
      }
    });
  });
});

/** Of these there is to be none, however mild. */
const NEVER = ['deprecated-action', 'log-group-arn-suffix'];

/** What was asked for with "All resources". */
const ABOUT_STAR = ['resource-star', 'passrole-star-resource'];
