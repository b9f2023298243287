import type { CodeAction } from 'vscode-languageserver';
import {
  type Action,
  jsonValues,
  narrowedInWords,
  type UsageCollector,
  type UsageReading,
  usageCollector,
  usageInWords,
} from '../service.ts';
import { toLspEdit, toTextRange } from './convert.ts';
import { guarded } from './guard.ts';
import {
  NARROW_COMMAND,
  NARROW_REQUEST,
  NARROWING_CHOICES_REQUEST,
  type NarrowingChoicesResult,
  type NarrowingPlace,
  type NarrowParams,
  type NarrowResult,
  READ_USAGE_REQUEST,
  type ReadUsageParams,
  type ReadUsageResult,
} from './protocol.ts';
import type { ServerContext } from './server-context.ts';

/** Answer the command that narrows statements: what to choose from, what was used, and the text that follows. */
export function answerNarrowing({ connection, ask, service }: ServerContext): void {
  let collection: { readonly name: string; readonly collector: UsageCollector } | undefined;

  connection.onRequest(NARROWING_CHOICES_REQUEST, ({ uri, range }: NarrowingPlace) =>
    ask<NarrowingChoicesResult>(
      'narrowing choices',
      uri,
      null,
      (document, file) => service().narrowingChoices(file, toTextRange(document, range)) ?? null,
    ),
  );

  connection.onRequest(READ_USAGE_REQUEST, ({ collection: name, text }: ReadUsageParams) =>
    guarded<ReadUsageResult>(connection.console, 'usage', { problem: 'no usage', principals: [] }, () => {
      if (collection?.name !== name) {
        collection = { name, collector: usageCollector(service().catalogue, { isByPrincipal: true }) };
      }
      return readUsage(text, collection.collector);
    }),
  );

  connection.onRequest(NARROW_REQUEST, ({ uri, range, choice, usage }: NarrowParams) =>
    ask<NarrowResult | null>('narrowing', uri, null, (document, file) => {
      const known = usage && usage.collection === collection?.name ? collection.collector : undefined;
      const reading = known?.reading(usage);
      if (usage && !reading) return null;
      const request = { ...choice, used: reading?.used, range: toTextRange(document, range) };
      const narrowed = service().narrow(file, request);
      const sum = (field: 'countBefore' | 'countAfter'): number =>
        narrowed.statements.reduce((total, statement) => total + statement[field], 0);
      return {
        before: narrowed.before,
        after: narrowed.after,
        edits: narrowed.edits.map((edit) => toLspEdit(document, edit)),
        actionsBefore: sum('countBefore'),
        actionsAfter: sum('countAfter'),
        notes: [
          ...narrowed.statements.map(narrowedInWords),
          ...(reading
            ? notesOn(
                reading,
                narrowed.statements.flatMap(({ removed }) => removed),
                usage,
              )
            : []),
        ],
      };
    }),
  );
}

/** Where something can be narrowed at once: to what was used, and whatever else, which takes questions. */
export function narrowingCommands(offered: readonly Action[], place: NarrowingPlace): CodeAction[] {
  const kind = 'refactor.rewrite.narrow';
  if (!offered.some((action) => action.kind === kind)) return [];
  const command = NARROW_COMMAND;
  return [
    ['Narrow to what was used (choose log files)…', { ...place, used: true }] as const,
    ['Narrow to several things at once, with a preview…', place] as const,
  ].map(([title, argument]) => ({ title, kind, command: { title, command, arguments: [argument] } }));
}

const ADVICE = {
  principal: 'narrow again to choose one of them.',
  unlogged: 'Choose to keep what is not logged if the trail has no data events.',
};

function notesOn(
  reading: UsageReading,
  removed: readonly string[],
  usage: NarrowParams['usage'],
): readonly string[] {
  const { principal, keepUnlogged } = usage ?? {};
  return usageInWords(reading, removed, { principal, keepUnlogged, advice: ADVICE });
}

function readUsage(text: string, collector: UsageCollector): ReadUsageResult {
  const values = valuesOf(text);
  if (!values) return { problem: 'no JSON', principals: collector.principals() };
  const isRead = values.map((json) => collector.add(json)).includes(true);
  return { ...(isRead ? {} : { problem: 'no usage' as const }), principals: collector.principals() };
}

function valuesOf(text: string): readonly unknown[] | undefined {
  try {
    return jsonValues(text);
  } catch {
    return undefined;
  }
}
