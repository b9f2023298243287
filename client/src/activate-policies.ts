import { type ExtensionContext, window } from 'vscode';
import { registerCommands } from './commands.ts';
import { registerWriteReason } from './config-files.ts';
import { firstPolicy } from './policy-documents.ts';
import { type CreateClient, policyServer } from './policy-server.ts';
import { showStatus } from './status.ts';

/**
 * Register commands and status, then start the server as soon as a document looks like a policy.
 *
 * Returns what stops it all.
 */
export function activatePolicies(context: ExtensionContext, createClient: CreateClient): () => Promise<void> {
  const output = window.createOutputChannel('IAM Policy', { log: true });
  const server = policyServer(createClient, output);
  context.subscriptions.push(
    output,
    registerWriteReason(),
    ...registerCommands(context, server, output),
    ...showStatus(server),
  );

  const waiting = new AbortController();
  firstPolicy(waiting.signal)
    .then(() => server.start())
    .catch((error) => output.error(error));
  return () => {
    waiting.abort();
    return server.stop();
  };
}
