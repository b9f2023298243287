import { addMember, removeEntry, replaceValue, STILL_VALID } from '../damage.mjs';

/** Parts that are right each by itself and do not go together. */
export const FIT = [
  kind(
    'objects left out of a pair',
    halves((text) => text.endsWith('/*')),
    removeHalf,
  ),
  kind(
    'bucket left out of a pair',
    halves((text) => !text.includes('/')),
    removeHalf,
  ),
  kind('bucket for objects', objects, (policy, { text, range, statement }) => ({
    ...replaceValue(policy, range, text.replace(/\/.*$/, '')),
    places: [statement.range],
  })),
  kind('action of another service', besideArns, (policy, { range, text, statement }, random) => {
    const written = random.pick(FOREIGN_ACTIONS.filter((action) => prefixOf(action) !== prefixOf(text)));
    const damaged = replaceValue(policy, range, written);
    const growth = damaged.text.length - policy.text.length;
    return { ...damaged, places: [{ start: statement.range.start, end: statement.range.end + growth }] };
  }),
  kind('resource of another service', arnsBesideActions, (policy, { range, text, statement }, random) => {
    const written = random.pick(FOREIGN_ARNS.filter((arn) => arn.split(':')[2] !== text.split(':')[2]));
    const damaged = replaceValue(policy, range, written);
    const growth = damaged.text.length - policy.text.length;
    return { ...damaged, places: [{ start: statement.range.start, end: statement.range.end + growth }] };
  }),
  kind('condition key of another service', withoutCondition, addForeignKey),
  kind(
    'condition key replaced by one of another service',
    serviceKeys,
    (policy, { key, statement }, random) => {
      const foreign = foreignKeys(statement);
      return foreign.length > 0 ? replaceValue(policy, key.range, random.pick(foreign).key) : undefined;
    },
  ),
];

/** Each needs a resource of its own service. */
const FOREIGN_ACTIONS = [
  'dynamodb:GetItem',
  'ec2:TerminateInstances',
  'kms:Decrypt',
  'lambda:InvokeFunction',
  's3:GetObject',
  'secretsmanager:GetSecretValue',
  'sns:Publish',
  'sqs:SendMessage',
];

const FOREIGN_ARNS = [
  'arn:aws:dynamodb:eu-central-1:111122223333:table/orders',
  'arn:aws:lambda:eu-central-1:111122223333:function:orders',
  'arn:aws:s3:::amzn-s3-demo-bucket/*',
  'arn:aws:sns:eu-central-1:111122223333:orders',
  'arn:aws:sqs:eu-central-1:111122223333:orders',
];

const FOREIGN_KEYS = [
  { key: 'ec2:InstanceType', value: 't3.micro' },
  { key: 'rds:DatabaseName', value: 'orders' },
  { key: 's3:prefix', value: 'home' },
  { key: 'sns:Endpoint', value: 'https://example.com/orders' },
];

function kind(name, places, damage) {
  return { name, group: 'fit', places, damage };
}

/** Resources of a statement that names a bucket and its objects. */
function halves(isHalf) {
  return ({ resources }) =>
    resources.filter(({ text, list, statement }) => {
      const other = text.endsWith('/*') ? text.slice(0, -2) : `${text}/*`;
      return (
        list &&
        /^arn:aws:s3:::/.test(text) &&
        isHalf(text) &&
        statement.resources.some((one) => one.text === other)
      );
    });
}

/** Patterns such as `s3:Get*` have something to do with one half alone, too. */
function removeHalf(policy, { text, range, statement }) {
  const needs = text.endsWith('/*') ? NEEDS_OBJECTS : NEEDS_BUCKET;
  const isAllDenied =
    statement.effect === 'Deny' &&
    text.endsWith('/*') &&
    statement.actions.some((one) => one.text === 's3:*');
  const isNeeded = isAllDenied || statement.actions.some((one) => needs.test(one.text));
  return isNeeded ? removeEntry(policy, range, statement.range) : STILL_VALID;
}

const NEEDS_OBJECTS = /^s3:(Get|Put|Delete|Restore)Object\w*$|^s3:AbortMultipartUpload$/;
const NEEDS_BUCKET = /^s3:(ListBucket\w*|(Get|Put)Bucket\w+|CreateBucket|DeleteBucket)$/;

/** The only resource of actions that are about objects alone. */
function objects({ resources }) {
  return resources.filter(
    ({ text, statement }) =>
      /^arn:aws:s3:::[^/$*?]+\//.test(text) &&
      statement.resources.length === 1 &&
      statement.actions.some(({ text: action }) => /^s3:(Get|Put|Delete)Object$/.test(action)),
  );
}

/** Actions of statements whose resources are all ARNs of the services of its actions. */
function besideArns({ actions }) {
  return actions.filter(({ statement }) => isTight(statement));
}

function arnsBesideActions({ resources }) {
  return resources.filter(({ statement }) => isTight(statement));
}

function isTight({ actions, resources, members }) {
  const services = new Set(actions.map(({ text }) => prefixOf(text)));
  return (
    resources.length > 0 &&
    !members.some(({ name }) => /^Not(Action|Resource)$/.test(name)) &&
    !services.has('*') &&
    services.size === 1 &&
    resources.every(({ text }) => services.has(text.split(':')[2]))
  );
}

function prefixOf(action) {
  return action.split(':')[0];
}

function withoutCondition({ statements }) {
  return statements
    .filter(({ members, actions }) => actions.length > 0 && !members.some(({ name }) => name === 'Condition'))
    .map((statement) => ({ statement, member: statement.members.at(-1) }));
}

function addForeignKey(policy, { statement, member }, random) {
  const foreign = foreignKeys(statement);
  if (foreign.length === 0) return STILL_VALID;
  const { key, value } = random.pick(foreign);
  const json = `{ "StringEquals": { "${key}": "${value}" } }`;
  return addMember(policy, member, 'Condition', json);
}

/** Keys of services that no action of the statement belongs to. */
function foreignKeys({ actions }) {
  const services = actions.map(({ text }) => prefixOf(text));
  if (services.some((prefix) => prefix.includes('*'))) return [];
  return FOREIGN_KEYS.filter(({ key }) => !services.includes(prefixOf(key)));
}

function serviceKeys({ conditions }) {
  return conditions.filter(
    ({ key, operator }) => /^(?!aws:)[\w-]+:[\w-]+$/.test(key.text) && /^String/.test(operator.text),
  );
}
