import type { Catalogue } from '../../catalogue/catalogue.ts';
import { ownsAction } from '../../catalogue/prefix-slip.ts';
import { canonicalName, namesakes } from '../../catalogue/similar-action.ts';
import { servicePrefixForAlias } from '../../iam/service-alias.ts';
import { isDynamic } from '../../policy/placeholder.ts';
import type { ActionString, Statement } from '../../policy/statement.ts';
import { oddActions } from '../../reasoning/odd-actions.ts';
import { changeToAny, changeToEach } from '../change-to.ts';
import { changeToAll, removeItem } from '../change-to-all.ts';
import { defineRule, type Finding } from '../rule.ts';

/**
 * An action is `*` or a service prefix, one colon and a name, `s3:GetObject`; prefix and name consist of letters,
 * digits, hyphens and wildcards. AWS rejects a policy with any other action.
 *
 * Blanks around an action are left to `invisible-whitespace`, characters outside Latin-1 to `illegal-character`,
 * a name that is not there to `empty-action`.
 */
export const malformedAction = defineRule({
  id: 'malformed-action',
  scope: 'statement',
  severity: 'error',
  category: 'syntax',
  summary: 'Action is not written as service:Name',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  equivalents: { accessAnalyzer: ['INVALID_ACTION'], cfnLint: ['W3037'] },
  examples: [
    { bad: '"Action": "s3.GetObject"', good: '"Action": "s3:GetObject"' },
    { bad: '"Action": ["s3:PutObject", "GetObject"]', good: '"Action": ["s3:PutObject", "s3:GetObject"]' },
    {
      bad: '"Action": ["s3:PutObject, s3:GetObject"]',
      good: '"Action": ["s3:PutObject", "s3:GetObject"]',
    },
  ],

  *check({ statement, catalogue }) {
    // A string that is not closed swallows what follows it.
    if (statement.isBroken) return;

    for (const action of oddActions(statement, catalogue)) {
      const { text, range } = action;
      if (WELL_FORMED.test(text) || isLeftToOthers(text)) continue;
      yield { range, ...judged(statement, action, catalogue) };
    }
  },
});

const WELL_FORMED = /^(?:\*+|[\w*?-]+:[\w*?-]*)$/;

function isLeftToOthers(text: string): boolean {
  const bare = text.trim();
  if (bare === '' || (bare !== text && WELL_FORMED.test(bare))) return true;
  return /[^\x20-\x7e\xa1-\xac\xae-\xff]|\$\{/.test(text) || isDynamic(text);
}

function judged(
  statement: Statement,
  action: ActionString,
  catalogue: Catalogue,
): Pick<Finding, 'message' | 'fixes'> {
  const { text, value } = action;
  if (text.startsWith('arn:')) {
    const message = `"${text}" is an ARN, not an action.`;
    return { message, fixes: () => removeItem(statement, action) };
  }
  const several = text.split(/[,;\s]+/).filter((part) => part !== '');
  if (several.length > 1 && several.every((part) => part !== '*' && WELL_FORMED.test(part))) {
    const message = `"${text}" lists several actions in one string.`;
    return { message, fixes: () => changeToAll(statement, action, several) };
  }
  const guesses = (): readonly string[] => [
    ...new Set([...respelled(text, catalogue), ...withService(statement, text, catalogue)]),
  ];
  const fixes = () => {
    const texts = guesses();
    return texts.length === 1 ? changeToEach(value, texts) : changeToAny(value, texts.slice(0, 4));
  };
  if (!text.includes(':')) {
    return { message: `"${text}" names no service; an action reads "service:Name".`, fixes };
  }
  if (text.startsWith(':')) {
    return { message: `"${text}" names no service before the colon.`, fixes };
  }
  const illegal = /[^\w*?:-]/.exec(text)?.[0];
  return illegal === undefined
    ? { message: `"${text}" has more than one colon.`, fixes }
    : { message: `"${text}" contains "${illegal}", which no action can contain.`, fixes };
}

/** Two neighbouring parts of the text that are an action of a known service. */
function respelled(text: string, catalogue: Catalogue): readonly string[] {
  const found: string[] = [];
  for (const separator of [/[^\w*?-]+/, /[^A-Za-z\d*?]+/]) {
    const parts = text.split(separator).filter((part) => part !== '');
    for (const [index, part] of parts.entries()) {
      const name = parts.slice(index + 1).join('');
      const service = catalogue.service(part) ?? catalogue.service(servicePrefixForAlias(part) ?? '');
      if (!service || name === '' || !(/^[*?]+$/.test(name) || ownsAction(service, name))) continue;
      found.push(`${service.prefix}:${canonicalName(service, name)}`);
    }
  }
  const [, prefix = '', stars = '*'] = /^([\w-]+?)(\*+)?$/.exec(text) ?? [];
  if (catalogue.service(prefix)) found.push(`${prefix.toLowerCase()}:${stars}`);
  return found;
}

/** A name without its service: that of another action of the statement, else the services that define it. */
function withService(statement: Statement, text: string, catalogue: Catalogue): readonly string[] {
  const name = text.replace(/[^\w*?-]/g, '');
  if (!/\w/.test(name)) return [];
  const neighbours = [...new Set(statement.actions.map(({ servicePrefix }) => servicePrefix.toLowerCase()))];
  const near = neighbours.flatMap((prefix) => {
    const service = catalogue.service(prefix);
    return service && ownsAction(service, name) ? [`${prefix}:${canonicalName(service, name)}`] : [];
  });
  return near.length > 0 || /[*?]/.test(name) ? near : namesakes(catalogue, name);
}
