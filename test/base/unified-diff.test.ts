import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from '../../server/src/base/unified-diff.ts';

const diff = (before: string, after: string): string => unifiedDiff(before, after, ['a', 'b']);

describe('unifiedDiff', () => {
  test('is empty for equal texts', () => assert.equal(diff('x\n', 'x\n'), ''));

  test('shows changes with what stands around them', () =>
    assert.equal(
      diff('1\n2\n3\n4\n5\n6\n7\n8\n9\n', '1\n2\n3\n4\nfive\nand\n6\n7\n8\n9\n'),
      '--- a\n+++ b\n@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n+and\n 6\n 7\n 8\n',
    ));

  test('keeps distant changes apart', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `${i}\n`);
    const changed = lines.map((line, i) => (i === 3 || i === 25 ? `new ${line}` : line));
    assert.equal(diff(lines.join(''), changed.join('')).match(/^@@/gm)?.length, 2);
  });

  test('says where the end of the last line is missing', () =>
    assert.equal(diff('a', 'a\n'), '--- a\n+++ b\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n'));

  test('is what the program "patch" needs', { skip: !hasPatch() && 'patch is not installed' }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'leastwise-diff-'));
    const file = join(folder, 'a');
    const line = fc.constantFrom('a\n', 'b\n', 'c\n', '{\n', '\n');
    const text = fc.array(line, { maxLength: 20 }).map((lines) => lines.join(''));
    fc.assert(
      fc.property(text, text, fc.boolean(), (before, after, isCut) => {
        const target = isCut ? after.trimEnd() : after;
        fc.pre(before !== target);
        writeFileSync(file, before);
        writeFileSync(join(folder, 'p'), diff(before, target));
        execFileSync('patch', ['-s', file, join(folder, 'p')]);
        const result = before !== '' && target === '' ? '' : readFileSync(file, 'utf8');
        assert.equal(result, target);
      }),
      { numRuns: 25 },
    );
    rmSync(folder, { recursive: true });
  });
});

function hasPatch(): boolean {
  try {
    execFileSync('patch', ['--version']);
    return true;
  } catch {
    return false;
  }
}
