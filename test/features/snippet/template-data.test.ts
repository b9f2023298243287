import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { ActionInfo, Service } from '../../../server/src/catalogue/catalogue.ts';
import { findConditionKey } from '../../../server/src/catalogue/find-condition-key.ts';
import { openCatalogue } from '../../../server/src/catalogue/open-catalogue.ts';
import type { Template } from '../../../server/src/features/snippet/template.ts';
import { policySnippet } from '../../../server/src/features/snippet/template-text.ts';
import { TEMPLATES } from '../../../server/src/features/snippet/templates.ts';
import { parseArn } from '../../../server/src/iam/arn.ts';
import { SERVICE_PRINCIPALS } from '../../../server/src/iam/service-principal.ts';
import { readPolicies } from '../../../server/src/policy/read-policies.ts';
import type { Statement } from '../../../server/src/policy/statement.ts';
import { strings } from '../../../server/src/policy/value.ts';
import { resourceTypesOf } from '../../../server/src/reasoning/resource-types-of.ts';
import { fillSnippet } from '../../support/fill-snippet.ts';
import { tabStops } from '../../support/snippet-stops.ts';

const CATALOGUE = openCatalogue(readFileSync('server/data/catalogue.dat'));

for (const template of TEMPLATES) {
  describe(`names in template ${template.id}`, () => {
    test('are actions that exist, or whole services', () => {
      for (const { actions } of statementsOf(template)) {
        for (const { text, servicePrefix, name } of actions) {
          const isKnown =
            text === '*' ||
            (name === '*'
              ? CATALOGUE.service(servicePrefix)
              : CATALOGUE.service(servicePrefix)?.hasAction(name ?? ''));
          assert.ok(isKnown, text);
        }
      }
    });

    test('are condition keys that exist', () => {
      for (const { conditions } of statementsOf(template)) {
        for (const { key } of conditions) assert.ok(findConditionKey(key.text, CATALOGUE), key.text);
      }
    });

    test('are ARNs of resource types that exist', () => {
      for (const text of arnsIn(fillSnippet(policySnippet(template)))) {
        const service = CATALOGUE.service(parseArn(text)?.service ?? '');
        assert.ok(service && resourceTypesOf(text, service).length > 0, text);
      }
    });

    test('go together: every action has a resource, every resource an action', () => {
      for (const statement of statementsOf(template)) checkFit(statement);
    });

    test('are service principals that exist', () => {
      const texts = fillSnippet(policySnippet(template)).match(/[\w.-]+\.amazonaws\.com(?=")/g) ?? [];
      const choices = tabStops(policySnippet(template)).flatMap((stop) => stop.choices);
      const services = [...texts, ...choices].filter((text) => text.endsWith('.amazonaws.com'));
      for (const text of services.filter((name) => name !== 'sts.amazonaws.com')) {
        assert.ok(SERVICE_PRINCIPALS.includes(text), text);
      }
    });
  });
}

function statementsOf(template: Template): readonly Statement[] {
  const [policy] = readPolicies(fillSnippet(policySnippet(template)), { isPolicyFile: true }).policies;
  assert.ok(policy && policy.statements.length === template.statements.length);
  return policy.statements.map(({ statement }) => statement);
}

function checkFit({ actions, resources }: Statement): void {
  const arns = resources.map(({ text }) => text).filter((text) => text !== '*');
  if (arns.length === 0) return;
  const pairs = actions.flatMap(({ text, servicePrefix, name = '' }) => {
    const service = CATALOGUE.service(servicePrefix);
    if (!service || name === '*') return [];
    const action = service.action(name);
    assert.ok(action, text);
    const fitting = arns.filter((arn) => fits(action, arn, service));
    assert.ok(fitting.length > 0, `${text} has no resource`);
    return fitting;
  });
  if (actions.every(({ name }) => name === '*')) return;
  assert.deepEqual([...new Set(pairs)].sort(), [...arns].sort());
}

function fits({ resources }: ActionInfo, arn: string, service: Service): boolean {
  const types = resourceTypesOf(arn, service);
  return resources.some(({ type }) => types.includes(type));
}

/** The root user's is left out: in a policy it is no resource but the account. */
function arnsIn(text: string): readonly string[] {
  return (text.match(/"arn:[^"]*"/g) ?? [])
    .map((quoted) => JSON.parse(quoted) as string)
    .filter((arn) => !arn.endsWith(':root'));
}

test('strings of statements are read as they are in policies', () => {
  const [statement] = statementsOf(TEMPLATES.find(({ id }) => id === 'bucket-user-folder') as Template);
  assert.deepEqual(
    statement?.conditions.flatMap(({ values }) => strings(values).map(({ text }) => text)),
    [`home/\${aws:username}/*`],
  );
});
