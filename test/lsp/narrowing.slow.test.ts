import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { NarrowingChoicesResult, NarrowResult, ReadUsageResult } from '../../server/src/lsp/protocol.ts';
import { type LanguageServer, startLanguageServer } from '../support/language-server.ts';

const URI = 'file:///work/wide.json';
const TEXT =
  '{ "Version": "2012-10-17", "Statement": [{ "Sid": "All", "Effect": "Allow", "Action": "sns:*", "Resource": "*" }] }';
const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe('narrowing over stdio', () => {
  let server: LanguageServer;
  before(async () => {
    server = await startLanguageServer();
    await server.open(URI, TEXT);
  });
  after(() => server.stop());

  const narrow = (more: object): Promise<NarrowResult | null> =>
    server.connection.sendRequest('leastwise/narrow', { uri: URI, range: START, choice: {}, ...more });

  const read = (collection: string, json: unknown): Promise<ReadUsageResult> =>
    server.connection.sendRequest('leastwise/readUsage', {
      collection,
      text: typeof json === 'string' ? json : JSON.stringify(json),
    });

  const event = (eventName: string, who: string): object => ({
    eventSource: 'sns.amazonaws.com',
    eventName,
    eventTime: '2026-03-05T10:00:00Z',
    userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::111122223333:user/${who}`, userName: who },
  });

  test('says what there is to choose from', async () => {
    const choices: NarrowingChoicesResult = await server.connection.sendRequest(
      'leastwise/narrowingChoices',
      {
        uri: URI,
        range: START,
      },
    );
    assert.deepEqual(choices?.statements, ['All']);
    assert.ok(choices.levels.some(({ level, count }) => level === 'Read' && count > 0));
    assert.equal(choices.stars, 1);
  });

  test('gives the text before and after, and the edits between', async () => {
    const result = await narrow({ choice: { levels: ['Read'] } });
    assert.equal(result?.before, TEXT);
    assert.notEqual(result?.after, TEXT);
    assert.doesNotMatch(result?.after ?? '', /sns:Publish|sns:\*/);
    assert.equal(result?.edits.length, 1);
    assert.ok((result?.actionsAfter ?? 0) < (result?.actionsBefore ?? 0));
  });

  test('narrows to what was used, by everyone or by one', async () => {
    assert.deepEqual(await read('a', { Records: [event('CreateTopic', 'eva')] }), {
      principals: ['arn:aws:iam::111122223333:user/eva'],
    });
    const lines = [event('GetTopicAttributes', 'ben'), event('ListTopics', 'ben')].map((one) =>
      JSON.stringify(one),
    );
    const { principals } = await read('a', lines.join('\n'));
    assert.equal(principals.length, 2);
    const everyone = await narrow({ usage: { collection: 'a', keepUnlogged: false } });
    assert.deepEqual(JSON.parse(everyone?.after ?? '').Statement[0].Action, [
      'sns:CreateTopic',
      'sns:GetTopicAttributes',
      'sns:ListTopics',
    ]);
    const one = await narrow({ usage: { collection: 'a', principal: principals[1], keepUnlogged: false } });
    assert.equal(JSON.parse(one?.after ?? '').Statement[0].Action, 'sns:CreateTopic');
  });

  test('lists events of no known action', async () => {
    await read('b', { Records: [event('CreateTopic', 'eva'), event('Nope', 'eva')] });
    const result = await narrow({ usage: { collection: 'b', keepUnlogged: false } });
    assert.ok(result?.notes.some((note) => note.includes('sns.amazonaws.com Nope')));
  });

  test('says what is no log, and forgets what belongs to another collection', async () => {
    assert.equal((await read('c', '{')).problem, 'no JSON');
    assert.equal((await read('c', { hello: 1 })).problem, 'no usage');
    assert.equal(await narrow({ usage: { collection: 'b', keepUnlogged: false } }), null);
  });
});
