import { FileType, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { READ_USAGE_REQUEST, ReadUsageParams, ReadUsageResult } from '../../server/src/lsp/protocol.ts';
import type { PolicyServer } from './policy-server.ts';

const READ_USAGE: typeof READ_USAGE_REQUEST = 'leastwise/readUsage';

/** What the server has read, and whose use of it counts. */
export interface Usage {
  readonly collection: string;
  readonly principal?: string | undefined;
}

/** Log files, reports, or a folder of them; undefined if the user picks none. */
export async function askForUsage(): Promise<readonly Uri[] | undefined> {
  // One dialog for both would show only folders on Windows and Linux.
  const file = { label: l10n.t('Files…'), description: '.json, .json.gz', isFolder: false };
  const folder = {
    label: l10n.t('A folder…'),
    description: l10n.t('with all files below it'),
    isFolder: true,
  };
  const picked = await window.showQuickPick([file, folder], {
    title: l10n.t('Narrow to what was used'),
    placeHolder: l10n.t('Where are the log files of CloudTrail, or the report?'),
  });
  if (!picked) return undefined;
  return window.showOpenDialog({
    canSelectFiles: !picked.isFolder,
    canSelectFolders: picked.isFolder,
    canSelectMany: true,
    ...(picked.isFolder ? {} : { filters: { [l10n.t('Logs and reports')]: ['json', 'gz'] } }),
  });
}

let collections = 0;

/** Have the server read all of them; undefined where one cannot be read, or the user gives up. */
export async function readUsage(server: PolicyServer, picked: readonly Uri[]): Promise<Usage | undefined> {
  const collection = String(++collections);
  const principals = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Reading what was used'), cancellable: true },
    async (progress, cancellation) => {
      let known: readonly string[] | undefined;
      let count = 0;
      for (const root of picked) {
        for await (const { uri, isNamed } of filesBelow(root)) {
          if (cancellation.isCancellationRequested) return undefined;
          progress.report({ message: l10n.t('{0} files', ++count) });
          const params: ReadUsageParams = { collection, text: await textOf(uri) };
          const { problem, principals } = await server.request<ReadUsageResult>(READ_USAGE, params);
          // Folders of a trail also hold digests, but what cannot be read would count as unused.
          if (problem === 'no JSON' || (problem && isNamed)) {
            void window.showErrorMessage(
              l10n.t('{0} holds no CloudTrail records, and no report of what was used.', uri.path),
            );
            return undefined;
          }
          if (!problem) known = principals;
        }
      }
      if (!known) void window.showErrorMessage(l10n.t('There are no log files and no reports in it.'));
      return known;
    },
  );
  if (!principals) return undefined;
  if (principals.length < 2) return { collection };
  const everyone = { label: l10n.t('All {0}', principals.length), principal: undefined };
  const answer = await window.showQuickPick(
    [everyone, ...principals.map((principal) => ({ label: principal, principal }))],
    { title: l10n.t('Narrow to what was used'), placeHolder: l10n.t('Used by whom?') },
  );
  return answer && { collection, principal: answer.principal };
}

interface UsageFile {
  readonly uri: Uri;
  /** Picked itself, not with its folder. */
  readonly isNamed: boolean;
}

async function* filesBelow(uri: Uri, isNamed = true): AsyncGenerator<UsageFile> {
  const { type } = await workspace.fs.stat(uri);
  if (!(type & FileType.Directory)) {
    if (isNamed || /\.json(?:\.gz)?$/i.test(uri.path)) yield { uri, isNamed };
    return;
  }
  for (const [name] of await workspace.fs.readDirectory(uri))
    yield* filesBelow(Uri.joinPath(uri, name), false);
}

async function textOf(uri: Uri): Promise<string> {
  const bytes = await workspace.fs.readFile(uri);
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return new TextDecoder().decode(isZipped ? await unzipped(bytes) : bytes);
}

/** As Node and browsers do it alike. */
async function unzipped(bytes: Uint8Array): Promise<ArrayBuffer> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
