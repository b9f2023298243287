import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import { createPolicyService } from '../service.ts';
import type { ExitCode, Terminal } from './program.ts';
import { readSources } from './read-sources.ts';

export interface ExplainOptions {
  readonly policyType?: PolicyType;
  readonly stdinFilename?: string;
}

interface ExplainContext {
  readonly terminal: Terminal;
  readonly catalogue: Catalogue;
}

/** Print in Markdown what the policies of a file allow; 1 if it holds none, 2 if it cannot be read. */
export async function explain(
  path: string,
  options: ExplainOptions,
  { terminal, catalogue }: ExplainContext,
): Promise<ExitCode> {
  const { stdin, stdout, stderr } = terminal;
  const service = createPolicyService({ catalogue, today: new Date().toISOString().slice(0, 10) });
  let explained = false;
  let failed = false;
  for await (const source of readSources([path], options, stdin)) {
    if ('problem' in source) {
      stderr.write(`${source.problem}\n`);
      failed = true;
      continue;
    }
    const { policyType = options.policyType, fileName, isPolicyFile, comments } = source;
    const file = service.read(source.text, { fileName, isPolicyFile, comments, policyType });
    const markdown = service.explain(file);
    if (markdown !== undefined) stdout.write(explained ? `\n${markdown}` : markdown);
    explained ||= markdown !== undefined;
  }
  if (failed) return 2;
  if (!explained) stderr.write(`There is no policy in ${path}.\n`);
  return explained ? 0 : 1;
}
