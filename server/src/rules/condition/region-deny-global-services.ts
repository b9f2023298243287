import { GLOBAL_ACTIONS } from '../../iam/global-action.ts';
import { matchesWildcard } from '../../iam/wildcard.ts';
import { layoutOf, renderJson } from '../../policy/layout.ts';
import { insertLast } from '../../policy/list-edit.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { ConditionEntry, Statement } from '../../policy/statement.ts';
import { oneOrMany } from '../../policy/value.ts';
import { valueText } from '../../policy/value-text.ts';
import { type ConditionTest, conditionTests } from '../../reasoning/condition-tests.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * IAM, Organizations, Route 53, CloudFront, Support and others have one endpoint for all Regions, and to
 * `aws:RequestedRegion` their requests go to `us-east-1`. A Deny for other Regions than one's own therefore locks
 * everybody out of them, unless it exempts their actions with `NotAction` or lists `us-east-1`.
 *
 * Policies for other partitions, where the global endpoints are elsewhere, are left alone; so are statements about
 * particular services or resources, and those with further conditions on what is called.
 */
export const regionDenyGlobalServices = defineRule({
  id: 'region-deny-global-services',
  scope: 'statement',
  effect: 'Deny',
  mentions: ['aws:requestedregion'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Deny by Region also hits global services',
  source:
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
  policyTypes: ['scp', 'identity'],
  examples: [
    {
      policyType: 'scp',
      bad: '"Effect": "Deny", "NotAction": ["cloudfront:*", "iam:*", "organizations:*", "support:*"], "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-central-1" } }',
      good: '"Effect": "Deny", "NotAction": ["cloudfront:*", "iam:*", "organizations:*", "support:*", "route53:*"], "Resource": "*", "Condition": { "StringNotEquals": { "aws:RequestedRegion": "eu-central-1" } }',
    },
  ],

  *check({ statement, catalogue }) {
    if (statement.isBroken || statement.conditions.length === 0) return;
    const tests = conditionTests(statement, catalogue);
    const test = tests.find(({ entry }) => entry.key.text.toLowerCase() === 'aws:requestedregion');
    if (!test || !holdsForGlobal(test) || tests.some((other) => other !== test && !isAboutCaller(other)))
      return;
    const missing = isEverywhere(statement) ? deniedServices(statement) : [];
    if (missing.length === 0) return;
    yield {
      range: test.entry.key.range,
      message: `This denies ${named(missing)} in all Regions. Global services answer from ${GLOBAL_REGION}.`,
      fixes: () => [...exempt(statement, missing), ...addRegion(statement, test)],
    };
  },
});

const GLOBAL_REGION = 'us-east-1';

/** Nobody can do without these. */
const SERVICES = ['iam', 'organizations', 'route53', 'cloudfront', 'support'];

function holdsForGlobal({ operator, values, isKnown }: ConditionTest): boolean {
  if (!isKnown || operator?.setOperator || operator?.operator.operand !== 'String') return false;
  const texts = values.map(valueText);
  if (texts.some((text) => text.includes('${') || /^(?:cn|us-gov|us-iso|eu-iso|eusc)/.test(text)))
    return false;
  const { isNegated, hasWildcards } = operator.operator;
  const isListed = texts.some((text) =>
    hasWildcards ? matchesWildcard(text, GLOBAL_REGION) : text.toLowerCase() === GLOBAL_REGION,
  );
  return isListed !== isNegated;
}

/** Such tests spare some callers; the others are still locked out. */
const isAboutCaller = ({ entry, operator }: ConditionTest): boolean =>
  operator?.operator.isNegated === true && /^aws:principal/i.test(entry.key.text);

function isEverywhere({ resources }: Statement): boolean {
  return resources.some(({ element, text }) => element === 'Resource' && text === '*');
}

/** None where the list is not known whole. */
function deniedServices(statement: Statement): readonly string[] {
  const { actions } = statement;
  const listed = statement.element('NotAction') ?? statement.element('Action');
  if (oneOrMany(listed?.value).length !== actions.length || actions.some(({ text }) => isDynamic(text)))
    return [];
  if (!statement.element('NotAction'))
    return actions.some(({ text }) => /^\*+(?::\*+)?$/.test(text)) ? SERVICES : [];
  return SERVICES.filter(
    (service) => !actions.some(({ servicePrefix }) => matchesWildcard(servicePrefix.toLowerCase(), service)),
  );
}

function named(services: readonly string[]): string {
  const [first, second, ...others] = services;
  if (second === undefined) return `${first}`;
  return others.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${others.length} more`;
}

function exempt(statement: Statement, missing: readonly string[]): readonly Fix[] {
  const title = 'Exempt global services';
  const spared = statement.element('NotAction');
  const element = spared ?? statement.element('Action');
  if (!element?.value) return [];
  if (spared?.value?.kind === 'array') {
    const added = missing.map((service) => `"${service}:*"`).join(', ');
    return [{ title, keepsAccess: false, edits: [insertLast(statement.text, spared.value, added)] }];
  }
  const kept = spared ? statement.actions.map(({ text }) => text) : [];
  const list = [...kept, ...(spared ? missing.map((service) => `${service}:*`) : GLOBAL_ACTIONS)];
  const edits = [
    { range: element.key.range, newText: '"NotAction"' },
    { range: element.value.range, newText: renderJson(list, layoutOf(statement), 1) },
  ];
  return [{ title, keepsAccess: false, edits }];
}

function addRegion(statement: Statement, { entry, operator }: ConditionTest): readonly Fix[] {
  if (!operator?.operator.isNegated || !entry.values) return [];
  return [{ title: `Add "${GLOBAL_REGION}"`, keepsAccess: false, edits: [withRegion(statement, entry)] }];
}

function withRegion({ text }: Statement, { values, key }: ConditionEntry): ReturnType<typeof insertLast> {
  if (values?.kind === 'array') return insertLast(text, values, `"${GLOBAL_REGION}"`);
  const range = values?.range ?? key.range;
  return { range, newText: `[${text.slice(range.start, range.end)}, "${GLOBAL_REGION}"]` };
}
