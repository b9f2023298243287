import type { TextRange } from '../base/text-range.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import type { Embedding } from './embedding.ts';
import type { JsonProblem } from './parse-json.ts';
import type { Statement } from './statement.ts';
import type { Member, Value } from './value.ts';

export interface ReadOptions {
  /** Name of the file, without folders; helps to infer the policy type. */
  readonly fileName?: string | undefined;
  /** True if the file is a policy by its name or language, whatever it contains. */
  readonly isPolicyFile?: boolean | undefined;
  /** Decided by the user; undefined to infer it for each policy. */
  readonly policyType?: PolicyType | undefined;
  readonly comments?: 'allowed' | 'refused' | undefined;
}

/** A file and the policies found in it. A value: nothing in it changes when the file does. */
export interface PolicyFile {
  readonly text: string;
  /** JSON errors; empty for a file that holds no policy and is none by its name. */
  readonly problems: readonly JsonProblem[];
  readonly policies: readonly PolicyDocument[];
  /** How it was read. */
  readonly options: ReadOptions;
}

/** One policy. Its ranges point into `text`; `embedding` leads to the file. */
export interface PolicyDocument {
  /** The file's text, or the decoded text of the JSON string that holds the policy. */
  readonly text: string;
  readonly embedding: Embedding;
  /** RFC 6901 pointer from the root of the file to the policy, or to the string that holds it. */
  readonly pointer: string;
  readonly range: TextRange;
  /** Version, Id, Statement and whatever else is written. Statements are left out of the value of `Statement`. */
  readonly members: readonly Member[];
  /** The value of `Statement`, without its content. */
  readonly statementValue: Value | undefined;
  readonly statements: readonly PlacedStatement[];
  /** Entries of `Statement` that are no objects. */
  readonly strayStatements: readonly Value[];
  readonly type: PolicyTypeVerdict;
  /** JSON errors of an embedded policy; those of the file are in `PolicyFile`. */
  readonly problems: readonly JsonProblem[];
  /** True if it has JSON errors of its own or of the file: what seems to be missing may only not be typed yet. */
  readonly isBroken: boolean;
}

/** A statement and where it stands. */
export interface PlacedStatement {
  readonly statement: Statement;
  /** Of the statement's first character in the text of the policy. */
  readonly offset: number;
  /** Among the entries of `Statement`; 0 if `Statement` is one object. */
  readonly index: number;
  /** RFC 6901 pointer from the policy to the statement. */
  readonly pointer: string;
}

export interface PolicyTypeVerdict {
  readonly policyType: PolicyType;
  /** One clause that a user understands. */
  readonly reason: string;
  readonly source: 'inferred' | 'setting';
}

/** The decoded `Version`; undefined if it is missing or no string. */
export function policyVersion(policy: PolicyDocument): string | undefined {
  const value = policy.members.find(({ key }) => key.text === 'Version')?.value;
  return value?.kind === 'string' ? value.text : undefined;
}

/** The statement that contains the offset (in the policy's text), its braces included. */
export function statementAt(policy: PolicyDocument, offset: number): PlacedStatement | undefined {
  const { statements } = policy;
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle] as PlacedStatement).offset <= offset) low = middle + 1;
    else high = middle;
  }
  const candidate = statements[low - 1];
  return candidate && offset <= candidate.offset + candidate.statement.text.length ? candidate : undefined;
}
