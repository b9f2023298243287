import {
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type {
  LspRange,
  NARROW_REQUEST,
  NARROWING_CHOICES_REQUEST,
  NarrowingChoices,
  NarrowingChoicesResult,
  NarrowParams,
  NarrowResult,
} from '../../server/src/lsp/protocol.ts';
import type { NarrowingPreview } from './narrowing-preview.ts';
import type { PolicyServer } from './policy-server.ts';
import { askForUsage, readUsage } from './usage-files.ts';

const CHOICES: typeof NARROWING_CHOICES_REQUEST = 'leastwise/narrowingChoices';
const NARROW: typeof NARROW_REQUEST = 'leastwise/narrow';

/** What a code action or a key binding may say beforehand; whatever is missing is asked for. */
export interface NarrowArguments {
  /** The active document without it. */
  readonly uri?: string;
  /** The selection without it. */
  readonly range?: LspRange;
  /** Narrow to what was used, and ask for nothing else. */
  readonly used?: boolean;
  /** Log files, reports, and folders of them. */
  readonly logs?: readonly string[];
}

/** Ask what the statements at the cursor shall be narrowed to, show the difference, and apply it if wanted. */
export async function narrowPolicy(
  server: PolicyServer,
  preview: NarrowingPreview,
  given: NarrowArguments = {},
): Promise<void> {
  const document = await documentOf(given);
  if (!document) return;
  const place = { uri: document.uri.toString(), range: given.range ?? selectionIn(document) };
  const choices = await server.request<NarrowingChoicesResult>(CHOICES, place);
  if (!choices) {
    void window.showInformationMessage(l10n.t('There is no statement here that allows actions by name.'));
    return;
  }
  const picked = given.used ? { choice: {}, isUsed: true, keepUnlogged: true } : await pick(choices);
  if (!picked) return;
  const logs = picked.isUsed
    ? (given.logs?.map((log) => Uri.parse(log)) ?? (await askForUsage()))
    : undefined;
  if (picked.isUsed && !logs) return;
  const usage = logs && (await readUsage(server, logs));
  if (logs && !usage) return;

  const params: NarrowParams = {
    ...place,
    choice: picked.choice,
    ...(usage ? { usage: { ...usage, keepUnlogged: picked.keepUnlogged } } : {}),
  };
  const result = await server.request<NarrowResult | null>(NARROW, params);
  if (!result) return;
  if (result.edits.length === 0) {
    void window.showInformationMessage(l10n.t('Nothing to narrow. {0}', result.notes.join(' ')));
    return;
  }
  await preview.offer(document, result);
}

async function documentOf({ uri }: NarrowArguments): Promise<TextDocument | undefined> {
  return uri === undefined ? window.activeTextEditor?.document : workspace.openTextDocument(Uri.parse(uri));
}

function selectionIn(document: TextDocument): LspRange {
  const editor = window.visibleTextEditors.find((own) => own.document === document);
  const { start, end } = editor?.selection ?? new Range(0, 0, 0, 0);
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

type Choice = NarrowParams['choice'];

interface Picked {
  readonly choice: Choice;
  readonly isUsed: boolean;
  readonly keepUnlogged: boolean;
}

/** An entry of the list adds this to what is asked for. */
interface Entry extends QuickPickItem {
  readonly part?: Choice | 'used' | 'unlogged';
}

async function pick(choices: NarrowingChoices): Promise<Picked | undefined> {
  const picked = await window.showQuickPick(entries(choices), {
    title: l10n.t('Narrow {0} actions in {1}', choices.actions, statementsInWords(choices)),
    placeHolder: l10n.t('What shall remain? Choose one or several; the next step shows the difference.'),
    canPickMany: true,
    matchOnDescription: true,
  });
  const parts = picked?.flatMap(({ part }) => (part === undefined ? [] : [part])) ?? [];
  if (parts.every((part) => part === 'unlogged')) return undefined;
  const choice = merged(parts.filter((part) => typeof part === 'object'));
  return {
    choice,
    isUsed: parts.includes('used') || choice.toUsedResources === true,
    keepUnlogged: parts.includes('unlogged'),
  };
}

function statementsInWords({ statements }: NarrowingChoices): string {
  const [only, ...others] = statements;
  return others.length > 0
    ? l10n.t('{0} statements', statements.length)
    : l10n.t('the statement {0}', only ?? '');
}

/** Lists of several entries are joined. */
function merged(parts: readonly Choice[]): Choice {
  const joined = <K extends 'levels' | 'without' | 'guards'>(key: K) => {
    const all = parts.flatMap((part): readonly unknown[] => part[key] ?? []);
    return all.length > 0 ? { [key]: all } : {};
  };
  return Object.assign({}, ...parts, joined('levels'), joined('without'), joined('guards'));
}

function entries(choices: NarrowingChoices): readonly Entry[] {
  const { levels, sensitive, unusable, wildcards, stars, guards } = choices;
  const counted = (count: number): string => l10n.t('{0} actions', count);
  const kinds = {
    permissions: l10n.t('What changes permissions'),
    credentials: l10n.t('What hands out credentials'),
    destructive: l10n.t('What deletes'),
  };
  return [
    ...group(l10n.t('Keep only'), [
      ...levels.map(({ level, count }) => ({
        label: level,
        description: counted(count),
        part: { levels: [level] },
      })),
      {
        label: l10n.t('What was used…'),
        description: l10n.t('log files of CloudTrail, or a report of Access Analyzer or last access'),
        part: 'used',
      },
      {
        label: l10n.t('With it, what a trail logs only on request'),
        description: l10n.t('data events, such as reading an object'),
        picked: true,
        part: 'unlogged',
      },
    ]),
    ...group(l10n.t('Leave out'), [
      ...(unusable > 0
        ? [
            {
              label: l10n.t('What can be done with none of the resources'),
              description: counted(unusable),
              part: { toResources: true },
            },
          ]
        : []),
      ...sensitive.map(({ kind, count }) => ({
        label: kinds[kind],
        description: counted(count),
        part: { without: [kind] },
      })),
    ]),
    ...group(l10n.t('Write as'), [
      ...(wildcards > 0
        ? [{ label: l10n.t('Names instead of wildcards'), part: { form: 'names' } as const }]
        : []),
      {
        label: l10n.t('The fewest patterns that match the same actions'),
        part: { form: 'patterns' } as const,
      },
    ]),
    ...group(l10n.t('Resources'), [
      ...(stars > 0
        ? [
            {
              label: l10n.t('Those that were used instead of "*"…'),
              description: l10n.t('where log files of CloudTrail name all of them'),
              part: { toUsedResources: true },
            },
            { label: l10n.t('ARNs to fill in instead of "*"'), part: { limitsResources: true } },
          ]
        : []),
      { label: l10n.t('A statement for each kind of resource'), part: { splits: true } },
    ]),
    ...group(
      l10n.t('Require'),
      guards.map((guard) => ({ label: guard, part: { guards: [guard] } })),
    ),
  ];
}

function group(label: string, members: readonly Entry[]): readonly Entry[] {
  return members.length > 0 ? [{ label, kind: QuickPickItemKind.Separator }, ...members] : [];
}
