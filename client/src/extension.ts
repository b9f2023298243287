import type { ExtensionContext } from 'vscode';
import { activatePolicies } from './activate-policies.ts';

let stop: (() => Promise<void>) | undefined;

/** Desktop and remote VS Code: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  stop = activatePolicies(context, async (options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    return new LanguageClient('leastwise', 'IAM Policy', { module, transport: TransportKind.ipc }, options);
  });
}

export function deactivate(): Promise<void> | undefined {
  return stop?.();
}
