import { startServer } from './lsp-client.mjs';
import { STRUCTURAL_SCHEMA } from './structural-schema.mjs';

/** Starts a server and introduces itself as an editor that can do what VS Code can. */
export async function startEditor(command) {
  const server = startServer(command, SETTINGS);
  const { result, at } = await server.request('initialize', {
    processId: process.pid,
    clientInfo: { name: 'bench' },
    rootUri: null,
    workspaceFolders: null,
    capabilities: CAPABILITIES,
  });
  server.notify('initialized', {});
  server.notify('workspace/didChangeConfiguration', { settings: SETTINGS });
  return {
    capabilities: result.capabilities,
    memory: server.memory,
    stop: server.stop,
    msToInitialize: at - server.startedAt,
    msSinceSpawn: (moment) => moment - server.startedAt,
    open: (name, text) => openDocument(server, result.capabilities, `file:///bench/${name}`, text),
  };
}

/** An open document. Offsets are of its present text. */
function openDocument(server, capabilities, uri, initialText) {
  let text = initialText;
  let version = 1;
  const textDocument = { uri };
  const { textDocumentSync: sync } = capabilities;
  const isIncremental = (typeof sync === 'number' ? sync : sync?.change) === 2;
  const openedAt = server.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'json', version, text },
  });

  const ask = (method, params = {}) => server.request(`textDocument/${method}`, { textDocument, ...params });
  return {
    openedAt,
    text: () => text,
    /** Replaces `length` characters; returns when it was sent. */
    edit(offset, length, newText) {
      const range = { start: positionAt(text, offset), end: positionAt(text, offset + length) };
      text = text.slice(0, offset) + newText + text.slice(offset + length);
      version++;
      const contentChanges = [isIncremental ? { range, text: newText } : { text }];
      return server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    /** The diagnostics of the present text: asked for where the server can be asked, else the next that it sends. */
    async diagnostics(since) {
      if (!capabilities.diagnosticProvider) {
        const { diagnostics, at } = await server.publishedAfter(uri, since, version);
        return { items: diagnostics, at };
      }
      const { result, at } = await ask('diagnostic');
      return { items: result.items, at };
    },
    completion: (offset) =>
      ask('completion', { position: positionAt(text, offset), context: { triggerKind: 1 } }),
    hover: (offset) => ask('hover', { position: positionAt(text, offset) }),
    codeAction(offset, diagnostics) {
      const position = positionAt(text, offset);
      return ask('codeAction', { range: { start: position, end: position }, context: { diagnostics } });
    },
    close: () => server.notify('textDocument/didClose', { textDocument }),
  };
}

function positionAt(text, offset) {
  let line = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, character: offset - start };
}

/** Whatever else it may be, a server that validates by JSON schema does so with this one. */
const SETTINGS = {
  json: {
    validate: { enable: true },
    schemas: [{ fileMatch: ['*'], url: 'bench:///policy.schema.json', schema: STRUCTURAL_SCHEMA }],
  },
};

const CAPABILITIES = {
  workspace: {
    configuration: true,
    didChangeConfiguration: {},
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    synchronization: {},
    diagnostic: {},
    publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
    completion: {
      contextSupport: true,
      completionItem: { snippetSupport: true, labelDetailsSupport: true, insertReplaceSupport: true },
      completionList: { itemDefaults: ['editRange', 'insertTextFormat'] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
    },
  },
};
