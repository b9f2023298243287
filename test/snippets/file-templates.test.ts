import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { policySnippet } from '../../server/src/features/snippet/template-text.ts';
import { FILE_TEMPLATES } from '../../server/src/features/snippet/templates.ts';
import { fillSnippet } from '../support/fill-snippet.ts';

interface FileTemplate {
  readonly isFileTemplate?: boolean;
  readonly prefix?: string;
  readonly description: string;
  readonly body: readonly string[];
}

const CONTRIBUTED = JSON.parse(readFileSync('snippets/aws-iam-policy.json', 'utf8')) as Record<
  string,
  FileTemplate
>;

describe('file templates', () => {
  test('are contributed as they are written in the server', () =>
    assert.deepEqual(
      Object.entries(CONTRIBUTED).map(([title, { description, body }]) => [
        title,
        description,
        body.join('\n'),
      ]),
      FILE_TEMPLATES.map((template) => [template.title, template.description, policySnippet(template)]),
    ));

  test('fill whole files and are not offered inside strings', () => {
    for (const { isFileTemplate, prefix } of Object.values(CONTRIBUTED)) {
      assert.equal(isFileTemplate, true);
      assert.equal(prefix, undefined);
    }
  });

  test('end behind the policy', () => {
    for (const { body } of Object.values(CONTRIBUTED)) assert.deepEqual(body.slice(-2), ['}', '$0']);
  });

  test('leave policy variables to IAM', () => {
    const filled = Object.values(CONTRIBUTED).map(({ body }) => fillSnippet(body.join('\n')));
    assert.ok(filled.some((text) => text.includes(`:user/\${aws:username}"`)));
  });

  test('are contributed to policies only, so that other JSON and YAML files are left alone', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { snippets: readonly { language: string }[] };
    };
    assert.deepEqual(
      contributes.snippets.map(({ language }) => language),
      ['aws-iam-policy'],
    );
  });
});
