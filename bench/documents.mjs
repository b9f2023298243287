import { randomNumbers } from './random.mjs';

/** Characters of the documents that rows are measured on, by their name in the table. */
export const SIZES = { '6 KB': 6_000, '100 KB': 100_000, '1 MB': 1_000_000 };

/**
 * Makes policies out of the services, actions, ARN formats and keys of a catalogue, the same ones in every run. Most
 * statements are right; some have a flaw, so that rules find something to say.
 */
export function policyGenerator(catalogue, seed = 20260926) {
  const random = randomNumbers(seed);
  const subjects = [...eachSubject(catalogue)];
  let count = 0;

  const statement = () => {
    const subject = random.pick(subjects);
    const resources = Array.from({ length: 1 + random.below(2) }, () =>
      filled(random.pick(subject.arnFormats), random),
    );
    const made = {
      Sid: `Statement${++count}`,
      Effect: random.below(10) === 0 ? 'Deny' : 'Allow',
      Action: random.some(subject.actions, 2 + random.below(4)),
      Resource: [...new Set(resources)],
      ...(random.below(3) === 0 ? { Condition: random.pick(CONDITIONS) } : {}),
    };
    return random.below(12) === 0 ? flawed(made, random) : made;
  };
  const policy = (statements) => ({ Version: '2012-10-17', Statement: statements });

  return {
    /** A policy of `statements` statements, as an object. */
    policy: (statements) => policy(Array.from({ length: statements }, statement)),
    /** The text of a policy of about `size` characters, in the usual layout. */
    text(size) {
      const statements = [];
      for (let length = 60; length < size || statements.length === 0; ) {
        const next = statement();
        statements.push(next);
        length += layout(next)
          .split('\n')
          .reduce((sum, line) => sum + line.length + 5, 1);
      }
      return `${layout(policy(statements))}\n`;
    },
  };
}

/** Lines of NDJSON, `{ id, policy }` each, about 2.7 KB on average: small policies and large ones, as in real accounts. */
export function* ndjsonLines(catalogue, policies) {
  const { policy } = policyGenerator(catalogue, 4_000);
  for (let number = 1; number <= policies; number++) {
    yield `${JSON.stringify({ id: `policy-${number}`, policy: policy(1 + ((number * 7) % 17)) })}\n`;
  }
}

const layout = (value) => JSON.stringify(value, undefined, 2);

/** One resource type with the actions that take it. */
function* eachSubject(catalogue) {
  for (const prefix of catalogue.servicePrefixes()) {
    const service = catalogue.service(prefix);
    const actions = service.actionNames().map((name) => service.action(name));
    for (const type of service.resourceTypes()) {
      const fitting = actions.filter(({ resources }) => resources.some((resource) => resource.type === type));
      if (fitting.length < 2 || type.arnFormats.length === 0) continue;
      yield { arnFormats: type.arnFormats, actions: fitting.map(({ name }) => `${prefix}:${name}`) };
    }
  }
}

const PLACEHOLDERS = { Partition: 'aws', Region: 'eu-west-1', Account: '111122223333' };

function filled(arnFormat, random) {
  return arnFormat.replace(
    /\$\{(\w+)\}/g,
    (_, name) => PLACEHOLDERS[name] ?? `example-${random.below(1000)}`,
  );
}

const CONDITIONS = [
  { StringEquals: { 'aws:ResourceTag/team': ['payments', 'orders'] } },
  { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg1' } },
  { StringLike: { 'aws:PrincipalTag/department': 'eng*' }, Bool: { 'aws:SecureTransport': 'true' } },
  { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } },
  { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/service/*' } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team', 'stage'] }, Null: { 'aws:TagKeys': 'false' } },
];

const FLAWS = [
  (statement) => ({ ...statement, Resource: '*' }),
  (statement) => ({ ...statement, Action: [`${statement.Action[0].split(':')[0]}:*`] }),
  (statement) => ({ ...statement, Action: [...statement.Action, `${statement.Action[0]}s`] }),
  (statement) => ({ ...statement, Action: [...statement.Action, statement.Action[0]] }),
  ({ Resource, ...statement }) => ({ ...statement, NotResource: Resource }),
  ({ Effect: _, ...statement }) => statement,
];

function flawed(statement, random) {
  return random.pick(FLAWS)(statement);
}
