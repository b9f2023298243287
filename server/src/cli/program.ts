import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ACCESS_LEVELS, type AccessLevel, type Catalogue } from '../catalogue/catalogue.ts';
import { PRESETS } from '../config/preset.ts';
import { isPolicyType, POLICY_TYPES, type PolicyType } from '../iam/policy-type.ts';
import { SEVERITIES } from '../service.ts';
import { expand } from './expand.ts';
import { type ExplainOptions, explain } from './explain.ts';
import { type LintOptions, lint } from './lint.ts';
import { type NarrowOptions, narrow } from './narrow.ts';

/** What the world supplies to the command line. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly hasColours: boolean;
}

/** 0: nothing to report; 1: findings at or above `--fail-on`; 2: wrong usage, or something could not be read. */
export type ExitCode = 0 | 1 | 2;

export interface ProgramOptions {
  readonly terminal: Terminal;
  readonly version: string;
  /** Opened only by commands that need it. */
  readonly catalogue: () => Catalogue;
  /** Start the language server over stdin and stdout. */
  readonly serve: () => void;
}

/** Run one command line (without node and script); undefined while the language server runs on. */
export async function run(
  arguments_: readonly string[],
  options: ProgramOptions,
): Promise<ExitCode | undefined> {
  let code: ExitCode | undefined = 0;
  const program = createProgram(options, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...arguments_], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return code;
}

function createProgram(
  { terminal, version, catalogue, serve }: ProgramOptions,
  finish: (code: ExitCode | undefined) => void,
): Command {
  const { stdout, stderr } = terminal;
  const program = new Command('leastwise')
    .description(
      'Check IAM policies: what AWS would reject, what can never match, what is dangerous. Offline.',
    )
    .version(`${version}`, '-V, --version')
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
    })
    .exitOverride()
    .showHelpAfterError('Run with --help to see what is possible.');

  program
    .command('lint')
    .description('Report what is wrong in policies, wherever they are in JSON files.')
    .argument('[path...]', 'files and folders; - reads standard input', ['.'])
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .option('--policy-type <type>', `${POLICY_TYPES.join(', ')}; inferred without it`, policyTypeOption)
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices(SEVERITIES)
        .default('error'),
    )
    .addOption(
      new Option('--input-format <format>', 'what standard input and files hold').choices(['json', 'ndjson']),
    )
    .option('--stdin-filename <name>', 'name of what is read from standard input')
    .option('--config <file>', CONFIG_OPTION)
    .option('--no-config', NO_CONFIG_OPTION)
    .addOption(
      new Option('--preset <preset>', 'instead of what configurations name').choices(Object.keys(PRESETS)),
    )
    .option('--baseline <file>', 'findings that are known and not reported')
    .option('--baseline-write', 'take all findings for known from now on')
    .addHelpText('after', LINT_HELP)
    .action(async (paths: string[], options: LintOptions) =>
      finish(await lint(paths, options, { terminal, catalogue: catalogue() })),
    );

  program
    .command('expand')
    .description('List the actions that a pattern matches.')
    .argument('<action...>', "patterns such as 's3:Get*'; quote them for your shell")
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', EXPAND_HELP)
    .action((patterns: string[], { format }: { format: 'text' | 'json' }) =>
      finish(expand(patterns, format, { terminal, catalogue: catalogue() })),
    );

  program
    .command('explain')
    .description('Say in Markdown what the policies of a file allow, what is risky, and how AWS decides.')
    .argument('<file>', 'a file; - reads standard input')
    .option('--policy-type <type>', `${POLICY_TYPES.join(', ')}; inferred without it`, policyTypeOption)
    .option('--stdin-filename <name>', 'name of what is read from standard input')
    .addHelpText('after', EXPLAIN_HELP)
    .action(async (file: string, options: ExplainOptions) =>
      finish(await explain(file, options, { terminal, catalogue: catalogue() })),
    );

  program
    .command('narrow')
    .description('Take out of the policies of a file the actions that are not needed.')
    .argument('<file>', 'a file or folder with policies; - reads standard input')
    .option('--levels <levels>', `keep only ${LEVEL_NAMES.join(', ')}; separated by commas`, levelsOption)
    .option('--cloudtrail <path>', 'keep only what was used: a log file, a report, or a folder of them')
    .option('--principal <name>', 'count only the events of this user or role: its ARN or name')
    .option('--keep-unlogged', 'keep what a trail would not show if it were used')
    .option('--used-resources', 'limit Resource to what the events name, where it is "*" and they name all')
    .option('--statement <sid|index>', 'only the statement with this Sid, or place counted from 0')
    .option('--policy-type <type>', `${POLICY_TYPES.join(', ')}; inferred without it`, policyTypeOption)
    .option('--config <file>', CONFIG_OPTION)
    .option('--no-config', NO_CONFIG_OPTION)
    .option('--write', 'change the file instead of printing the difference')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', NARROW_HELP)
    .action(async (file: string, options: NarrowOptions) =>
      finish(await narrow(file, options, { terminal, catalogue: catalogue() })),
    );

  program
    .command('lsp')
    .description('Run the language server, for any editor.')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(() => {
      serve();
      finish(undefined);
    });

  return program.addHelpText('after', PROGRAM_HELP);
}

const CONFIG_OPTION = 'a configuration for all files; without it the nearest leastwise.json(c) of each';
const NO_CONFIG_OPTION = 'look for no configuration';

function policyTypeOption(text: string): PolicyType {
  if (isPolicyType(text)) return text;
  throw new InvalidArgumentError(`Choose one of ${POLICY_TYPES.join(', ')}.`);
}

/** `permissions` for the last, which is long to type. */
const LEVEL_NAMES: readonly string[] = ACCESS_LEVELS.map((level) => level.split(' ')[0]?.toLowerCase() ?? '');

function levelsOption(text: string): readonly AccessLevel[] {
  return text.split(',').flatMap((part) => {
    const name = part.trim().toLowerCase().replaceAll('-', ' ');
    if (name === 'read only') return ['Read', 'List'] as const;
    const level = ACCESS_LEVELS.find((own, i) => own.toLowerCase() === name || LEVEL_NAMES[i] === name);
    if (!level) throw new InvalidArgumentError(`Choose among ${LEVEL_NAMES.join(', ')}.`);
    return [level];
  });
}

const PROGRAM_HELP = `
Examples:
  leastwise lint                             every policy below this folder
  leastwise lint role.json --format json     for other programs, with fixes
  aws iam get-role-policy … | leastwise lint -
  leastwise expand 's3:Get*Tagging'
  leastwise explain role.json > role.md

Exit codes: 0 nothing to report, 1 findings, 2 wrong usage or unreadable input.
Findings go to standard output, everything else to standard error.`;

const LINT_HELP = `
Policies are found in .json, .jsonc and .iampolicy files, at any depth of any JSON and inside JSON strings.
Files without a policy are passed over.

The nearest leastwise.json or leastwise.jsonc above a file says how loud each rule is there. An error in it is reported
with its place and ends the run with 2. --baseline-write writes all findings to the file of --baseline, else to the one
that the configuration names, else to leastwise-baseline.json; what it knows is not reported any more, what is gone is.

With --input-format ndjson each line is { "id": …, "policy": …, "policyType"?: … }, where "policy" is an object or
the policy's text; findings name the id as their file. Any number of lines needs the same memory.

Examples:
  leastwise lint policies/ --fail-on warning
  leastwise lint trust.json --policy-type trust
  leastwise lint --preset strict --no-config
  leastwise lint --baseline-write && leastwise lint --baseline leastwise-baseline.json
  leastwise lint --input-format ndjson - < policies.jsonl`;

const EXPAND_HELP = `
Examples:
  leastwise expand 's3:Get*' 'sts:*'
  leastwise expand '*:*Secret*' --format json`;

const EXPLAIN_HELP = `
For each policy: a table of services by access level, what is risky, what Deny statements take away, and how AWS
decides for its type. Exit codes: 0 explained, 1 no policy, 2 unreadable.

Examples:
  leastwise explain role.json
  aws iam get-role-policy … | leastwise explain -`;

const NARROW_HELP = `
Prints the difference as a patch; --write changes the file instead. Statements that allow are narrowed, one by one, to
actions that they have already: nothing is ever allowed that was not. Comments and layout stay. What is in no data of
ours stays too and is reported.

Without --levels and --cloudtrail the actions go that can be used on none of the resources that a statement names:
they never were allowed. A statement of which nothing remains is taken out, unless it is the only one.

--cloudtrail reads log files as trails write them (.json, .json.gz, or a folder of them), lists of records, the answer
of "aws cloudtrail lookup-events", and the reports of "aws iam get-service-last-accessed-details" and "aws
accessanalyzer get-generated-policy". An event becomes the actions that authorise it; events for which we know none are
listed, never dropped in silence. Denied and failed calls do not count. Passing a role is never logged: it counts as
used where a call names a role to pass.

Examples:
  leastwise narrow role.json --levels read,list
  leastwise narrow role.json --cloudtrail logs/ --principal app --write
  leastwise narrow role.json --cloudtrail logs/ --used-resources
  leastwise narrow role.json --statement Files --format json

The nearest leastwise.json or leastwise.jsonc of a file says of what type its policies are.

Exit codes: 0 nothing to narrow, or written; 1 the policy can be narrower; 2 wrong usage, no
policy, or something that cannot be read, among it an error in a configuration.`;
