import { closest } from '../base/edit-distance.ts';
import { type Baseline, baselineText, readBaseline } from './baseline.ts';
import type { Config, ConfigProblem, Located } from './config.ts';
import { folderOf, joined } from './location.ts';
import { isPreset, PRESETS, type Preset } from './preset.ts';
import { readConfig } from './read-config.ts';

/** A configuration with all that it extends. */
export interface LoadedConfig {
  readonly location: string;
  /** In the order in which they apply. */
  readonly steps: readonly ConfigStep[];
  /** Every file that was read, the configuration itself first. */
  readonly files: readonly ConfigFile[];
  /** Files that it names and that could not be read; it is another one once they exist. */
  readonly missing: readonly string[];
  /** What is known already; undefined where no file of it is named, empty where that does not exist yet. */
  readonly baseline: LoadedBaseline | undefined;
}

export interface LoadedBaseline {
  readonly location: string;
  readonly text: string;
  readonly baseline: Baseline;
  readonly problems: readonly ConfigProblem[];
}

export type ConfigStep = { readonly preset: Preset } | ReadConfig;

export interface ReadConfig {
  readonly config: Config;
  readonly location: string;
  readonly text: string;
}

export interface ConfigFile {
  readonly location: string;
  readonly text: string;
  readonly problems: readonly ConfigProblem[];
}

/** The text of a file; undefined where there is none. */
export type ReadText = (location: string) => string | undefined | Promise<string | undefined>;

/** Read a configuration, and what it extends. Never throws unless `read` does. */
export async function loadConfig(
  location: string,
  text: string,
  read: ReadText,
  today: string | undefined,
): Promise<LoadedConfig> {
  const steps: ConfigStep[] = [];
  const files: ConfigFile[] = [];
  const missing: string[] = [];
  let extensions = 0;
  let baseline: LoadedBaseline | undefined;
  await load(location, text, []);
  return { location, steps, files: files.reverse(), missing, baseline };

  async function load(at: string, content: string, above: readonly string[]): Promise<void> {
    const { config, problems } = readConfig(content, today);
    const found: ConfigProblem[] = [...problems];
    for (const extension of config.extends) {
      if (isPreset(extension.value)) steps.push({ preset: extension.value });
      else found.push(...(await extend(extension, at, [...above, at])));
    }
    if (config.baseline) found.push(...(await takeBaseline(config.baseline, at)));
    steps.push({ config, location: at, text: content });
    found.sort((a, b) => a.range.start - b.range.start);
    files.push({ location: at, text: content, problems: found });
  }

  async function takeBaseline(
    { value, range }: Located<string>,
    from: string,
  ): Promise<readonly ConfigProblem[]> {
    const target = joined(folderOf(from), value);
    const content = await read(target);
    baseline = { location: target, text: content ?? '', ...readBaseline(content ?? EMPTY_BASELINE) };
    if (content !== undefined) return [];
    missing.push(target);
    const message = `There is no file "${value}" yet; "leastwise lint --baseline-write" makes it.`;
    return [{ severity: 'hint', message, range, fixes: [], kind: 'meaning' }];
  }

  async function extend(
    { value, range }: Located<string>,
    from: string,
    above: readonly string[],
  ): Promise<readonly ConfigProblem[]> {
    const problem = (message: string, names: readonly string[] = []): readonly ConfigProblem[] => [
      {
        severity: 'error',
        message,
        range,
        kind: 'meaning',
        fixes: names.map((name) => ({
          title: `Change to "${name}"`,
          edits: [{ range, newText: JSON.stringify(name) }],
        })),
      },
    ];
    if (!isPath(value)) {
      const names = Object.keys(PRESETS);
      return problem(`There is no preset "${value}"; files begin with "./" or "../".`, closest(value, names));
    }
    const target = joined(folderOf(from), value);
    if (above.includes(target)) return problem(`"${value}" extends this file in turn.`);
    if (++extensions > MAX_EXTENSIONS) return problem(`More than ${MAX_EXTENSIONS} files are extended.`);
    const content = await read(target);
    if (content !== undefined) {
      await load(target, content, above);
      return [];
    }
    missing.push(target);
    return problem(`There is no file "${value}" here.`);
  }
}

/** Two files that extend the next two each soon would be thousands. */
const MAX_EXTENSIONS = 100;

const EMPTY_BASELINE = baselineText(new Map());

function isPath(name: string): boolean {
  return /^\.\.?\//.test(name) || /\.jsonc?$/.test(name);
}
