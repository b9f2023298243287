import { PassThrough } from 'node:stream';
import type { ExitCode } from '../../server/src/cli/program.ts';
import { run } from '../../server/src/cli/program.ts';
import { TINY } from './tiny-catalogue.ts';

export interface CliResult {
  readonly code: ExitCode | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Run a command line in this process, without colours, on the tiny catalogue. */
export async function runCli(arguments_: readonly string[], input = ''): Promise<CliResult> {
  const stdin = new PassThrough();
  stdin.end(input);
  const [stdout, stderr] = [collector(), collector()];
  const code = await run(arguments_, {
    terminal: { stdin, stdout: stdout.stream, stderr: stderr.stream, hasColours: false },
    version: '0.0.0-test',
    catalogue: () => TINY,
    serve: () => {},
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(): { readonly stream: PassThrough; text(): string } {
  const stream = new PassThrough();
  const chunks: string[] = [];
  stream.on('data', (chunk) => chunks.push(String(chunk)));
  return { stream, text: () => chunks.join('') };
}
