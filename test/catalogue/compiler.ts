import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../../server/src/catalogue/catalogue.ts';
import { openCatalogue } from '../../server/src/catalogue/open-catalogue.ts';

/** What tests touch of the plain records in `scripts/catalogue/`. */
export interface Sources {
  readonly iamData: Release;
  readonly older: Release;
  readonly [source: string]: unknown;
}

export interface Release {
  readonly services: readonly SourceService[];
}

export interface SourceService {
  readonly prefix: string;
  readonly conditionKeys: readonly SourceKey[];
  readonly resourceTypes: readonly SourceResourceType[];
  readonly actions: readonly SourceAction[];
}

export interface SourceKey {
  readonly name: string;
  readonly type: string;
}

export interface SourceResourceType {
  readonly name: string;
  readonly arnFormats: readonly string[];
  readonly conditionKeys: readonly string[];
}

export interface SourceAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly resources: readonly { readonly type: string; readonly required: boolean }[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
  readonly isPermissionOnly: boolean;
}

export interface Compiled {
  readonly problems: readonly string[];
  readonly files: Readonly<Record<string, Uint8Array>>;
}

interface Compiler {
  readSources(project: string): Sources;
  readBaseline(project: string): Readonly<Record<string, number>>;
  compileCatalogue(sources: Sources, baseline: Readonly<Record<string, number>>): Compiled;
}

/** The scripts are plain modules that run unbundled, so tests load them as the build does. */
export async function loadScript<T>(name: string): Promise<T> {
  return import(pathToFileURL(resolve('scripts/catalogue', name)).href);
}

export const loadCompiler = (): Promise<Compiler> => loadScript<Compiler>('compile.mjs');

/** The real sources, read once. */
export function realSources(): Promise<Sources> {
  sources ??= loadCompiler().then(({ readSources }) => readSources(process.cwd()));
  return sources;
}

let sources: Promise<Sources> | undefined;

export const catalogueBytes = (): Uint8Array => readFileSync('server/data/catalogue.dat');

/** The catalogue as shipped, opened once. */
export function realCatalogue(): Catalogue {
  catalogue ??= openCatalogue(catalogueBytes());
  return catalogue;
}

let catalogue: Catalogue | undefined;
