import type { TextRange } from './base/text-range.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { presetLevels } from './config/preset.ts';
import type { FileSettings } from './config/settle.ts';
import type { Action } from './features/code-action/action.ts';
import { fixAllEdits } from './features/code-action/fix-all.ts';
import { quickFixes } from './features/code-action/quick-fixes.ts';
import { type Lens, type LensPlace, lenses, lensTitle } from './features/code-lens/lenses.ts';
import { complete } from './features/completion/complete.ts';
import type { CompletionList } from './features/completion/completion.ts';
import { type DocumentLink, documentLinks } from './features/document-link/document-links.ts';
import { explain } from './features/explain/explain.ts';
import { documentation } from './features/hover/document-subject.ts';
import { type Hover, hover } from './features/hover/hover.ts';
import { type InlayHint, wildcardCounts } from './features/inlay-hint/wildcard-counts.ts';
import { type OutlineItem, outline } from './features/outline/outline.ts';
import { type NarrowedFile, narrowFile } from './features/refactor/narrow-file.ts';
import type { NarrowRequest } from './features/refactor/narrow-request.ts';
import { type NarrowingChoices, narrowingChoices } from './features/refactor/narrowing-choices.ts';
import { organize } from './features/refactor/organize.ts';
import { refactors } from './features/refactor/refactors.ts';
import { type RenameTarget, type Renaming, rename, renameTarget } from './features/rename/rename.ts';
import type { PolicyDocument, PolicyFile } from './policy/policy-document.ts';
import { type ReadOptions, readPolicies } from './policy/read-policies.ts';
import { elementsOf } from './rules/elements-of.ts';
import { RULES } from './rules/registry.generated.ts';
import type { Rule } from './rules/rule.ts';
import { createChecker, type LocatedFinding } from './rules/run-rules.ts';

export type { Action } from './features/code-action/action.ts';
export type { CompletionKind, CompletionList } from './features/completion/completion.ts';
export { generatePolicy, type PolicyRequest } from './features/generate/generate-policy.ts';
export type { Guard } from './features/generate/guard-condition.ts';
export type { Hover } from './features/hover/hover.ts';
export type { OutlineItem } from './features/outline/outline.ts';
export type { NarrowedFile } from './features/refactor/narrow-file.ts';
export type { NarrowRequest } from './features/refactor/narrow-request.ts';
export type { NarrowedStatement } from './features/refactor/narrow-statement.ts';
export type { NarrowingChoices } from './features/refactor/narrowing-choices.ts';
export { narrowedInWords, usageInWords } from './features/refactor/narrowing-in-words.ts';
export { jsonValues } from './reasoning/json-values.ts';
export { type UsageCollector, type UsageReading, usageCollector } from './reasoning/usage-collector.ts';
export type { Severity } from './rules/rule.ts';
export { SEVERITIES } from './rules/rule.ts';
export type { LocatedFinding } from './rules/run-rules.ts';

export interface ServiceOptions {
  readonly catalogue: Catalogue;
  /** Which rules run, and how loud; the preset `recommended` without it. */
  readonly settings?: Partial<FileSettings>;
  /** Without it a rule that throws ends the call: right for tests. */
  readonly onRuleError?: (rule: Rule, error: unknown) => void;
  /** The day, `2026-11-22`, for conditions about dates; without it none is called past. */
  readonly today?: string;
  /** False for the short hover of `Effect`. */
  readonly evaluationOrder?: boolean;
  /** Names that the user has given accounts, by id. */
  readonly accountNames?: ReadonlyMap<string, string>;
}

/** Whether an editor asks for a kind of code action. */
export type WantsKind = (kind: Action['kind']) => boolean;

/** Everything Leastwise knows to do with a text, for whichever door asks. Holds no documents. */
export interface PolicyService {
  readonly catalogue: Catalogue;
  /** Find the policies of a text; `previous` is what was read before the last edit. */
  read(text: string, options?: ReadOptions, previous?: PolicyFile): PolicyFile;
  validate(file: PolicyFile): readonly LocatedFinding[];
  /** Proposals at an offset; what `others`, the other open policies, name is proposed too. */
  complete(file: PolicyFile, offset: number, others?: readonly PolicyDocument[]): CompletionList | undefined;
  /** Markdown for the `subject` of a completion. */
  documentation(subject: string): string | undefined;
  hover(file: PolicyFile, offset: number): Hover | undefined;
  /** What the light bulb offers for a range, repairs first. */
  actions(file: PolicyFile, range: TextRange, wants?: WantsKind): readonly Action[];
  /** All repairs that change no access; undefined if there is none. */
  fixAll(file: PolicyFile): Action | undefined;
  /** The file with its statements narrowed to access levels, to what was used, or to their resources. */
  narrow(file: PolicyFile, request: NarrowRequest): NarrowedFile;
  /** What `narrow` can be asked for where a range lies; undefined where nothing can be narrowed. */
  narrowingChoices(file: PolicyFile, range: TextRange): NarrowingChoices | undefined;
  /** Sorts the actions of all statements; undefined where they are sorted. */
  organize(file: PolicyFile): Action | undefined;
  /** How many actions each wildcard within the range matches. */
  inlayHints(file: PolicyFile, range: TextRange): readonly InlayHint[];
  /** Places for a summary of each policy and statement; the words are those of `lensTitle`. */
  lenses(file: PolicyFile): readonly Lens[];
  lensTitle(file: PolicyFile, place: LensPlace): string | undefined;
  /** From actions and condition keys to AWS's documentation. */
  links(file: PolicyFile): readonly DocumentLink[];
  /** The Sid or bucket name at an offset. */
  renameTarget(file: PolicyFile, offset: number): RenameTarget | undefined;
  rename(file: PolicyFile, offset: number, newName: string): Renaming | undefined;
  outline(file: PolicyFile): readonly OutlineItem[];
  /** What the policies allow, in Markdown; undefined for a file without a policy. */
  explain(file: PolicyFile): string | undefined;
}

export function createPolicyService(options: ServiceOptions): PolicyService {
  const { catalogue, settings = {}, onRuleError = rethrow, today, evaluationOrder = true } = options;
  const accountName = (id: string): string | undefined => options.accountNames?.get(id);
  const { preset = 'recommended', severities: chosen = [], overrides = [], trustedAccounts } = settings;
  const severities = new Map([...presetLevels(preset), ...chosen]);
  const check = createChecker({
    catalogue,
    rules: RULES,
    elementsOf,
    severities,
    overrides,
    onRuleError,
    today,
    trustedAccounts,
  });
  return {
    catalogue,
    read: readPolicies,
    validate: check,
    complete: (file, offset, others) => complete(file, offset, catalogue, others),
    documentation: (subject) => documentation(subject, catalogue),
    hover: (file, offset) => hover(file, offset, catalogue, { evaluationOrder, accountName }),
    actions,
    fixAll: (file) => fixAll(check(file)),
    narrow: (file, request) => narrowFile(file, catalogue, request),
    narrowingChoices: (file, range) => narrowingChoices(file, catalogue, range),
    organize,
    inlayHints: (file, range) => wildcardCounts(file, range, catalogue),
    lenses,
    lensTitle: (file, place) => lensTitle(file, place, catalogue),
    links: (file) => documentLinks(file, catalogue),
    renameTarget,
    rename,
    outline,
    explain: (file) => explain(file, check(file), catalogue),
  };

  function actions(file: PolicyFile, range: TextRange, wants: WantsKind = () => true): readonly Action[] {
    const fixes = quickFixes(check(file), range).filter(({ kind }) => wants(kind));
    const titles = new Set(fixes.map(({ title }) => title));
    const others = refactors(file, range, catalogue).filter(({ kind }) => wants(kind));
    return [...fixes, ...others.filter(({ title }) => !titles.has(title))];
  }
}

function fixAll(findings: readonly LocatedFinding[]): Action | undefined {
  const edits = fixAllEdits(findings);
  if (edits.length === 0) return undefined;
  const title = 'Fix all that changes no access';
  return { title, kind: 'source.fixAll.iam', edits, isPreferred: false, isSnippet: false };
}

function rethrow(rule: Rule, error: unknown): never {
  throw new Error(`The rule ${rule.id} failed.`, { cause: error });
}
