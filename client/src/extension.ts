import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activatePolicies } from './client.ts';

let stop: (() => Promise<void>) | undefined;

/** Desktop and remote VS Code: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  stop = activatePolicies(
    context,
    (options) => new LanguageClient('leastwise', 'IAM Policy', { run, debug: run }, options),
  );
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
