/** Marks the cursor in the statements below. */
const CURSOR = '‸';

/** Puts a statement into the middle of a policy's list; `{ text, cursor, sid }`, offsets of the new text. */
export function withStatement(text, statement) {
  const between = [...text.matchAll(/\n {4}\{\n/g)];
  const at = between[between.length >> 1].index + 1;
  const cursorInStatement = statement.indexOf(CURSOR);
  const inserted = text.slice(0, at) + statement.replace(CURSOR, '') + text.slice(at);
  return { text: inserted, cursor: at + cursorInStatement, sid: inserted.indexOf(SID, at) };
}

/** The string whose last letter edits change, so that an answer can never be an old one. */
const SID = 'EditedHere';
export const SID_LENGTH = SID.length;

const statement = (...lines) => `    {\n      "Sid": "${SID}",\n      ${lines.join('\n      ')}\n    },\n`;
const allow = (...lines) => statement('"Effect": "Allow",', ...lines);

/** Where completions are asked for. */
export const COMPLETION_PLACES = {
  'action, prefix typed': allow(`"Action": ["s3:${CURSOR}"],`, '"Resource": "*"'),
  'action, name begun': allow(`"Action": ["ec2:Desc${CURSOR}"],`, '"Resource": "*"'),
  'action, nothing typed': allow(`"Action": ["${CURSOR}"],`, '"Resource": "*"'),
  'action, wildcard': allow(`"Action": ["ec2:*Inst*${CURSOR}"],`, '"Resource": "*"'),
  'statement element': allow('"Action": "s3:GetObject",', '"Resource": "*",', `"${CURSOR}"`),
  Effect: statement(`"Effect": "${CURSOR}",`, '"Action": "s3:GetObject",', '"Resource": "*"'),
  Resource: allow('"Action": ["s3:GetObject", "ec2:RunInstances"],', `"Resource": "${CURSOR}"`),
  'condition operator': allow('"Action": "s3:*",', '"Resource": "*",', `"Condition": { "${CURSOR}": {} }`),
  'condition key': allow(
    '"Action": ["s3:*", "ec2:*"],',
    '"Resource": "*",',
    `"Condition": { "StringEquals": { "${CURSOR}": "x" } }`,
  ),
  'condition value': allow(
    '"Action": "s3:PutObject",',
    '"Resource": "*",',
    `"Condition": { "StringEquals": { "s3:x-amz-server-side-encryption": "${CURSOR}" } }`,
  ),
  principal: allow(`"Principal": { "Service": "${CURSOR}" },`, '"Action": "sts:AssumeRole"'),
  'between statements': `${allow('"Action": "s3:GetObject",', '"Resource": "*"')}    ${CURSOR}\n`,
};

export const HOVER_PLACES = {
  action: allow(`"Action": "s3:Get${CURSOR}Object",`, '"Resource": "*"'),
  'action with wildcard': allow(`"Action": "ec2:De${CURSOR}sc*",`, '"Resource": "*"'),
  Effect: statement(`"Eff${CURSOR}ect": "Allow",`, '"Action": "s3:GetObject",', '"Resource": "*"'),
  'condition key': allow(
    '"Action": "s3:GetObject",',
    '"Resource": "*",',
    `"Condition": { "IpAddress": { "aws:Source${CURSOR}Ip": "203.0.113.0/24" } }`,
  ),
  Resource: allow('"Action": "s3:GetObject",', `"Resource": "arn:aws:s3:::exam${CURSOR}ple/*"`),
};

/** A name that no service knows, so that there is something to repair. */
export const CODE_ACTION_PLACE = allow(`"Action": "s3:GetObj${CURSOR}cet",`, '"Resource": "*"');

/** Where letters are typed, and which: an action, one at a time, which on the way is no action yet. */
export const TYPING_PLACE = allow(`"Action": ["${CURSOR}"],`, '"Resource": "*"');
export const TYPED = 's3:GetObject';
