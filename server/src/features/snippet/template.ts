import type { PolicyType } from '../../iam/policy-type.ts';

/**
 * A policy, or a part of one, that is right once its tab stops are filled: a file template of VS Code and statements
 * that completion offers.
 */
export interface Template {
  /** `bucket-read-only`; does not change. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what is allowed or denied. */
  readonly description: string;
  /** Where the statements may stand, what they are written for first. */
  readonly policyTypes: readonly [PolicyType, ...PolicyType[]];
  /** What it is offered as; not given: as both. */
  readonly only?: 'file' | 'statement';
  readonly statements: readonly [StatementSketch, ...StatementSketch[]];
}

/**
 * A statement to write. Strings are what stands between the quotes, in snippet syntax: policy variables as
 * `\${aws:username}`, a tab stop with its default first (`${1:name}`), as `${1}` wherever the name occurs again.
 */
export type StatementSketch = {
  readonly Sid: string;
  readonly Effect: string;
  readonly Principal?: '*' | { readonly [type in 'AWS' | 'Service' | 'Federated']?: Texts };
  readonly Action?: Texts;
  readonly NotAction?: Texts;
  readonly Resource?: Texts;
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: Texts } };
};

type Texts = string | readonly string[];
