import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { applyEdits } from '../server/src/base/text-edit.ts';
import type { TextRange } from '../server/src/base/text-range.ts';
import type { PolicyFile } from '../server/src/policy/policy-document.ts';
import { plainEdits } from '../server/src/rules/plain-edits.ts';
import { createPolicyService } from '../server/src/service.ts';
import { hostileText, place } from './support/hostile.ts';
import { TINY } from './support/tiny-catalogue.ts';

const service = createPolicyService({ catalogue: TINY });

/** Use everything there is on a text, at some offsets. Throws where anything does. */
function useAll(text: string, offsets: readonly number[], isPolicyFile: boolean): void {
  const file = service.read(text, { isPolicyFile });
  for (const finding of service.validate(file)) {
    const { start, end } = finding.range;
    assert.ok(
      0 <= start && start <= end && end <= text.length,
      `${finding.rule.id} reports ${start} to ${end}`,
    );
    for (const fix of finding.fixes()) applyEdits(text, plainEdits(fix));
  }
  service.fixAll(file);
  lookAtAGlance(file, text);
  for (const offset of offsets) {
    const list = service.complete(file, offset);
    for (const { subject } of list?.items.slice(0, 5) ?? []) if (subject) service.documentation(subject);
    service.hover(file, offset);
    service.actions(file, { start: offset, end: Math.min(text.length, offset + 3) });
    service.renameTarget(file, offset);
    const renaming = service.rename(file, offset, 'renamed');
    if (renaming && 'edits' in renaming) applyEdits(text, renaming.edits);
  }
}

function lookAtAGlance(file: PolicyFile, text: string): void {
  const isInText = ({ start, end }: TextRange): boolean => 0 <= start && start <= end && end <= text.length;
  for (const { offset } of service.inlayHints(file, { start: 0, end: text.length })) {
    assert.ok(isInText({ start: offset, end: offset }));
  }
  for (const { place } of service.lenses(file)) service.lensTitle(file, place);
  for (const { range } of [...service.links(file), ...service.outline(file)]) assert.ok(isInText(range));
  applyEdits(text, service.organize(file)?.edits ?? []);
  service.explain(file);
}

function isJson(text: string): boolean {
  const errors: never[] = [];
  parseTree(text, errors);
  return errors.length === 0;
}

const INHERITED = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];

const WORDS_ONLY =
  '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["s3:Get","sts:AssumeRole"],"Resource":"arn:aws:s3:us:o:b","Condition":{"StringEquals":{"aws:username":"a","s3:prefix":"${aws:userid}"}}}]}';

/** The text with each of its words replaced by another one, one at a time. */
function wordsReplaced(text: string, by: string): readonly string[] {
  return [...text.matchAll(/[A-Za-z]\w*/g)].map(
    ({ 0: word, index }) => text.slice(0, index) + by + text.slice(index + word.length),
  );
}

describe('no text', () => {
  test('makes any feature throw', () =>
    fc.assert(
      fc.property(
        hostileText,
        fc.array(place, { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        (text, places, isPolicyFile) =>
          useAll(
            text,
            places.map((place) => Math.floor(place * text.length)),
            isPolicyFile,
          ),
      ),
      { numRuns: 400 },
    ));

  test('is too short: truncated at every character', () => {
    const text =
      '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Deny","NotAction":["s3:Get*"],"Resource":"arn:aws:s3:::b/*","Condition":{"StringLike":{"aws:username":["a*"]}}}]}';
    for (let length = 0; length <= text.length; length++) useAll(text.slice(0, length), [length], true);
  });

  test('names what every object inherits', () => {
    for (const name of INHERITED) {
      for (const text of wordsReplaced(WORDS_ONLY, name)) {
        useAll(text, [], true);
        useAll(text, [text.indexOf(name) + 1], true);
        for (const { message } of service.validate(service.read(text, { isPolicyFile: true }))) {
          assert.doesNotMatch(message, /\[native code\]|\[object Object\]/, text);
        }
      }
    }
  });

  test('nests too deep', () => {
    const deep = `{"Version":"2012-10-17","Statement":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    useAll(deep, [0, 40, deep.length], true);
    useAll('{"Statement":'.repeat(10_000), [5000], true);
    assert.match(service.validate(service.read(deep, { isPolicyFile: true }))[0]?.message ?? '', /nested/);
  });

  test('is too long: 10 MB in one line', () => {
    const statement =
      '{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::amzn-s3-demo-bucket/*"},';
    const count = Math.ceil(10_000_000 / statement.length);
    const text = `{"Version":"2012-10-17","Statement":[${statement.repeat(count).slice(0, -1)}]}`;
    useAll(text, [50, text.length >> 1], false);
    assert.equal(service.read(text).policies[0]?.statements.length, count);
  });
});

describe('fixes', () => {
  test('keep JSON valid', () =>
    fc.assert(
      fc.property(hostileText, (text) => {
        fc.pre(isJson(text));
        for (const finding of service.validate(service.read(text, { isPolicyFile: true }))) {
          for (const fix of finding.fixes()) {
            const after = applyEdits(text, plainEdits(fix));
            assert.ok(isJson(after), `${finding.rule.id}, "${fix.title}", makes ${JSON.stringify(after)}`);
          }
        }
      }),
      { numRuns: 400 },
    ));
});
