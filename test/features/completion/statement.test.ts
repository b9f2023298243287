import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { applyEdits } from '../../../server/src/base/text-edit.ts';
import { documentation } from '../../../server/src/features/hover/document-subject.ts';
import type { Template } from '../../../server/src/features/snippet/template.ts';
import { STATEMENT_TEMPLATES } from '../../../server/src/features/snippet/templates.ts';
import { parseJson } from '../../../server/src/policy/parse-json.ts';
import { allFindings } from '../../support/all-findings.ts';
import { type CompletionOptions, checkAccept, completions } from '../../support/check-completion.ts';
import { fillSnippet } from '../../support/fill-snippet.ts';
import { withCursor } from '../../support/fixture.ts';
import { TINY } from '../../support/tiny-catalogue.ts';

const OTHER = '{ "Sid": "Other", "Effect": "Allow", "Action": "X:Get", "Resource": "*" }';

/** Every place where a statement may stand; the number of statements that are there already. */
const PLACES: readonly (readonly [place: string, list: string, others: number])[] = [
  ['in an empty list', '[$0]', 0],
  ['on a line of its own', '[\n    $0\n  ]', 0],
  ['before the first', `[$0 ${OTHER}]`, 1],
  ['right before the first', `[$0${OTHER}]`, 1],
  ['between, behind the comma', `[${OTHER}, $0 ${OTHER}]`, 2],
  ['between, before the comma', `[${OTHER} $0, ${OTHER}]`, 2],
  ['between, without a comma', `[${OTHER}\n$0\n${OTHER}]`, 2],
  ['behind the last', `[${OTHER} $0]`, 1],
  ['right behind the last', `[${OTHER}$0]`, 1],
  ['behind the last and its comma', `[${OTHER}, $0]`, 1],
  ['where there is no list yet', '$0', 0],
  ['with a word that was typed', '[mfa$0]', 0],
];

const BESIDE_COMMENTS: readonly (readonly [place: string, list: string])[] = [
  ['behind a comment', `[${OTHER} // see "http://wiki"\n $0]`],
  ['behind a comma and a comment', `[${OTHER}, /* old\n */ $0]`],
  ['behind a comment that begins the list', '[// none yet\n $0]'],
  ['before a comment that ends the list', `[${OTHER}, $0 // TODO\n]`],
  ['before a comment and another', `[$0 /* TODO */ ${OTHER}]`],
];

describe('templates of statements', () => {
  for (const [place, list, others] of PLACES) {
    test(`make valid JSON ${place}`, () => {
      for (const template of STATEMENT_TEMPLATES) {
        const text = accept(inPolicy(list, template), template);
        const { Statement } = JSON.parse(text) as { Statement: readonly Record<string, unknown>[] };
        assert.equal(Statement.length, others + template.statements.length, template.id);
      }
    });
  }

  for (const [place, list] of BESIDE_COMMENTS) {
    test(`get their commas right ${place}`, () => {
      for (const template of STATEMENT_TEMPLATES.slice(0, 3)) {
        const { problems } = parseJson(accept(inPolicy(list, template), template), 'allowed');
        assert.deepEqual(problems, []);
      }
    });
  }

  test('are right where they are alone', () => {
    for (const template of STATEMENT_TEMPLATES) {
      const [policyType] = template.policyTypes;
      const options = { isPolicyFile: true, policyType };
      const findings = allFindings(accept(inPolicy('[$0]', template), template), options);
      const about = findings.map(({ rule }) => rule.id).filter((id) => !ABOUT_DEFAULTS.has(id));
      assert.deepEqual(about, [], template.id);
    }
  });

  test('get Sids that are not taken', () => {
    const sids = (text: string) => [...text.matchAll(/"Sid": "(\w+)"/g)].map(([, sid]) => sid);
    const once = accept('{ "Version": "2012-10-17", "Statement": [$0] }', byId('bucket-read-only'));
    const place = `${once.slice(0, once.lastIndexOf(']'))}$0${once.slice(once.lastIndexOf(']'))}`;
    assert.deepEqual(sids(accept(place, byId('bucket-read-only'))), [
      'ListBucket',
      'ReadObjects',
      'ListBucket2',
      'ReadObjects2',
    ]);
  });

  test('keep policy variables and quotes in a policy that is a JSON string', () => {
    const policy = JSON.stringify('{ "Version": "2012-10-17", "Statement": [$0] }');
    const fixture = `{ "PolicyDocument": ${policy} }`;
    const text = accept(fixture, byId('bucket-user-folder'));
    const inner = JSON.parse((JSON.parse(text) as { PolicyDocument: string }).PolicyDocument);
    assert.equal(inner.Statement[1].Resource, `arn:aws:s3:::amzn-s3-demo-bucket/home/\${aws:username}/*`);
    // A backslash before anything else has no meaning in a snippet, and editors differ in what they make of it.
    for (const { newText } of proposals(fixture)) {
      assert.doesNotMatch(newText.replace(/\\[\\$}]/g, ''), /\\/);
    }
  });

  test('come behind the plain statements', () => {
    const items = [...(completions('{ "Statement": [$0] }', { policyType: 'trust' })?.items ?? [])];
    items.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    assert.deepEqual(
      items.slice(0, 4).map(({ label, description }) => [label, description]),
      [
        ['Allow statement', undefined],
        ['Deny statement', undefined],
        ['Trust: EC2 instances', 'Allow'],
        ['Trust: Lambda functions', 'Allow'],
      ],
    );
    assert.ok(items.slice(2).every(({ label }) => label.startsWith('Trust: ')));
  });

  test('link the tab stops that ask for the same name', () => {
    const item = proposals('{ "Version": "2012-10-17", "Statement": [$0] }').find(
      ({ label }) => label === 'S3: read one bucket',
    );
    const filled = fillSnippet(item?.newText ?? '', { 1: 'invoices' });
    assert.deepEqual(filled.match(/arn:[^"]*/g), ['arn:aws:s3:::invoices', 'arn:aws:s3:::invoices/*']);
  });

  test('are explained by what they allow or deny and by their text', () => {
    const markdown = documentation('template:bucket-tls', TINY) ?? '';
    assert.match(markdown, /^Denies everyone .*\.\n\n```json\n\{\n {2}"Sid": "DenyWithoutTLS",\n/);
    assert.equal(documentation('template:no-such', TINY), undefined);
  });
});

describe('templates are offered', () => {
  const offered = (fixture: string, options?: CompletionOptions) =>
    proposals(fixture, options).filter(({ subject }) => subject?.startsWith('template:'));
  const titles = (fixture: string, options?: CompletionOptions) =>
    offered(fixture, options).map(({ label }) => label);

  test('of every type, with its name, where nothing tells the type', () => {
    const items = offered('{ "Version": "2012-10-17", "Statement": [$0] }');
    assert.equal(items.length, STATEMENT_TEMPLATES.length);
    const tls = items.find(({ label }) => label === 'Bucket policy: TLS only');
    assert.equal(tls?.description, 'resource-based policy');
  });

  test('of the type of the policy', () => {
    const identity = titles(`{ "Version": "2012-10-17", "Statement": [${OTHER}, $0] }`);
    assert.ok(identity.includes('S3: read one bucket'));
    assert.ok(!identity.some((title) => /^(Trust|RCP|Bucket policy|Endpoint policy)/.test(title)));
    const rcp = titles('{ "Version": "2012-10-17", "Statement": [$0] }', { policyType: 'rcp' });
    assert.deepEqual(rcp, ['RCP: data perimeter']);
  });

  test('for the resource that a policy is attached to', () => {
    const queue = '{ "Effect": "Deny", "Principal": "*", "Action": "SQS:SendMessage", "Resource": "*" }';
    assert.deepEqual(titles(`{ "Version": "2012-10-17", "Statement": [${queue}, $0] }`), [
      'Queue policy: messages from an SNS topic',
    ]);
  });

  test('without Resource only where the others have none', () => {
    const pull = '{ "Effect": "Allow", "Principal": "*", "Action": "ecr:BatchGetImage" }';
    const policy = (statement: string) => `{ "Version": "2012-10-17", "Statement": [${statement}, $0] }`;
    assert.deepEqual(titles(policy(pull)), ['Repository policy: let a role of another account pull']);
    assert.deepEqual(titles(policy(pull.replace(' }', ', "Resource": "*" }'))), []);
  });

  test('with policy variables only in a version that has them', () => {
    const old = titles(`{ "Version": "2008-10-17", "Statement": [${OTHER}, $0] }`);
    assert.ok(old.includes('S3: read one bucket'));
    assert.ok(!old.includes('S3: a folder for each user'));
  });

  test('not inside quotes, and not beside a Statement that is no list', () => {
    assert.deepEqual(titles('{ "Version": "2012-10-17", "Statement": ["$0"] }'), []);
    assert.deepEqual(proposals(`{ "Version": "2012-10-17", "Statement": $0 ${OTHER} }`), []);
    assert.deepEqual(proposals(`{ "Version": "2012-10-17", "Statement": $0 [${OTHER}] }`), []);
  });

  test('to editors without snippets as plain text', () =>
    checkAccept(
      '{ "Version": "2012-10-17", "Statement": [$0] }',
      'Role: pass one role to a service',
      `{ "Version": "2012-10-17", "Statement": [{
\t"Sid": "PassOneRole",
\t"Effect": "Allow",
\t"Action": "iam:PassRole",
\t"Resource": "arn:aws:iam::111122223333:role/service-role",
\t"Condition": {
\t\t"StringEquals": {
\t\t\t"iam:PassedToService": "lambda.amazonaws.com"
\t\t}
\t}
}] }`,
    ));
});

/** A default is there to be replaced, so that it looks like one is no complaint. */
const ABOUT_DEFAULTS = new Set(['placeholder-account-id', 'placeholder-ids', 'resource-placeholder-bucket']);

/** The other statements are about the same service and have resources as the template has. */
function inPolicy(list: string, { statements }: Template): string {
  const [{ Action, NotAction, Resource }] = statements;
  const prefix = String(Action ?? NotAction).split(':')[0] as string;
  const others = list
    .replaceAll('X:', `${prefix}:`)
    .replaceAll(', "Resource": "*"', Resource ? ', "Resource": "*"' : '');
  return `{ "Version": "2012-10-17", "Statement": ${others} }`;
}

function accept(fixture: string, template: Template): string {
  const { text } = withCursor(fixture);
  const list = completions(fixture, { policyType: template.policyTypes[0] });
  const item = list?.items.find(({ subject }) => subject === `template:${template.id}`);
  assert.ok(list && item, `${template.id} is not offered`);
  const newText = fillSnippet(item.newText);
  return applyEdits(text, [{ range: list.range, newText }, ...list.additionalEdits]);
}

function byId(wanted: string): Template {
  return STATEMENT_TEMPLATES.find(({ id }) => id === wanted) as Template;
}

function proposals(fixture: string, options?: CompletionOptions) {
  return completions(fixture, options)?.items ?? [];
}
