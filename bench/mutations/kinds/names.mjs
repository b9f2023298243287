import { replaceValue, STILL_VALID } from '../damage.mjs';
import { withSlip } from '../typo.mjs';

/** One letter too few, too many, wrong, or two swapped, in every name that AWS defines. */
export const NAMES = [
  typo(
    'action',
    ({ actions }) => actions.filter(isNamed),
    behindColon,
    (known) => known.isAction,
  ),
  typo(
    'action with wildcard',
    ({ actions }) => actions.filter(isPattern),
    behindColon,
    (known) => known.isAction,
  ),
  typo('service prefix', ({ actions }) => actions.filter(hasPrefix), beforeColon, isRightAction),
  typo('global condition key', keys(/^aws:[^/]+$/), whole, (known) => known.isConditionKey),
  typo('service condition key', keys(/^(?!aws:)[^/]+$/), whole, (known) => known.isConditionKey),
  typo('tag condition key', keys(/^[\w-]+:\w+\//), beforeSlash, (known) => known.isConditionKey),
  typo('operator', operators, whole, (known) => known.isOperator),
  typo(
    'element',
    ({ elements }) => elements.filter(({ name }) => name !== 'Id'),
    whole,
    (known) => known.isElement,
  ),
  typo('Effect value', effects, whole, () => (text) => /^(Allow|Deny)$/.test(text)),
  typo('principal type', principalTypes, whole, (known) => known.isPrincipalType),
  typo('service principal', servicePrincipals, whole, (known) => known.isServicePrincipal),
  typo('partition of an ARN', ({ arns }) => arns.filter(hasField(1)), field(1), isInField(1, 'isPartition')),
  typo('service of an ARN', ({ arns }) => arns.filter(hasField(2)), field(2), isInField(2, 'isArnNamespace')),
  typo('Region of an ARN', ({ arns }) => arns.filter(hasField(3)), field(3), isInField(3, 'isRegion')),
];

/** `placesOf` are strings of a policy, `partOf` where in them the slip may be, `validity` what is none at all. */
function typo(name, placesOf, partOf, validity) {
  return {
    name,
    group: 'name typos',
    places: placesOf,
    damage(policy, place, random, known) {
      const [from, to] = partOf(place.text);
      const written = withSlip(place.text, random, { from, to });
      if (written === undefined) return undefined;
      return validity(known)(written, place) ? STILL_VALID : replaceValue(policy, place.range, written);
    },
  };
}

const isNamed = ({ text }) => /^[\w-]+:\w{3,}$/.test(text);
const isPattern = ({ text }) => /^[\w-]+:(?=.*[*?])[\w*?]{4,}$/.test(text);
const hasPrefix = ({ text }) => /^[\w-]+:/.test(text);

function keys(form) {
  return ({ conditions }) => conditions.map(({ key }) => key).filter(({ text }) => form.test(text));
}

function operators({ conditions }) {
  return [...new Set(conditions.map(({ operator }) => operator))];
}

function effects({ statements }) {
  return statements.flatMap(({ members }) =>
    members
      .filter(({ name }) => name === 'Effect')
      .map(({ value, valueRange }) => ({ text: value.value, range: valueRange })),
  );
}

function principalTypes({ principals }) {
  return principals.flatMap(({ type }) => type ?? []);
}

function servicePrincipals({ principals }) {
  return principals.filter(({ type }) => type?.name === 'Service').flatMap(({ values }) => values);
}

function whole(text) {
  return [0, text.length];
}

function behindColon(text) {
  return [text.indexOf(':') + 1, text.length];
}

function beforeColon(text) {
  return [0, text.indexOf(':')];
}

function beforeSlash(text) {
  return [0, text.indexOf('/')];
}

function isRightAction(known) {
  return (text) =>
    /:\*+$/.test(text) ? known.isService(text.slice(0, text.indexOf(':'))) : known.isAction(text);
}

function hasField(index) {
  return ({ text }) => /^[\w-]+$/.test(text.split(':')[index]);
}

function field(index) {
  return (text) => {
    const parts = text.split(':');
    const start = parts.slice(0, index).join(':').length + 1;
    return [start, start + parts[index].length];
  };
}

function isInField(index, question) {
  return (known) => (text) => known[question](text.split(':')[index]);
}
