import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { glob } from 'tinyglobby';
import { folderOf } from '../config/location.ts';
import { isPolicyPath } from '../policy/policy-path.ts';
import type { LintOptions } from './lint.ts';
import { readNdjsonLine } from './ndjson.ts';
import type { Source, Unreadable } from './source.ts';

/** What decides how a text is read. */
export type SourceOptions = Pick<LintOptions, 'inputFormat' | 'policyType' | 'stdinFilename'>;

/** What policies are written in; other files are read only when they are named. */
const PATTERNS = ['**/*.{json,jsonc,iampolicy}'];
const IGNORED = ['**/node_modules/**', '**/.git/**'];

/** The texts that files, folders and standard input hold, one at a time. */
export async function* readSources(
  paths: readonly string[],
  options: SourceOptions,
  stdin: NodeJS.ReadableStream,
): AsyncIterable<Source | Unreadable> {
  for (const path of paths) {
    if (path === '-') yield* readStandardInput(options, stdin);
    else yield* readPath(path, options);
  }
}

async function* readStandardInput(
  options: SourceOptions,
  stdin: NodeJS.ReadableStream,
): AsyncIterable<Source | Unreadable> {
  const name = options.stdinFilename ?? '<stdin>';
  if (options.inputFormat === 'ndjson') yield* readNdjson(name, stdin);
  else yield source(name, await textOf(stdin), options.stdinFilename === undefined);
}

async function* readPath(path: string, options: SourceOptions): AsyncIterable<Source | Unreadable> {
  const files = await filesOf(path);
  if ('problem' in files) {
    yield files;
    return;
  }
  for (const file of files) {
    if (options.inputFormat === 'ndjson') yield* readNdjson(file, createReadStream(file));
    else yield await readOne(file, options.policyType !== undefined);
  }
}

async function filesOf(path: string): Promise<readonly string[] | Unreadable> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const found = await glob(PATTERNS, { cwd: path, ignore: IGNORED, dot: true, expandDirectories: false });
    return found.sort().map((file) => (path === '.' ? file : join(path, file)));
  } catch (error) {
    return unreadable(path, error);
  }
}

async function readOne(file: string, isPolicyFile: boolean): Promise<Source | Unreadable> {
  try {
    return source(file, await readFile(file, 'utf8'), isPolicyFile);
  } catch (error) {
    return unreadable(file, error);
  }
}

async function* readNdjson(name: string, stream: NodeJS.ReadableStream): AsyncIterable<Source | Unreadable> {
  let number = 0;
  const folder = locationOf('.');
  try {
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (line.trim() !== '') yield readNdjsonLine(line, `${name}:${number}`, folder);
    }
  } catch (error) {
    yield unreadable(name, error);
  }
}

function source(name: string, text: string, isPolicyFile: boolean): Source {
  const location = locationOf(name);
  return {
    name,
    text,
    location,
    folder: folderOf(location),
    fileName: basename(name),
    policyType: undefined,
    isPolicyFile: isPolicyFile || isPolicyPath(name),
    comments: /\.jsonc$/i.test(name) ? 'allowed' : 'refused',
  };
}

/** An absolute path with slashes. */
export function locationOf(path: string): string {
  return resolve(path).split(sep).join('/');
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
};

/** What to say of a file that could not be read. */
export function unreadable(name: string, error: unknown): Unreadable {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  return { problem: `Cannot read ${name}: ${REASONS[code] ?? message}.` };
}
