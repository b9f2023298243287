import { enumerated } from '../../base/enumerated.ts';
import { escapeSnippet } from '../../base/snippet.ts';
import { shifted } from '../../base/text-range.ts';
import type { ActionInfo, ActionResource } from '../../catalogue/catalogue.ts';
import { addResources } from '../../policy/add-resources.ts';
import type { Statement } from '../../policy/statement.ts';
import { allowsOn, type SecondResource, secondResources } from '../../reasoning/second-resource.ts';
import { firstNamed } from '../first-named.ts';
import { fittingArns } from '../fitting-arns.ts';
import { defineRule, type Fix } from '../rule.ts';
import { shiftedFixes } from '../shifted-fixes.ts';

/**
 * Some requests name several resources, and each of them has to be allowed: `ec2:RunInstances` needs the instance, but
 * also an image, a subnet, a network interface and a security group; `kms:CreateAlias` needs the alias and the key. An
 * Allow for some of them allows nothing.
 *
 * Another Allow of the same policy may name the rest. Looked at for EC2, AWS Glue and AWS KMS, of which AWS documents it,
 * and only for actions that are written out.
 */
export const requiredSecondResource = defineRule({
  id: 'required-second-resource',
  scope: 'policy',
  severity: 'warning',
  category: 'correctness',
  summary: 'Action also needs resources of other types',
  source:
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances',
  equivalents: { parliament: ['RESOURCE_MISMATCH'] },
  policyTypes: ['identity', 'boundary', 'session'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": ["arn:aws:ec2:us-east-1:111122223333:instance/*", "arn:aws:ec2:us-east-1::image/*", "arn:aws:ec2:us-east-1:111122223333:network-interface/*"]',
      good: '"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": ["arn:aws:ec2:us-east-1:111122223333:instance/*", "arn:aws:ec2:us-east-1::image/*", "arn:aws:ec2:us-east-1:111122223333:network-interface/*", "arn:aws:ec2:us-east-1:111122223333:security-group/*"]',
    },
  ],

  *check({ policy, catalogue }) {
    const isAllowed = once((info, taken) =>
      policy.statements.some(({ statement }) => allowsOn(statement, info, taken, catalogue)),
    );
    const reported = new Set<string>();
    for (const { statement, offset } of policy.statements) {
      const found = secondResources(statement, catalogue)
        .map((second) => ({ ...second, missing: second.missing.filter((t) => !isAllowed(second.info, t)) }))
        .filter(({ info, missing }) => missing.length > 0 && !reported.has(nameOf(info)));
      for (const { info } of found) reported.add(nameOf(info));
      for (const group of byService(found)) {
        const range = group[0]?.action.range;
        if (!range) continue;
        yield {
          range: shifted(range, offset),
          message: messageFor(group),
          fixes: () => shiftedFixes(addMissing(statement, group), offset),
        };
      }
    }
  },
});

const nameOf = ({ servicePrefix, name }: ActionInfo): string => `${servicePrefix}:${name}`;

/** A policy may have thousands of statements; each question is asked of them once. */
function once(
  isAllowed: (info: ActionInfo, taken: ActionResource) => boolean,
): (info: ActionInfo, taken: ActionResource) => boolean {
  const known = new Map<string, boolean>();
  return (info, taken) => {
    const key = `${nameOf(info)} ${taken.type.name}`;
    const answer = known.get(key) ?? isAllowed(info, taken);
    known.set(key, answer);
    return answer;
  };
}

function byService(found: readonly SecondResource[]): readonly (readonly SecondResource[])[] {
  const services = [...new Set(found.map(({ info }) => info.servicePrefix))];
  return services.map((service) => found.filter(({ info }) => info.servicePrefix === service));
}

function messageFor(group: readonly SecondResource[]): string {
  const subject = firstNamed(group.map(({ action }) => action.text));
  const [need, them] = group.length === 1 ? ['needs', 'it'] : ['need', 'them'];
  return `${subject} also ${need} resources of other types. Nothing allows ${them} on ${enumerated(missingTypes(group))}.`;
}

const missingTypes = (group: readonly SecondResource[]): readonly string[] =>
  [...new Set(group.flatMap(({ missing }) => missing.map(({ type }) => type.name)))].sort();

function addMissing(statement: Statement, group: readonly SecondResource[]): readonly Fix[] {
  const infos = group.map(({ info, missing }) => ({ ...info, resources: missing }));
  const arns = fittingArns(infos, statement.resources).map(anyName);
  if (arns.length === 0) return [];
  return [
    {
      title: `Add ${arns.length === 1 ? 'an ARN' : 'ARNs'} of ${enumerated(missingTypes(group))}`,
      keepsAccess: false,
      isPreferred: true,
      isSnippet: true,
      edits: addResources(statement, arns, escapeSnippet),
    },
  ];
}

/** The name itself is mostly not known before the call. */
function anyName(snippet: string): string {
  return snippet.replace(
    /\$\{(\d+):(?!us-east-1\}|111122223333\})[^}]*\}/g,
    (_, stop: string) => `\${${stop}:*}`,
  );
}
