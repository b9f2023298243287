import { describe, test } from 'node:test';
import { jsonSyntax } from '../../../server/src/rules/document/json-syntax.ts';
import { checkFix, checkRule } from '../../support/check.ts';

describe('json-syntax', () => {
  test('reports a trailing comma on the comma', () =>
    checkRule(
      jsonSyntax,
      `{ "Statement": [{
  "Action": ["s3:GetObject", "s3:PutObject",],
//                                         ^ The comma before "]" is one too many.
  "Effect": "Allow",
//                 ^ The comma before "}" is one too many.
}] }`,
    ));

  test('reports a missing comma once', () =>
    checkRule(
      jsonSyntax,
      `{ "Statement": [{
  "Effect": "Allow"
  "Action": "s3:GetObject", "Resource": "*"
//^^^^^^^^ A comma is missing before "Action".
}] }`,
    ));

  test('reports each of two mistakes of a line', () =>
    checkRule(
      jsonSyntax,
      `{ "Statement": [{
  "Effect" "Allow", "Action": ["s3:GetObject" "s3:PutObject"]
//^^^^^^^^ A colon is missing after "Effect".
//                                            ^^^^^^^^^^^^^^ A comma is missing before "s3:PutObject".
}] }`,
    ));

  test('reports what is not in double quotes', () =>
    checkRule(
      jsonSyntax,
      `{ "Statement": [{
  "Effect": 'Allow',
//          ^^^^^^^ The string 'Allow' must stand in straight double quotes.
  Action: s3:GetObject,
//^^^^^^ The text "Action" must be written in double quotes.
//        ^^^^^^^^^^^^ The text "s3:GetObject" must be written in double quotes.
  \u201cResource\u201d: "*"
//^^^^^^^^^^ The string \u201cResource\u201d must stand in straight double quotes.
}] }`,
    ));

  test('reports a string that is not closed, and nothing that follows from it', () =>
    checkRule(
      jsonSyntax,
      `{ "Statement": [{
  "Effect": "Allow,
//          ^^^^^^ This string has no closing double quote.
  "Action": ["s3:GetObject, "s3:PutObject"],
//           ^^^^^^^^^^^^^ This string has no closing double quote.
  "Resource": "*"
}] }`,
    ));

  test('reports the bracket that is not closed', () =>
    checkRule(
      jsonSyntax,
      `{ "Statement": [{
  "Action": ["s3:GetObject", "s3:PutObject",
//          ^ This "[" is not closed.
  "Effect": "Allow"
}] }`,
    ));

  test('reports literals of other languages', () =>
    checkRule(
      jsonSyntax,
      `{ "Statement": [{
  "Condition": { "Bool": { "aws:SecureTransport": True } }
//                                                ^^^^ JSON has "true" here, not "True".
}] }`,
    ));

  test('reports an escape that JSON does not know', () =>
    checkRule(
      jsonSyntax,
      `{ "Statement": [{
  "Sid": "a\\d"
//         ^^ JSON knows no escape "\\d".
}] }`,
    ));

  test('reports what follows the policy', () =>
    checkRule(
      jsonSyntax,
      `{ "Statement": [] }
  ]
//^ The JSON value has ended; nothing may follow it.`,
    ));

  test('reports an empty file', () =>
    checkRule(
      jsonSyntax,
      `  
// @0-2 The text is empty; a policy is expected.`,
    ));

  test('is silent on valid JSON', () =>
    checkRule(
      jsonSyntax,
      `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Sid": "\\u0041\\n" }] }
`,
    ));

  test('leaves a template of JSON alone', () =>
    checkRule(jsonSyntax, '{ "Statement": [{ "Effect": "Allow", "Resource": {{ arns | tojson }}, }] }'));

  test('leaves a byte order mark at the very beginning alone', () =>
    checkRule(jsonSyntax, '\ufeff{ "Statement": [] }'));

  test('removes the trailing comma', () =>
    checkFix(
      jsonSyntax,
      '{ "Statement": [{ "Effect": "Allow",$0 }] }',
      'Delete the comma',
      '{ "Statement": [{ "Effect": "Allow" }] }',
    ));

  test('inserts the missing comma behind the value', () =>
    checkFix(
      jsonSyntax,
      `{ "Statement": [{
  "Effect": "Allow"
  "A$0ction": "*"
}] }`,
      'Insert a comma',
      `{ "Statement": [{
  "Effect": "Allow",
  "Action": "*"
}] }`,
    ));

  test('inserts the missing colon', () =>
    checkFix(
      jsonSyntax,
      '{ "Statement": [{ "Effect" "Allow" }] }',
      'Insert a colon',
      '{ "Statement": [{ "Effect": "Allow" }] }',
    ));

  test('closes a string before the comma', () =>
    checkFix(
      jsonSyntax,
      `{ "Statement": [{
  "Effect": "Allow,
  "Action": "*"
}] }`,
      'Insert a double quote',
      `{ "Statement": [{
  "Effect": "Allow",
  "Action": "*"
}] }`,
    ));

  test('closes a string behind a policy variable', () =>
    checkFix(
      jsonSyntax,
      `{ "Statement": [{
  "Resource": "arn:aws:s3:::b/\${aws:username}
}] }`,
      'Insert a double quote',
      `{ "Statement": [{
  "Resource": "arn:aws:s3:::b/\${aws:username}"
}] }`,
    ));

  test('closes brackets on lines of their own', () =>
    checkFix(
      jsonSyntax,
      `{
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "s3:GetObject"`,
      'Close with "]}]}"',
      `{
  "Statement": [
    {
      "Effect": "Allow",
      "Action": [
        "s3:GetObject"
      ]
    }
  ]
}`,
    ));

  test('closes a list before the next key', () =>
    checkFix(
      jsonSyntax,
      '{ "Statement": [{ "Action": ["s3:GetObject", "Effect": "Allow" }] }',
      'Close with "]"',
      '{ "Statement": [{ "Action": ["s3:GetObject"], "Effect": "Allow" }] }',
    ));

  test('opens the object of a statement', () =>
    checkFix(
      jsonSyntax,
      '{ "Statement": [{ "Effect": "Allow" }, "Effect": "Deny" }] }',
      'Insert "{"',
      '{ "Statement": [{ "Effect": "Allow" }, {"Effect": "Deny" }] }',
    ));

  test('opens a list', () =>
    checkFix(
      jsonSyntax,
      '{ "Statement": [{ "Action": "s3:GetObject", "s3:PutObject"] }] }',
      'Insert "["',
      '{ "Statement": [{ "Action": ["s3:GetObject", "s3:PutObject"] }] }',
    ));

  test('corrects a closing bracket of the wrong kind', () =>
    checkFix(
      jsonSyntax,
      '{ "Statement": [{ "Action": ["*"}, "Effect": "Allow" }] }',
      'Change to "]"',
      '{ "Statement": [{ "Action": ["*"], "Effect": "Allow" }] }',
    ));

  test('changes single quotes', () =>
    checkFix(
      jsonSyntax,
      '{ "Statement": [{ "Sid": \'it\\\'s "x"\' }] }',
      'Change to double quotes',
      '{ "Statement": [{ "Sid": "it\'s \\"x\\"" }] }',
    ));

  test('takes single quotes everywhere for one mistake', () => {
    const policy = `{ 'Statement': [{ 'Effect': 'Allow' "Action": 's3:GetObject' }] }`;
    checkRule(
      jsonSyntax,
      `{
  'Statement': [{ 'Effect': 'Allow' "Action": 's3:GetObject' }] }
//^^^^^^^^^^^ The string 'Statement' and 3 others must stand in straight double quotes.
//                                  ^^^^^^^^ A comma is missing before "Action".
`,
    );
    checkFix(
      jsonSyntax,
      policy.replace("'Statement'", "'State$0ment'"),
      'Change to double quotes',
      '{ "Statement": [{ "Effect": "Allow" "Action": "s3:GetObject" }] }',
    );
    checkFix(
      jsonSyntax,
      policy.replace("'Statement'", "'State$0ment'"),
      'Repair all 2 JSON errors',
      '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject" }] }',
    );
  });

  test('changes any number of single quotes at once', () => {
    const actions = Array.from({ length: 300 }, (_, index) => `'s3:Get${index}'`).join(', ');
    checkFix(
      jsonSyntax,
      `{ "Statement": [{ "Action": [${actions}] }] }`,
      'Change to double quotes',
      `{ "Statement": [{ "Action": [${actions.replaceAll("'", '"')}] }] }`,
    );
  });

  test('changes curly quotes', () =>
    checkFix(
      jsonSyntax,
      '{ "Statement": [{ "Sid": \u201cx\u201d }] }',
      'Change to double quotes',
      '{ "Statement": [{ "Sid": "x" }] }',
    ));

  test('puts a word in quotes', () =>
    checkFix(
      jsonSyntax,
      '{ "Statement": [{ Eff$0ect: "Allow" }] }',
      'Put it in double quotes',
      '{ "Statement": [{ "Effect": "Allow" }] }',
    ));

  test('escapes a quote inside a string', () =>
    checkFix(
      jsonSyntax,
      '{ "Statement": [{ "Sid": "a "quoted" word" }] }',
      'Escape the inner quotes',
      '{ "Statement": [{ "Sid": "a \\"quoted\\" word" }] }',
    ));

  test('repairs everything at once', () =>
    checkFix(
      jsonSyntax,
      "{ 'Statement': [{ 'Effect': 'Allow', 'Action': ['*',], }] }",
      'Repair all 3 JSON errors',
      '{ "Statement": [{ "Effect": "Allow", "Action": ["*"] }] }',
    ));

  test('writes a policy into an empty file', () =>
    checkFix(
      jsonSyntax,
      '',
      'Insert a policy',
      `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*" }
  ]
}`,
    ));

  test('reports statements without a policy around them', () =>
    checkRule(
      jsonSyntax,
      `[
// @0-1 The statements of a policy stand in an object, under "Statement".
  { "Effect": "Allow", "Action": "*", "Resource": "*" }
]`,
    ));

  test('leaves other lists alone', () => checkRule(jsonSyntax, '[{ "name": "x" }]'));

  test('puts a policy around statements', () =>
    checkFix(
      jsonSyntax,
      `[{ "Effect": "Allow" }]
`,
      'Put them into a policy',
      `{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow" }] }
`,
    ));

  test('reads a policy inside a string, in which comments are refused', () =>
    checkRule(
      jsonSyntax,
      `{ "PolicyDocument":
  "{ \\"Statement\\": [] } // done"
//                       ^^^^^^^ IAM accepts no comments in a policy.
}`,
    ));

  test('repairs a policy inside a string', () =>
    checkFix(
      jsonSyntax,
      '{ "PolicyDocument": "{ \\"Version\\": \\"2012-10-17\\", \\"Statement\\": [ ], }" }',
      'Delete the comma',
      '{ "PolicyDocument": "{ \\"Version\\": \\"2012-10-17\\", \\"Statement\\": [ ] }" }',
    ));

  test('removes a comment with its line', () =>
    checkFix(
      jsonSyntax,
      '{ "PolicyDocument": "{\\n  // why\\n  \\"Version\\": \\"2012-10-17\\", \\"Statement\\": []\\n}" }',
      'Delete the comment',
      '{ "PolicyDocument": "{\\n  \\"Version\\": \\"2012-10-17\\", \\"Statement\\": []\\n}" }',
    ));
});
