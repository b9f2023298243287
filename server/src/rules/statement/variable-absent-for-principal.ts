import { escapeSnippet } from '../../base/snippet.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { parseArn } from '../../iam/arn.ts';
import { type PlacedVariable, variablesOf } from '../../policy/policy-variable.ts';
import type { Statement } from '../../policy/statement.ts';
import { strings } from '../../policy/value.ts';
import { conditionTests } from '../../reasoning/condition-tests.ts';
import { changeVariableToAny } from '../change-variable.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * Some keys belong to certain callers only: `aws:username` to IAM users, `aws:SourceIdentity` to sessions of roles, tags
 * to users and roles, not to AWS services. Where the statement names only others as principals, the variable is never
 * filled in, and what it stands in matches nothing.
 *
 * Where no principal is named, as in identity-based policies, only a condition on `aws:PrincipalType` or
 * `aws:PrincipalArn` tells who calls; without one nothing is reported.
 */
export const variableAbsentForPrincipal = defineRule({
  id: 'variable-absent-for-principal',
  scope: 'statement',
  mentions: ['${'],
  severity: 'warning',
  category: 'correctness',
  summary: 'Principal lacks the key of a policy variable',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  examples: [
    {
      bad: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/app" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*"',
      good: '"Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:role/app" }, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:PrincipalTag/name}/*"',
    },
  ],

  *check({ statement, catalogue }) {
    const variables = variablesOf(statement);
    if (variables.length === 0) return;
    const named = callersNamed(statement);
    const callers = named.length > 0 ? named : callersTested(statement, catalogue);
    if (callers.length === 0) return;

    for (const variable of variables) {
      if (variable.fallback !== undefined || !variable.isClosed) continue;
      const name = variable.name.trim();
      const lacking = LACKING.find(([pattern]) => pattern.test(name))?.[1] ?? [];
      if (!callers.every((caller) => lacking.includes(caller))) continue;
      yield {
        range: variable.range,
        message: `"${name}" is not in requests of ${NAMES[callers[0] as Caller]}; this is never filled in.`,
        fixes: () => [...(callers.includes('service') ? [] : others(variable)), ...withDefault(variable)],
      };
    }
  },
});

type Caller = 'role' | 'user' | 'federated' | 'service';

/** As messages call them. */
const NAMES: Readonly<Record<Caller, string>> = {
  role: 'roles',
  user: 'users',
  federated: 'federated users',
  service: 'AWS services',
};

/** Which callers surely have no such key. */
const LACKING: readonly (readonly [RegExp, readonly Caller[]])[] = [
  [/^aws:username$/i, ['role', 'federated', 'service']],
  [/^aws:PrincipalTag\//i, ['service']],
  [/^aws:PrincipalOrgID$/i, ['service']],
  [/^aws:SourceIdentity$/i, ['user', 'service']],
  [/^aws:FederatedProvider$/i, ['user', 'service']],
  [/^aws:PrincipalServiceName$/i, ['role', 'user', 'federated']],
];

/** The kinds of principals that the statement names; none if one of them may be of several kinds. */
function callersNamed({ principals }: Statement): readonly Caller[] {
  const kinds = principals.flatMap(({ element, type, values }) => {
    const texts = strings(values).map(({ text }) => text);
    return element === 'Principal' && texts.length > 0
      ? texts.map((text) => callerOf(type?.text, text))
      : [undefined];
  });
  const known = kinds.filter((kind) => kind !== undefined);
  return known.length === kinds.length ? [...new Set(known)] : [];
}

/** As a condition demands them; none if it does not, or leaves several kinds open. */
function callersTested(statement: Statement, catalogue: Catalogue): readonly Caller[] {
  for (const { key, operator, values, isKnown } of conditionTests(statement, catalogue)) {
    const isDemand = operator && !operator.operator.isNegated && !operator.ifExists && isKnown;
    if (!isDemand || operator.setOperator === 'ForAllValues') continue;
    const kinds = values.map((value) =>
      value.kind === 'string' ? testedCaller(key?.name, value.text) : undefined,
    );
    const known = kinds.filter((kind) => kind !== undefined);
    if (known.length > 0 && known.length === kinds.length) return [...new Set(known)];
  }
  return [];
}

function testedCaller(key: string | undefined, value: string): Caller | undefined {
  if (key === 'aws:PrincipalArn') return callerOf('AWS', value);
  return key === 'aws:PrincipalType' ? CALLER_OF_TYPE.get(value) : undefined;
}

const CALLER_OF_TYPE: ReadonlyMap<string, Caller> = new Map([
  ['AssumedRole', 'role'],
  ['FederatedUser', 'federated'],
  ['User', 'user'],
]);

function callerOf(type: string | undefined, text: string): Caller | undefined {
  if (type === 'Service') return 'service';
  if (type === 'Federated') return 'federated';
  const arn = type === 'AWS' ? parseArn(text) : undefined;
  const kind = `${arn?.service}:${arn?.resource.split('/', 1)[0]}`;
  if (kind === 'iam:role' || kind === 'sts:assumed-role') return 'role';
  return kind === 'iam:user' && arn?.account !== 'cloudfront' ? 'user' : undefined;
}

function others(variable: PlacedVariable): readonly Fix[] {
  if (!/^aws:username$/i.test(variable.name.trim())) return [];
  return [
    snippet(variable, 'Use a tag of the caller', ['${aws:PrincipalTag/', 'name', '}']),
    ...changeVariableToAny(variable, ['${aws:userid}']),
  ];
}

function withDefault(variable: PlacedVariable): readonly Fix[] {
  const texts = [`\${${variable.name.trim()}, '`, 'none', "'}"] as const;
  return [snippet(variable, 'Give the variable a default', texts)];
}

/** The text in the middle is left to be filled in. */
function snippet(
  { value, start, end }: PlacedVariable,
  title: string,
  [before, example, after]: readonly [string, string, string],
): Fix {
  const literal = (text: string): string => escapeSnippet(JSON.stringify(text).slice(1, -1));
  const lead = literal(value.text.slice(0, start) + before);
  const tail = literal(after + value.text.slice(end));
  const newText = `"${lead}\${1:${example}}${tail}"`;
  return { title, keepsAccess: false, isSnippet: true, edits: [{ range: value.range, newText }] };
}
