import { expandActionPattern } from '../../catalogue/action-pattern.ts';
import type { ActionInfo, Catalogue } from '../../catalogue/catalogue.ts';
import { addConditions } from '../../policy/condition-edit.ts';
import { replaceItems } from '../../policy/replace-items.ts';
import { type ResourceArn, resourceArns, withArnPart } from '../../policy/resource-arn.ts';
import type { Statement } from '../../policy/statement.ts';
import { fillArnPart } from '../fill-arn-part.ts';
import { defineRule, type Fix } from '../rule.ts';

/**
 * The ARN of an alias stands for the alias itself: it serves to create, move and delete it. To use, manage or share
 * the key behind it a policy must name the key, or any key whose alias `kms:ResourceAliases` tests in a condition.
 */
export const kmsAliasAsResource = defineRule({
  id: 'kms-alias-as-resource',
  scope: 'statement',
  mentions: ['alias/'],
  severity: 'error',
  category: 'correctness',
  summary: 'Alias of a KMS key stands for the key',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html',
  supersedes: ['action-resource-mismatch', 'deny-resource-mismatch', 'resource-unused-by-actions'],
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:111122223333:alias/app"',
      good: '"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:111122223333:key/*", "Condition": { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } }',
    },
  ],

  *check({ statement, catalogue }) {
    const aliases = aliasesOf(statement);
    if (aliases.length === 0) return;
    const actions = actionsOnKeys(statement, catalogue);
    if (!actions) return;

    for (const alias of aliases) {
      yield {
        range: alias.resource.range,
        message: `"${alias.arn.resource}" is an alias, no key. ${actions} only on keys.`,
        fixes: () => [
          ...testAliases(statement, aliases),
          fillArnPart(alias.resource, 'resource', 'key/1234abcd-12ab-34cd-56ef-1234567890ab', 'Name a key'),
        ],
      };
    }
  },
});

function aliasesOf(statement: Statement): readonly ResourceArn[] {
  return resourceArns(statement).filter(
    ({ resource: { element }, arn }) =>
      element === 'Resource' && arn.service === 'kms' && arn.resource.startsWith('alias/'),
  );
}

/** A sentence's beginning about the actions on keys; undefined where there are none, or one of all actions takes an alias. */
function actionsOnKeys({ actions }: Statement, catalogue: Catalogue): string | undefined {
  if (actions.some(({ element, servicePrefix }) => element === 'NotAction' || /[*?]/.test(servicePrefix))) {
    return undefined;
  }
  const written = actions.filter(({ servicePrefix }) => servicePrefix.toLowerCase() === 'kms');
  const names = written.flatMap(({ text, isPattern }) =>
    isPattern ? expandActionPattern(catalogue, text) : [text],
  );
  const infos = names.flatMap((name) => catalogue.service('kms')?.action(name.slice('kms:'.length)) ?? []);
  const onKeys = infos.filter(({ resources }) => resources.some(({ type }) => type.name === 'key'));
  if (onKeys.length === 0 || infos.some(takesAlias)) return undefined;
  return written.length === 1 ? `"${written[0]?.text}" works` : 'The actions of this statement work';
}

const takesAlias = ({ resources }: ActionInfo): boolean =>
  resources.some(({ type }) => type.name === 'alias');

/** Any key of the same Region and account, if it has one of the aliases. */
function testAliases(statement: Statement, aliases: readonly ResourceArn[]): readonly Fix[] {
  const others = statement.resources.filter(({ text }) =>
    aliases.every(({ resource }) => resource.text !== text),
  );
  const names = [...new Set(aliases.map(({ arn }) => arn.resource))];
  const operator = names.some((name) => /[*?]/.test(name)) ? 'StringLike' : 'StringEquals';
  const condition = addConditions(statement, `ForAnyValue:${operator}`, {
    'kms:ResourceAliases': names.length === 1 ? (names[0] as string) : names,
  });
  const keys = replaceItems(statement, 'Resource', anyKeys(aliases));
  if (others.length > 0 || !condition || !keys) return [];
  const title = `Name every key that has ${names.length === 1 ? 'this alias' : 'one of these aliases'}`;
  return [{ title, keepsAccess: false, isPreferred: true, edits: [...keys, condition] }];
}

/** Each ARN once. */
function anyKeys(
  aliases: readonly ResourceArn[],
): ReadonlyMap<ResourceArn['resource']['value'], readonly string[]> {
  const written = new Set<string>();
  return new Map(
    aliases.map(({ resource }) => {
      const text = JSON.stringify(withArnPart(resource.text, 'resource', 'key/*')).slice(1, -1);
      const texts = written.has(text) ? [] : [text];
      written.add(text);
      return [resource.value, texts];
    }),
  );
}
