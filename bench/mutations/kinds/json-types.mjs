import { replace } from '../damage.mjs';

/** A list where one value belongs, an object where a string belongs, and the like. */
export const JSON_TYPES = [
  wrapped('Effect in a list', statementMembers('Effect'), inList),
  wrapped('Sid in a list', statementMembers('Sid'), inList),
  wrapped('Version in a list', policyMembers('Version'), inList),
  wrapped('Version as a number', policyMembers('Version'), () => '2012'),
  wrapped('Condition in a list', statementMembers('Condition'), inList),
  wrapped('Principal in a list', statementMembers('Principal'), inList),
  wrapped('operator with a list', ({ conditions }) => conditions.map(({ operator }) => operator), inList),
  wrapped('condition nested once more', statementMembers('Condition'), (json) => `{ "Condition": ${json} }`),
  wrapped(
    'condition value as an object',
    ({ conditions }) => conditions.map(({ key }) => key),
    (json) => `{ "Value": ${json} }`,
  ),
  wrapped('Action as an object', statementMembers('Action'), (json) => `{ "Action": ${json} }`),
  wrapped('list in a list', statementMembers('Action', 'Resource'), (json) =>
    json.startsWith('[') ? inList(json) : undefined,
  ),
  wrapped('statements in an object', policyMembers('Statement'), (json) => `{ "Statement": ${json} }`),
  wrapped('statement as a string', statements, (json) => JSON.stringify(json)),
  wrapped('principal without its type', lonePrincipals, (_json, { value }, text) => {
    const { offset, length } = value.children[0].children[1];
    return text.slice(offset, offset + length);
  }),
];

function inList(json) {
  return `[${json}]`;
}

/** `change` gets the JSON of a member's value and gives another, or undefined where that makes no damage. */
function wrapped(name, places, change) {
  return {
    name,
    group: 'JSON types',
    places,
    damage(policy, member) {
      const { start, end } = member.valueRange;
      const written = change(policy.text.slice(start, end), member, policy.text);
      if (written === undefined) return undefined;
      const damaged = replace(policy, member.valueRange, written);
      return { ...damaged, places: [{ start: member.range.start, end: damaged.places[0].end }] };
    },
  };
}

function statementMembers(...names) {
  return ({ statements: list }) =>
    list.flatMap(({ members }) => members.filter(({ name }) => names.includes(name)));
}

function policyMembers(wanted) {
  return ({ members }) => members.filter(({ name }) => name === wanted);
}

function statements({ statements: list }) {
  return list.map(({ range }) => ({ range, valueRange: range }));
}

/** A principal of one type, whose name may be forgotten; one `*` alone is right without it. */
function lonePrincipals(policy) {
  return statementMembers('Principal')(policy).filter(
    ({ value }) => value.children?.length === 1 && value.children[0].children[1].value !== '*',
  );
}
