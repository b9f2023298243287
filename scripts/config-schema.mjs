import { loadSource } from '../bench/load-source.mjs';

export const CONFIG_SCHEMA = 'schemas/config.schema.json';

/**
 * The text of the schema of leastwise.json, for completion and hover. It allows names that nobody knows: the language
 * server reports these, with the name that was perhaps meant.
 */
export async function configSchema(rules) {
  const { PRESETS } = await loadSource('config/preset.ts');
  const { LEVELS } = await loadSource('rules/rule.ts');
  const { POLICY_TYPES } = await loadSource('iam/policy-type.ts');
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Generated from the rules by `npm run generate`.',
    title: 'Configuration of Leastwise',
    description: 'How loud each rule is in the files below this folder.',
    type: 'object',
    allowComments: true,
    allowTrailingCommas: false,
    properties: {
      $schema: { type: 'string' },
      extends: {
        description: 'A preset, or the path of another configuration, or a list of them. Later ones win.',
        ...oneOrMany({ anyOf: [presets(PRESETS), { type: 'string' }] }),
      },
      rules: { $ref: '#/definitions/rules' },
      policyType: policyType(POLICY_TYPES),
      overrides: {
        description: 'What holds for some files, or for some statements in them. Later ones win.',
        type: 'array',
        items: override(),
      },
      trustedAccounts: {
        description:
          'Ids of the accounts that policies may let in: your own and those of your partners. Principals of others are reported.',
        ...oneOrMany({ type: 'string', pattern: '^\\d{12}$' }),
      },
      baseline: {
        description:
          'The file with findings that are known already; `leastwise lint --baseline-write` writes it.',
        type: 'string',
        default: 'leastwise-baseline.json',
      },
    },
    definitions: {
      level: levels(LEVELS),
      rules: {
        description: 'How loud rules are: `error`, `warning`, `information`, `hint` or `off`.',
        type: 'object',
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleProperty(rule)])),
        additionalProperties: { $ref: '#/definitions/level' },
      },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

function presets(known) {
  return { type: 'string', enum: Object.keys(known), enumDescriptions: Object.values(known) };
}

function levels(known) {
  return {
    type: 'string',
    enum: known,
    enumDescriptions: known.map((level) => (level === 'off' ? 'Silent.' : `Reported as ${level}.`)),
  };
}

function ruleProperty({ summary, severity, isOptIn }) {
  const usual = isOptIn ? 'off' : severity;
  return {
    $ref: '#/definitions/level',
    default: usual,
    description: `${summary}. Usually ${usual}.`,
  };
}

function policyType(types) {
  const type = { type: 'string', enum: ['auto', ...types] };
  return {
    description:
      'Where policies are attached: a type, or a map from glob to type of which the last match wins.',
    anyOf: [type, { type: 'object', additionalProperties: type }],
  };
}

function override() {
  const rules = { 'rule-id': 'off' };
  return {
    type: 'object',
    required: ['rules'],
    defaultSnippets: [
      { label: 'Override', body: { files: ['$1'], statements: ['$2'], rules, reason: '$3' } },
    ],
    properties: {
      files: {
        description:
          'Globs, relative to this file. As in .gitignore, a name without a slash is found in every folder. All files without it.',
        ...oneOrMany({ type: 'string' }),
      },
      statements: {
        description: 'Sids; `#0` is the first statement. Whole files without it.',
        ...oneOrMany({ type: 'string' }),
      },
      rules: { $ref: '#/definitions/rules' },
      reason: { description: 'Why this is acceptable.', type: 'string' },
      until: {
        description: 'The last day on which this holds, as in 2027-03-31.',
        type: 'string',
        pattern: '^\\d{4}-\\d\\d-\\d\\d$',
      },
    },
  };
}

function oneOrMany(item) {
  return { anyOf: [item, { type: 'array', items: item }] };
}
