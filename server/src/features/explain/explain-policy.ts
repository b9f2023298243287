import { lineIndex } from '../../base/line-index.ts';
import { codeSpan, escapeMarkdown, firstOf, grouped, markdownLink } from '../../base/markdown.ts';
import { counted } from '../../base/plural.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { STANDINGS } from '../../iam/evaluation.ts';
import { POLICY_TYPE_NAMES } from '../../iam/policy-type.ts';
import type { PlacedStatement, PolicyDocument, PolicyFile } from '../../policy/policy-document.ts';
import { type GrantedActions, grantedActions } from '../../reasoning/granted-actions.ts';
import type { LocatedFinding } from '../../rules/run-rules.ts';
import { statementSummary } from '../code-lens/statement-summary.ts';
import { statementName } from '../hover/statement-name.ts';
import { reachLines } from '../hover/statement-reach.ts';
import { withArticle } from '../hover/with-article.ts';
import { accessTable } from './access-table.ts';
import { evaluationInWords } from './evaluation-in-words.ts';
import { sizeInWords } from './size-in-words.ts';

export interface ExplainContext {
  readonly file: PolicyFile;
  /** Of this policy. */
  readonly findings: readonly LocatedFinding[];
  readonly catalogue: Catalogue;
  /** Among the policies of the file; undefined for the only one. */
  readonly number: number | undefined;
}

/** One policy in Markdown, as a section with a heading of the first level. */
export function explainPolicy(policy: PolicyDocument, context: ExplainContext): string {
  const granted = grantedActions(policy, context.catalogue);
  return [
    heading(policy, context),
    introduction(policy),
    section('What each statement says', statementLines(policy, context)),
    section(accessTitle(policy), accessLines(granted, policy, context.catalogue)),
    section('What is risky', riskLines(granted, context)),
    section('What Deny takes away', denyLines(policy, context)),
    section('How AWS decides', evaluationInWords(policy)),
  ].join('\n\n');
}

function section(title: string, lines: readonly string[]): string {
  return `## ${title}\n\n${lines.join('\n')}`;
}

function heading({ type, pointer }: PolicyDocument, { number }: ExplainContext): string {
  const name = POLICY_TYPE_NAMES[type.policyType];
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return number === undefined ? `# ${title}` : `# ${number}. ${title} ${codeSpan(pointer || '/')}`;
}

function introduction(policy: PolicyDocument): string {
  const { type, statements } = policy;
  const name = withArticle(POLICY_TYPE_NAMES[type.policyType]);
  const reason = `Taken for ${name}, as ${escapeMarkdown(type.reason)}.`;
  const broken = policy.isBroken ? '\n\n**Its JSON has errors, so parts may be missing below.**' : '';
  return `${reason} ${counted(statements.length, 'statement')}. ${sizeInWords(policy)}${broken}`;
}

function statementLines(policy: PolicyDocument, { file, catalogue }: ExplainContext): readonly string[] {
  const lines = lineIndex(file.text);
  if (policy.statements.length === 0) return ['There is no statement.'];
  return policy.statements.map((placed) => {
    const summary = statementSummary(placed.statement, policy, catalogue) ?? 'Not finished';
    return `- ${capitalized(statementName(placed))} (line ${lineOf(placed, policy, lines)}): ${escapeMarkdown(summary)}.`;
  });
}

function lineOf(
  { offset }: PlacedStatement,
  policy: PolicyDocument,
  lines: ReturnType<typeof lineIndex>,
): number {
  return lines.at(policy.embedding.toFile({ start: offset, end: offset }).start).line + 1;
}

function accessTitle({ type }: PolicyDocument): string {
  return STANDINGS[type.policyType].power === 'grants' ? 'What is allowed' : 'What is allowed at most';
}

function accessLines(
  granted: GrantedActions,
  policy: PolicyDocument,
  catalogue: Catalogue,
): readonly string[] {
  if (granted.total === 0) return ['No action that is known.'];
  const allows = policy.statements.filter(({ statement }) => statement.effect === 'Allow').length;
  const isOne = granted.takenAway === 1;
  const taken =
    granted.takenAway > 0
      ? ` ${counted(granted.takenAway, 'more action')} ${isOne ? 'is' : 'are'} listed, but a Deny without conditions takes ${isOne ? 'it' : 'them'} away from every resource.`
      : '';
  return [
    `Actions that ${counted(allows, 'Allow statement')} ${allows === 1 ? 'lists' : 'list'}, whatever their resources and conditions.${taken}`,
    '',
    ...accessTable(granted, catalogue),
  ];
}

const MAX_CHANGING = 12;

function riskLines({ services }: GrantedActions, { file, findings }: ExplainContext): readonly string[] {
  const lines = lineIndex(file.text);
  const changing = services.flatMap((service) => service.changing);
  const found = findings
    .filter(({ rule }) => rule.category === 'security')
    .map(({ range, message, rule, severity }) => {
      const line = lines.at(range.start).line + 1;
      const link = markdownLink(rule.id, rule.source);
      return `- **${capitalized(severity)}**, line ${line}: ${escapeMarkdown(message)} (${link})`;
    });
  const own =
    changing.length > 0
      ? [
          `- ${grouped(changing.length)} of the actions ${changing.length === 1 ? 'changes' : 'change'} permissions: ${firstOf(changing.map(codeSpan), MAX_CHANGING)}.`,
        ]
      : [];
  const all = [...found, ...own];
  return all.length > 0 ? all : ['No finding about security, and no action that changes permissions.'];
}

/** Comparing each with every Allow takes time. */
const MAX_DENIES = 50;

function denyLines(policy: PolicyDocument, { catalogue }: ExplainContext): readonly string[] {
  const denies = policy.statements.filter(({ statement }) => statement.effect === 'Deny');
  if (denies.length === 0) return ['There is no Deny statement.'];
  const lines = denies.slice(0, MAX_DENIES).flatMap((placed) => {
    const summary = statementSummary(placed.statement, policy, catalogue) ?? 'Not finished';
    const reach = reachLines(placed, policy, catalogue).map((line) => `  - ${line}`);
    return [`- ${capitalized(statementName(placed))}: ${escapeMarkdown(summary)}.`, ...reach];
  });
  const rest = denies.length - MAX_DENIES;
  return rest > 0 ? [...lines, `- and ${counted(rest, 'Deny statement')} more.`] : lines;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
