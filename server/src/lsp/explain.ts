import { EXPLAIN_COMMAND } from './protocol.ts';
import type { ServerContext } from './server-context.ts';

/** The commands of `workspace/executeCommand`. Explaining takes the URI of an open document and gives Markdown. */
export function answerCommands({ connection, ask, service }: ServerContext): void {
  connection.onExecuteCommand(({ command, arguments: given }) => {
    const uri: unknown = given?.[0];
    if (command !== EXPLAIN_COMMAND || typeof uri !== 'string') return null;
    return ask('explanation', uri, null, (_, file) => service(uri).explain(file) ?? null);
  });
}
