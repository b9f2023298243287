import { enumerated } from '../base/enumerated.ts';
import type { ActionInfo } from '../catalogue/catalogue.ts';
import { parseArn } from '../iam/arn.ts';
import { neededResourceTypes } from '../reasoning/needed-resource-types.ts';
import { arnSnippet } from './arn-snippet.ts';
import { neededFormats } from './written-formats.ts';

/** ARNs to fill in, in snippet syntax, and what to call them: `bucket and object ARNs`. */
export interface NeededArns {
  readonly names: string;
  readonly snippets: readonly string[];
}

/** More types than this are written as all resources of one account. */
const MANY_TYPES = 6;

/** More ARNs than this nobody fills in. */
const MANY_ARNS = 12;

/** The ARNs that let each of the actions work on resources to be named; undefined for none, or too many to fill in. */
export function neededArns(actions: readonly ActionInfo[]): NeededArns | undefined {
  const types = neededResourceTypes(actions);
  const needed = types.flatMap((type) => neededFormats(type, actions));
  const formats = [...new Set(needed.map(({ format }) => format))].sort();
  const isShort = formats.length <= MANY_TYPES;
  const written = isShort ? formats : [...new Set(formats.map(wholeAccount))];
  if (written.length === 0 || written.length > MANY_ARNS) return undefined;
  const typeNames = [...new Set(needed.map(({ typeName }) => typeName))].sort();
  const names = isShort ? `${enumerated(typeNames)} ARNs` : 'ARNs of one account';
  return { names, snippets: snippetsOf(written) };
}

/** `arn:${Partition}:ec2:${Region}:${Account}:instance/${InstanceId}` → `…:${Account}:*`. */
function wholeAccount(format: string): string {
  const arn = parseArn(format);
  return arn?.account ? `${format.slice(0, format.length - arn.resource.length)}*` : format;
}

/** Made in one piece, so that the ARNs share the tab stops of Region, account and name. */
function snippetsOf(formats: readonly string[]): readonly string[] {
  return arnSnippet(formats.join('\n')).split('\n');
}
