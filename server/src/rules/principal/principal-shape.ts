import { statementElement } from '../../iam/element.ts';
import { likelyPrincipalType } from '../../iam/likely-principal-type.ts';
import type { PolicyType } from '../../iam/policy-type.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { Statement } from '../../policy/statement.ts';
import { kindName, type Member, type StringValue, type Value } from '../../policy/value.ts';
import { itemRepairs, typedList, typedMerge, valueRepairs } from '../principal-shape-repair.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { principalSkeleton } from '../statement-skeleton.ts';

/**
 * A principal is the string `"*"`, or an object that says what kind it is: `{ "AWS": "arn:…" }`,
 * `{ "Service": "ec2.amazonaws.com" }`. Under each type stands a string or a list of strings; account ids are strings,
 * too, for a number loses the zeros in front. AWS rejects anything else.
 */
export const principalShape = defineRule({
  id: 'principal-shape',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Principal lacks its type or has the wrong form',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  equivalents: {
    accessAnalyzer: ['INVALID_PRINCIPAL_FORMAT'],
    parliament: ['UNKNOWN_PRINCIPAL'],
    cfnLint: ['E3512'],
  },
  policyTypes: ['resource', 'trust', 'rcp', 'endpoint'],
  examples: [
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": "lambda.amazonaws.com", "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole"',
    },
    {
      policyType: 'trust',
      bad: '"Effect": "Allow", "Principal": { "AWS": 111122223333 }, "Action": "sts:AssumeRole"',
      good: '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "sts:AssumeRole"',
    },
  ],

  *check({ statement, policyType }) {
    if (statement.isBroken) return;
    for (const entry of statement.members) {
      const { key, value } = entry;
      if ((key.text !== 'Principal' && key.text !== 'NotPrincipal') || !value) continue;
      if (value.kind === 'string') yield* bareString(value);
      else if (value.kind === 'object')
        yield* value.members.flatMap((inner) => [...ofType(statement, inner)]);
      else if (value.kind !== 'unknown' && !isNull(value))
        yield notTyped(statement, entry, value, policyType);
    }
  },
});

/** `null` is reported by `element-type`. */
const isNull = (value: Value): boolean => value.kind === 'scalar' && value.value === null;

function* bareString(value: StringValue): Generator<Finding> {
  const { text, range } = value;
  if (text === '*' || text !== text.trim() || isDynamic(text)) return;
  const type = likelyPrincipalType(text);
  yield {
    range,
    message: `"${text}" cannot stand alone; put it under "${type}".`,
    fixes: () => [
      {
        title: `Put it under "${type}"`,
        keepsAccess: false,
        isPreferred: true,
        edits: [{ range, newText: `{ "${type}": ${JSON.stringify(text)} }` }],
      },
    ],
  };
}

function notTyped({ text }: Statement, { key }: Member, value: Value, policyType: PolicyType): Finding {
  const name: Fix = {
    title: 'Name a principal',
    keepsAccess: false,
    isSnippet: true,
    edits: [{ range: value.range, newText: principalSkeleton(policyType) }],
  };
  return {
    range: key.range,
    message: `"${key.text}" must be "*" or an object with types, not ${kindName(value)}.`,
    fixes: () => {
      const repairs = value.kind === 'array' ? [...typedMerge(text, value), ...typedList(value)] : [];
      if (repairs.length > 0) return repairs;
      return [...(value.kind === 'scalar' ? valueRepairs(text, 'AWS', value, { isBare: true }) : []), name];
    },
  };
}

function* ofType({ text }: Statement, { key, value }: Member): Generator<Finding> {
  if (!value || statementElement(key.text)) return;
  if (value.kind === 'scalar' || value.kind === 'object') {
    yield {
      range: value.kind === 'scalar' ? value.range : key.range,
      message: `"${key.text}" must hold a string or a list of strings, not ${kindName(value)}.`,
      fixes: () => valueRepairs(text, key.text, value, { isBare: false }),
    };
  }
  if (value.kind !== 'array') return;
  for (const item of value.items) {
    if (item.kind === 'string' || item.kind === 'unknown') continue;
    const { start } = item.range;
    yield {
      range: item.kind === 'scalar' ? item.range : { start, end: start + 1 },
      message: `A list under "${key.text}" holds strings, not ${kindName(item)}.`,
      fixes: () => itemRepairs(text, value, item),
    };
  }
}
