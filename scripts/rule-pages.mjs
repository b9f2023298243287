const MARK = '<!-- Generated from the rules by `npm run generate`. -->';

/** docs/rules.md: all rules in one table. */
export function ruleIndex(rules) {
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.id}\`](rules/${rule.id}.md) | ${rule.severity}${rule.isOptIn ? ', opt-in' : ''} | ${rule.category} | ${types(rule)} | ${rule.summary} | ${rule.noFix ? '' : 'yes'} |`,
  );
  return `${MARK}
# Rules

${rules.length} rules. [Configuration](configuration.md) says how to change how loud one is, for all files, some files or a
single statement. Rules marked *opt-in* are silent until they get a severity, or in the preset \`strict\`.
Which codes of IAM Access Analyzer they stand for: [the list](access-analyzer.md).

| Rule | Severity | About | Policy types | What it finds | Quick fix |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

/** docs/access-analyzer.md: what covers each code; `listing` says why some have no rule. */
export function accessAnalyzerPage(rules, { codes, notYet, leftOut }) {
  const covering = (code) => rules.filter(({ equivalents }) => equivalents?.accessAnalyzer?.includes(code));
  const all = Object.values(codes).flat();
  const covered = all.filter((code) => covering(code).length > 0);
  const row = (code) => {
    const links = covering(code).map(({ id }) => `[\`${id}\`](rules/${id}.md)`);
    const reason = notYet[code] ? `not yet: ${notYet[code]}` : `left out: ${leftOut[code]}`;
    return `| \`${code}\` | ${links.join(', ') || reason} |`;
  };
  const sections = Object.entries(SEVERITIES_OF_ACCESS_ANALYZER).map(
    ([key, title]) => `## ${title}

| Code | Rules |
| --- | --- |
${codes[key].map(row).join('\n')}
`,
  );
  return `${MARK}
# Codes of IAM Access Analyzer

[Policy validation](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html) of IAM
Access Analyzer has ${all.length} codes. Leastwise has rules for ${covered.length} of them, and needs no account and no network. For each of these
a test holds a policy and says what is reported in it, and where. A rule may be louder or
quieter than Access Analyzer, and see more or less: its page says what it reports.

${sections.join('\n')}`;
}

const SEVERITIES_OF_ACCESS_ANALYZER = {
  error: 'Errors',
  securityWarning: 'Security warnings',
  warning: 'Warnings',
  suggestion: 'Suggestions',
};

/** docs/rules/ID.md: why, examples, where else the check is known. */
export function rulePage(rule) {
  return `${MARK}
# ${rule.id}

**${rule.summary}.** Severity: ${rule.severity}${rule.isOptIn ? ', opt-in' : ''}. About: ${rule.category}. Policy types: ${types(rule)}.

${rule.why}

${rule.examples.map((example, index) => exampleSection(rule, example, index)).join('\n')}
## Quick fix

${rule.noFix ? `None: ${rule.noFix}` : 'The repaired example above is what the first quick fix makes.'}

${suppressing(rule)}
## More

- [What AWS says](${rule.source})
${equivalents(rule)}`;
}

function suppressing({ id, severity, scope, isOptIn }) {
  const optIn = isOptIn
    ? `It is silent until it gets a severity, as in \`"rules": { "${id}": "${severity}" }\`, or with \`"extends": "strict"\`.\n\n`
    : '';
  const ofStatement = scope !== 'file';
  const place = ofStatement
    ? 'In one statement, by its Sid, in `leastwise.json` (a quick fix writes this)'
    : 'In some files, in `leastwise.json`';
  const statements = ofStatement ? '"statements": ["Sid"], ' : '';
  const comment = ofStatement
    ? `\nWhere JSON has comments: \`// leastwise-disable-next-line ${id} -- reason\`.\n`
    : '';
  return `## How to suppress

${optIn}${place}:

\`\`\`json
{
  "overrides": [
    { "files": ["path/to/policy.json"], ${statements}"rules": { "${id}": "off" }, "reason": "…" }
  ]
}
\`\`\`
${comment}
Everywhere: \`"rules": { "${id}": "off" }\` in that file, or \`"leastwise.rules": { "${id}": "off" }\` in the settings.
[Configuration](../configuration.md) explains all of it.
`;
}

function exampleSection({ examples, noFix }, { bad, good, policyType, trustedAccounts }, index) {
  const title = examples.length > 1 ? `## Example ${index + 1}` : '## Example';
  const type = policyType ? `In a policy of type \`${policyType}\`:\n\n` : '';
  const accounts = trustedAccounts?.map((id) => `"${id}"`).join(', ');
  const config = accounts ? `With \`"trustedAccounts": [${accounts}]\` in \`leastwise.json\`. ` : '';
  return `${title}

${config}${type}${fence(bad)}

${noFix ? 'Better:' : 'Repaired:'}

${fence(good)}
`;
}

function fence(example) {
  const text = example.length > LONG ? `${example.slice(0, LONG / 2)} …` : pretty(example.trim());
  return `\`\`\`json\n${text}\n\`\`\``;
}

/** Of examples about the size of a policy the beginning is enough. */
const LONG = 1500;

/** Laid out where it is JSON; as it is where the example is about broken text. */
function pretty(example) {
  try {
    const isDocument = example.startsWith('{') || example.startsWith('[');
    const text = JSON.stringify(JSON.parse(isDocument ? example : `{${example}}`), undefined, 2);
    const isSame = JSON.stringify(JSON.parse(text)).length >= example.replace(/\s/g, '').length;
    if (!isSame) return example;
    return isDocument
      ? text
      : text
          .split('\n')
          .slice(1, -1)
          .map((line) => line.slice(2))
          .join('\n');
  } catch {
    return example;
  }
}

function types({ policyTypes }) {
  return policyTypes ? policyTypes.join(', ') : 'all';
}

const TOOLS = { accessAnalyzer: 'IAM Access Analyzer', parliament: 'parliament', cfnLint: 'cfn-lint' };

function equivalents({ equivalents: known = {} }) {
  return Object.entries(TOOLS)
    .filter(([tool]) => known[tool]?.length)
    .map(([tool, name]) => `- ${name}: ${known[tool].map((code) => `\`${code}\``).join(', ')}\n`)
    .join('');
}
