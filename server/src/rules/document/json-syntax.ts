import { applyEdits, type TextEdit } from '../../base/text-edit.ts';
import { DIRECT, type Embedding } from '../../policy/embedding.ts';
import { findJsonSlips } from '../../policy/find-json-slips.ts';
import type { JsonSlip } from '../../policy/json-slip.ts';
import { insertion } from '../../policy/json-slip.ts';
import { type JsonProblem, parseJson } from '../../policy/parse-json.ts';
import { BARE_STATEMENTS } from '../../policy/read-policies.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { statementSkeleton } from '../statement-skeleton.ts';

/**
 * AWS accepts a policy only as strict JSON: double quotes, a comma between two entries and none behind the last, no
 * comments. Each mistake is reported once; what a parser stumbles over afterwards is not. Single or curly quotes all
 * over a text are one mistake, and one repair changes them all.
 *
 * Policies inside JSON strings are read the same way. Templates that become JSON later (`{{ … }}` or `${…}` outside
 * strings) are left alone.
 */
export const jsonSyntax = defineRule({
  id: 'json-syntax',
  scope: 'file',
  severity: 'error',
  category: 'syntax',
  summary: 'Text is no valid JSON',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  equivalents: {
    accessAnalyzer: ['JSON_SYNTAX_ERROR'],
    parliament: ['MALFORMED_JSON', 'EXCEPTION'],
    cfnLint: ['E3510'],
  },
  examples: [
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
    {
      bad: '"Effect": "Allow", "Action": "s3:GetObject" "Resource": "*"',
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
    {
      bad: `"Effect": 'Allow', "Action": "s3:GetObject", "Resource": "*"`,
      good: '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"',
    },
  ],

  *check({ file }) {
    yield* slips(file.text, file.problems, DIRECT);
    const seen = new Set<readonly JsonProblem[]>();
    for (const { text, problems, embedding } of file.policies) {
      // Policies of one string share its problems.
      if (seen.has(problems)) continue;
      seen.add(problems);
      yield* slips(text, problems, embedding);
    }
  },
});

function* slips(text: string, problems: readonly JsonProblem[], embedding: Embedding): Generator<Finding> {
  const [first] = problems;
  if (!first) return;
  const comments = problems.some(({ code }) => code === 'InvalidCommentToken') ? 'refused' : 'allowed';
  const every = findJsonSlips(text, comments);
  if (!every) return;
  const found = withHabitsAsOne(every);

  for (const slip of found) {
    yield {
      range: embedding.toFile(slip.range),
      message: slip.message,
      fixes: () =>
        fixesOf(slip, found, text, comments).map((fix) => ({
          ...fix,
          edits: fix.edits.map((edit) => embedding.editToFile(edit)),
        })),
    };
  }
  if (found.length > 0) return;
  const isBare = first.code === BARE_STATEMENTS;
  yield {
    range: embedding.toFile(first.range),
    message: first.message,
    fixes: () => (isBare ? [wrapStatements(text, first.range.start)] : []),
  };
}

/** Whoever takes other quotes takes them everywhere: that is one mistake, reported at the first string. */
function withHabitsAsOne(slips: readonly JsonSlip[]): readonly JsonSlip[] {
  const quoted = slips.filter(({ isOtherwiseQuoted }) => isOtherwiseQuoted);
  const [first] = quoted;
  if (!first?.repair || quoted.length <= FEW_QUOTED) return slips;
  const message = first.message.replace(
    / must stand in straight double quotes\.$/,
    ` and ${quoted.length - 1} others$&`,
  );
  const edits = quoted.flatMap(({ repair }) => repair?.edits ?? []);
  const together: JsonSlip = { ...first, message, repair: { ...first.repair, edits } };
  return slips.flatMap((slip) => (slip === first ? [together] : slip.isOtherwiseQuoted ? [] : [slip]));
}

/** So few are mistakes of their own. */
const FEW_QUOTED = 2;

function wrapStatements(text: string, start: number): Fix {
  const edits = [
    insertion(start, '{ "Version": "2012-10-17", "Statement": '),
    insertion(text.trimEnd().length, ' }'),
  ];
  return { title: 'Put them into a policy', keepsAccess: false, isPreferred: true, edits };
}

function fixesOf(
  { repair }: JsonSlip,
  all: readonly JsonSlip[],
  text: string,
  comments: 'allowed' | 'refused',
): readonly Fix[] {
  if (text.trim() === '') return [insertPolicy(text)];
  if (!repair) return [];
  const { title, edits, isObvious } = repair;
  const own: Fix = { title, edits, keepsAccess: false, ...(isObvious ? { isPreferred: true } : {}) };
  const together = all.length > 1 ? repairAll(all, text, comments) : undefined;
  return together ? [own, together] : [own];
}

/** Undefined if the text would still be no JSON. */
function repairAll(all: readonly JsonSlip[], text: string, comments: 'allowed' | 'refused'): Fix | undefined {
  const edits = all
    .flatMap(({ repair }) => repair?.edits ?? [])
    .sort((a, b) => a.range.start - b.range.start || lengthOf(a) - lengthOf(b));
  if (edits.some((edit, index) => edit.range.start < (edits[index - 1]?.range.end ?? 0))) return undefined;
  if (parseJson(applyEdits(text, edits), comments).problems.length > 0) return undefined;
  return { title: `Repair all ${all.length} JSON errors`, edits, keepsAccess: false };
}

/** Insertions come before a replacement that begins at the same place. */
const lengthOf = ({ range }: TextEdit): number => Math.sign(range.end - range.start);

function insertPolicy(text: string): Fix {
  const policy = `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${statementSkeleton('identity')}\n  ]\n}`;
  return {
    title: 'Insert a policy',
    keepsAccess: false,
    isSnippet: true,
    edits: [insertion(text.length, policy)],
  };
}
