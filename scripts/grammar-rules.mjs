import {
  array,
  captures,
  ESCAPE,
  include,
  keyOnly,
  member,
  object,
  oneOrMore,
  pair,
  string,
  wholeString,
} from './grammar-json.mjs';

const ELEMENT = 'keyword.other.element.iam';
const NEGATED_ELEMENT = 'keyword.other.element.negated.iam';
const SERVICE = 'entity.name.namespace.service.iam';
const SERVICE_SEPARATOR = 'punctuation.separator.service.iam';
const WILDCARD = 'keyword.operator.wildcard.iam';
const ACCOUNT = 'constant.numeric.account.iam';

// Names outside these lists keep plain JSON colours, which is how a misspelt operator shows.
const PATTERN_OPERATORS = 'String(?:Not)?Like|Arn(?:Not)?(?:Equals|Like)';
const LITERAL_OPERATORS = [
  'String(?:Not)?Equals(?:IgnoreCase)?',
  '(?:Numeric|Date)(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)',
  'Bool|BinaryEquals|(?:Not)?IpAddress|Null',
].join('|');

/** Elements whose names are too common to be claimed in JSON that may be no policy. */
export const COMMON_ELEMENTS = keyOnly({ key: '(Version|Id|Sid)', names: [ELEMENT], first: '' });

/** The repository all grammars share; `element` is where it is entered. */
export const POLICY_RULES = {
  // `first` keeps look-alikes of other formats out: `"Condition": "IsProd"`, `"Action": { "Allow": {} }`.
  element: {
    patterns: [
      element('Effect', { first: '"', value: [include('effect-value')] }),
      negatableElement('Action', { first: '["\\[]', value: oneOrMore('action-value') }),
      negatableElement('Resource', { first: '["\\[{]', value: oneOrMore('resource-value') }),
      negatableElement('Principal', {
        first: '["{]',
        value: [include('principal-value'), object([include('principal-type')])],
      }),
      element('Condition', {
        first: '\\{',
        value: [object([include('pattern-operator'), include('literal-operator')])],
      }),
      element('Sid', {
        first: '"[A-Za-z0-9 ]*(?:"|$)',
        value: [wholeString('([^"]*)', ['entity.name.label.sid.iam'])],
      }),
      element('Version', {
        first: '"(?:2012-10-17|2008-10-17)"',
        value: [wholeString('([^"]*)', ['constant.language.version.iam'])],
      }),
      keyOnly({ key: '(Statement)', names: [ELEMENT], first: '[\\[{]' }),
    ],
  },

  'effect-value': wholeString('(?:(Allow)|(Deny))', [
    'constant.language.effect.allow.iam',
    'constant.language.effect.deny.iam',
  ]),
  'action-value': string('(?=\\*"|[A-Za-z0-9*?-]+:)', [
    { match: '\\G[A-Za-z0-9-]+(?=[A-Za-z0-9*?-]*:)', name: SERVICE },
    { match: ':', name: SERVICE_SEPARATOR },
    include('wildcard'),
    { match: '[A-Za-z0-9_-]+', name: 'entity.name.function.action.iam' },
    ESCAPE,
  ]),
  'resource-value': { patterns: [include('wildcard-only'), include('arn-pattern')] },
  'principal-value': {
    patterns: [
      include('wildcard-only'),
      wholeString('(\\d{12})', [ACCOUNT]),
      wholeString('([a-z0-9.-]+)\\.(?:amazonaws\\.com(?:\\.cn)?|amazon\\.com|aws\\.internal)', [SERVICE]),
      include('arn-literal'),
    ],
  },

  'principal-type': pair({
    key: '(AWS|Service|Federated|CanonicalUser)',
    names: ['entity.name.type.principal.iam'],
    first: '["\\[]',
    value: oneOrMore('principal-value'),
  }),

  'pattern-operator': operator(PATTERN_OPERATORS, 'key-of-patterns'),
  'literal-operator': operator(LITERAL_OPERATORS, 'key-of-literals'),
  'key-of-patterns': conditionKey('pattern'),
  'key-of-literals': conditionKey('literal'),
  pattern: {
    patterns: [include('arn-pattern'), string('', [include('wildcard'), include('policy-variable'), ESCAPE])],
  },
  literal: {
    patterns: [include('arn-literal'), string('', [include('policy-variable'), ESCAPE])],
  },

  'wildcard-only': wholeString('(\\*)', [WILDCARD]),
  'arn-pattern': string('(?=arn:)', [arn([include('wildcard')]), ESCAPE]),
  'arn-literal': string('(?=arn:)', [arn([]), ESCAPE]),
  text: string('', [ESCAPE]),
  wildcard: { match: '[*?]', name: WILDCARD },
  'policy-variable': {
    patterns: [
      { match: '\\$\\{[*?$]\\}', name: 'constant.character.escape.iam' },
      {
        name: 'meta.template.expression.iam',
        begin: '\\$\\{',
        beginCaptures: captures(['punctuation.definition.template-expression.begin.iam']),
        end: '(\\})|(?=")|$',
        endCaptures: captures(['', 'punctuation.definition.template-expression.end.iam']),
        patterns: [
          { match: "'[^'\"]*'?", name: 'string.quoted.single.default.iam' },
          { match: ',', name: 'punctuation.separator.default.iam' },
          { match: '[^\\s,\'"}]+', name: 'variable.other.policy-variable.iam' },
        ],
      },
    ],
  },

  array: array([]),
  member: member(),
};

function element(name, { first, value }) {
  return pair({ key: `(${name})`, names: [ELEMENT], first, value });
}

function negatableElement(name, { first, value }) {
  return pair({ key: `(?:(${name})|(Not${name}))`, names: [ELEMENT, NEGATED_ELEMENT], first, value });
}

function operator(operators, keys) {
  return pair({
    key: `(?:(ForAllValues|ForAnyValue)(:))?(${operators})(IfExists)?`,
    names: [
      'storage.modifier.set-operator.iam',
      'punctuation.separator.set-operator.iam',
      'support.function.operator.iam',
      'storage.modifier.if-exists.iam',
    ],
    first: '\\{',
    value: [object([include(keys)])],
  });
}

function conditionKey(values) {
  return pair({
    key: '([^":]+)(:)([^"/]*)(?:(/)([^"]*))?',
    names: [
      SERVICE,
      SERVICE_SEPARATOR,
      'variable.other.condition-key.iam',
      'punctuation.separator.tag.iam',
      'variable.other.tag-key.iam',
    ],
    first: '\\S',
    value: oneOrMore(values),
  });
}

/** The parts of an ARN as far as they are typed; a colon inside `${…}` separates nothing. */
function arn(wildcards) {
  const segment = '(?:[^:"\\\\$\\n]|\\$(?!\\{)|\\$\\{[^}"\\n]*\\}?)*';
  const parts = [
    { name: 'constant.other.partition.iam', text: segment },
    { name: SERVICE, text: segment },
    { name: 'constant.other.region.iam', text: segment },
    { name: ACCOUNT, text: segment },
    { name: 'meta.arn-resource.iam', text: '(?:[^"\\\\\\n]|\\\\.)*' },
  ];
  const patterns = [...wildcards, include('policy-variable'), ESCAPE];
  const named = parts.flatMap(({ name }) => [{ name: 'punctuation.separator.arn.iam' }, { name, patterns }]);
  return {
    match: `\\G(arn)${parts.reduceRight((rest, { text }) => `(?:(:)(${text})${rest})?`, '')}`,
    captures: Object.fromEntries(
      [{ name: 'storage.type.arn.iam' }, ...named].map((rule, i) => [i + 1, rule]),
    ),
  };
}
