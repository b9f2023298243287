import type { Catalogue } from '../catalogue/catalogue.ts';
import type { PolicyType } from '../iam/policy-type.ts';
import { configs } from './configs.ts';
import { policyServices } from './policy-services.ts';
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
  let explained = false;
  let failed = false;
  const complain = (message: string, severity: 'error' | 'warning' = 'error'): void => {
    failed ||= severity === 'error';
    stderr.write(`${message}\n`);
  };
  const today = new Date().toISOString().slice(0, 10);
  const configurations = configs({}, today, complain);
  const services = policyServices({ catalogue, today, complain });
  for await (const source of readSources([path], options, stdin)) {
    if ('problem' in source) {
      complain(source.problem);
      continue;
    }
    const { settingsOf } = await configurations.governing(source.folder);
    const { service, file } = services.read(source, settingsOf(source.location), options.policyType);
    const markdown = service.explain(file);
    if (markdown !== undefined) stdout.write(explained ? `\n${markdown}` : markdown);
    explained ||= markdown !== undefined;
  }
  if (failed) return 2;
  if (!explained) stderr.write(`There is no policy in ${path}.\n`);
  return explained ? 0 : 1;
}
