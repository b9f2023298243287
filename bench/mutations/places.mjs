import { createScanner, parseTree, SyntaxKind } from 'jsonc-parser';

/**
 * A policy's text with everything in it that can be damaged. Ranges are offsets of the text; those of strings
 * include their quotes. Undefined for a text that is no JSON object.
 */
export function policyPlaces(text) {
  const errors = [];
  const root = parseTree(text, errors);
  if (errors.length > 0 || root?.type !== 'object') return undefined;
  const members = membersOf(root);
  const statement = members.find(({ name }) => name === 'Statement')?.value;
  const nodes = statement?.type === 'array' ? statement.children : statement ? [statement] : [];
  const statements = nodes.filter(({ type }) => type === 'object').map(statementPlaces);
  return {
    text,
    root: rangeOf(root),
    members,
    statements,
    tokens: tokensOf(text),
    elements: [...members, ...statements.flatMap((one) => one.members)],
    actions: statements.flatMap(({ actions }) => actions),
    resources: statements.flatMap(({ resources }) => resources),
    conditions: statements.flatMap(({ conditions }) => conditions),
    principals: statements.flatMap(({ principals }) => principals),
    strings: allStrings(root),
    arns: allStrings(root).filter(({ text: value }) => /^arn:([^:]*:){4}/.test(value)),
  };
}

function statementPlaces(node) {
  const members = membersOf(node);
  const elementOf = (...names) => members.find(({ name }) => names.includes(name))?.value;
  const statement = { range: rangeOf(node), members, effect: elementOf('Effect')?.value };
  const own = (place) => ({ ...place, statement });
  const strings = (...names) => (elementOf(...names) ? stringsIn(elementOf(...names)).map(own) : []);
  statement.actions = strings('Action', 'NotAction');
  statement.resources = strings('Resource', 'NotResource');
  statement.conditions = conditionsIn(elementOf('Condition')).map(own);
  statement.principals = principalsIn(elementOf('Principal', 'NotPrincipal')).map(own);
  return statement;
}

function conditionsIn(node) {
  return membersOf(node).flatMap((operator) =>
    membersOf(operator.value).map((key) => ({ operator, key, values: stringsIn(key.value) })),
  );
}

function principalsIn(node) {
  if (node?.type !== 'object') return node ? [{ type: undefined, values: stringsIn(node) }] : [];
  return membersOf(node).map((type) => ({ type, values: stringsIn(type.value) }));
}

/** The members of an object: `name`, ranges of the `key` and of the `whole` member, the node of the `value`. */
export function membersOf(node) {
  if (node?.type !== 'object') return [];
  return node.children.map((property) => {
    const [key, value] = property.children;
    return {
      name: key.value,
      text: key.value,
      range: rangeOf(key),
      value,
      valueRange: rangeOf(value),
      whole: rangeOf(property),
      siblings: node.children.length,
    };
  });
}

/** The strings of a list, or the one string. */
function stringsIn(node) {
  const nodes = node.type === 'array' ? node.children : [node];
  return nodes
    .filter(({ type }) => type === 'string')
    .map((item) => ({ text: item.value, range: rangeOf(item), list: nodes.length > 1 ? nodes : undefined }));
}

function allStrings(node) {
  if (node.type === 'string') return [{ text: node.value, range: rangeOf(node) }];
  const children = node.type === 'property' ? node.children.slice(1) : (node.children ?? []);
  return children.flatMap(allStrings);
}

export function rangeOf({ offset, length }) {
  return { start: offset, end: offset + length };
}

/** All tokens but white space: `kind` is a character for punctuation, else `string` or `other`. */
function tokensOf(text) {
  const scanner = createScanner(text, true);
  const tokens = [];
  for (let kind = scanner.scan(); kind !== SyntaxKind.EOF; kind = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    const written = text.slice(start, end);
    const isPunctuation = /^[{}[\],:]$/.test(written);
    const name = isPunctuation ? written : kind === SyntaxKind.StringLiteral ? 'string' : 'other';
    tokens.push({ kind: name, range: { start, end }, text: written });
  }
  return tokens;
}
