import { addMember, editAll, removal, removeEntry, replace, replaceValue, STILL_VALID } from '../damage.mjs';

/** Elements that are missing, in excess or in the wrong place. */
export const STRUCTURE = [
  kind('Effect removed', members('Effect'), remove),
  kind('Action removed', members('Action', 'NotAction'), remove),
  kind('Resource removed', members('Resource', 'NotResource'), (policy, { member, statement }) =>
    isOptional(policy, statement) ? STILL_VALID : remove(policy, { member, statement }),
  ),
  kind('Principal removed', members('Principal'), remove),
  kind('Principal added', withoutPrincipal, (policy, { member }, random) =>
    addMember(
      policy,
      member,
      'Principal',
      random.pick(['"*"', '{ "AWS": "arn:aws:iam::111122223333:root" }']),
    ),
  ),
  kind('Statement removed', policyMember('Statement'), (policy, { whole }) =>
    removeEntry(policy, whole, policy.root),
  ),
  kind('Version wrong', policyMember('Version'), (policy, { valueRange }, random) =>
    replaceValue(policy, valueRange, random.pick(WRONG_VERSIONS)),
  ),
  kind('element inside Condition', besideObject('Condition'), moveInto),
  kind('element inside Principal', besideObject('Principal'), moveInto),
  kind('element beside Statement', members('Condition', 'Resource', 'Action'), moveOut),
  kind('condition key without operator', conditionsAlone, (policy, { operator }) =>
    replace(policy, operator.whole, slice(policy, operator.valueRange).replace(/^\{\s*|\s*\}$/g, '')),
  ),
  kind('operator below its key', conditionsAlone, (policy, { operator, key }) =>
    editAll(policy, [
      { range: operator.range, newText: slice(policy, key.range) },
      { range: key.range, newText: slice(policy, operator.range) },
    ]),
  ),
  kind('Action and NotAction', members('Action'), (policy, { member }) =>
    addMember(policy, member, 'NotAction', '"iam:*"'),
  ),
  kind('element twice', members('Action', 'Resource', 'Condition'), (policy, { member }) =>
    addMember(policy, member, member.name, slice(policy, member.valueRange)),
  ),
  kind('Effect twice', members('Effect'), (policy, { member }) =>
    addMember(policy, member, 'Effect', member.value.value === 'Allow' ? '"Deny"' : '"Allow"'),
  ),
  kind('operator twice', ofStrings, (policy, { operator }) =>
    addMember(policy, operator, operator.name, '{ "aws:PrincipalAccount": "111122223333" }'),
  ),
  kind(
    'condition key twice',
    ({ conditions }) => conditions,
    (policy, { key }) => addMember(policy, key, key.name, slice(policy, key.valueRange)),
  ),
];

const WRONG_VERSIONS = [
  '2012-10-18',
  '2012-17-10',
  '2012-10-7',
  '20121017',
  '2012/10/17',
  '2015-10-17',
  '2026-11-22',
  '1',
];

function kind(name, places, damage) {
  return { name, group: 'structure', places, damage };
}

/** Members of statements by their names. */
function members(...names) {
  return ({ statements }) =>
    statements.flatMap((statement) =>
      statement.members.filter(({ name }) => names.includes(name)).map((member) => ({ member, statement })),
    );
}

function policyMember(wanted) {
  return (policy) => policy.members.filter(({ name }) => name === wanted);
}

function withoutPrincipal(policy) {
  return policy.principals.length > 0 ? [] : members('Effect')(policy);
}

function ofStrings({ conditions }) {
  return conditions.filter(({ operator }) => /^String/.test(operator.name));
}

function conditionsAlone({ conditions }) {
  return conditions.filter(({ operator }) => operator.value.children.length === 1);
}

/** Members of a statement, each with another member of it that has an object to move into. */
function besideObject(name) {
  return ({ statements }) =>
    statements.flatMap((statement) => {
      const target = statement.members.find((member) => member.name === name);
      if (target?.value.type !== 'object') return [];
      return statement.members
        .filter((member) => member !== target)
        .map((member) => ({ member, target, statement }));
    });
}

/** Some services have policies without resources; those of the most used ones must have one. */
function isOptional({ policyType, statements }, { actions }) {
  const isOnly = statements.filter(({ resources }) => resources.length > 0).length < 2;
  return policyType === 'resource' && isOnly && !actions.every(({ text }) => /^(s3|sns|sqs):/i.test(text));
}

function remove(policy, { member, statement }) {
  return removeEntry(policy, member.whole, statement.range);
}

function moveInto(policy, { member, target, statement }) {
  const last = target.value.children.at(-1);
  const at = last.offset + last.length;
  return moved(policy, member, at, statement.range);
}

function moveOut(policy, { member }) {
  const last = policy.members.at(-1);
  return moved(policy, member, last.whole.end, policy.root);
}

/** The finding may lie where the element is now, and where it is missing. */
function moved(policy, { whole }, at, around) {
  const edits = [
    { range: removal(policy, whole), newText: '' },
    { range: { start: at, end: at }, newText: `, ${slice(policy, whole)}` },
  ];
  return { ...editAll(policy, edits), places: [{ start: around.start, end: around.end + 2 }] };
}

function slice({ text }, { start, end }) {
  return text.slice(start, end);
}
