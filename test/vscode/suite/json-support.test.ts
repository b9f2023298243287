import { commands, type DocumentSymbol, languages, type TextEdit } from 'vscode';
import { equal, until } from './assert.ts';
import { awaitFinding, closeEditor, findings, hasJsonSupport, openFile } from './policy-editor.ts';

const TRAILING_COMMA_AND_TYPO = `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObjcet", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }],
}
`;

describe('VS Code’s JSON support in files that are certainly policies', () => {
  afterEach(closeEditor);

  it('reports a syntax error, once', async function () {
    if (!hasJsonSupport()) this.skip();
    const { document } = await openFile(TRAILING_COMMA_AND_TYPO);
    const problems = () => languages.getDiagnostics(document.uri);
    await awaitFinding('unknown-action', document);
    await until('a syntax error', () => problems().length > findings(document).length);
    equal(findings(document).length, 1);
    equal(problems().length, 2);
  });

  it('formats', async function () {
    if (!hasJsonSupport()) this.skip();
    const { document } = await openFile('{"Statement":[]}\n');
    await until('formatting', async () => {
      const options = { tabSize: 2, insertSpaces: true };
      const edits = await commands.executeCommand<TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        options,
      );
      return edits && edits.length > 0;
    });
  });

  it('fills the outline', async function () {
    if (!hasJsonSupport()) this.skip();
    const { document } = await openFile('{ "Version": "2012-10-17" }\n');
    const symbols = await until('the outline', () =>
      commands.executeCommand<DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      ),
    );
    equal(symbols.filter(({ name }) => name === 'Version').length, 1);
  });
});
