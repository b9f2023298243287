import type { PolicyType } from '../iam/policy-type.ts';

/** A text to lint, and what is known about it. */
export interface Source {
  /** The path as given, or the id of an NDJSON line; what findings call their file. */
  readonly name: string;
  readonly text: string;
  /** Where it lies, or would lie if it were a file: what globs are compared with. */
  readonly location: string;
  /** Where the search for a configuration begins. */
  readonly folder: string;
  readonly fileName: string | undefined;
  readonly policyType: PolicyType | undefined;
  readonly isPolicyFile: boolean;
  readonly comments: 'allowed' | 'refused';
}

/** Something that could not be read; everything else goes on. */
export interface Unreadable {
  readonly problem: string;
}
