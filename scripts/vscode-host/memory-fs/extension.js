// A file system in memory, filled from the snapshot that the web host serves.
const vscode = require('vscode');

const { File, Directory } = vscode.FileType;
const { Created, Changed, Deleted } = vscode.FileChangeType;

exports.activate = async (context) => {
  const fileSystem = new MemoryFileSystem();
  const snapshot = await fetch(vscode.Uri.joinPath(context.extensionUri, 'snapshot.json').toString());
  for (const [path, text] of Object.entries(await snapshot.json())) {
    fileSystem.put(path, new TextEncoder().encode(text));
  }
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('memfs', fileSystem, { isCaseSensitive: true }),
    // Without a search provider every `workspaceContains` waits seven seconds, and tests start after that.
    vscode.workspace.registerFileSearchProvider('memfs', fileSystem),
  );
};

class MemoryFileSystem {
  entries = new Map();
  changes = new vscode.EventEmitter();
  onDidChangeFile = this.changes.event;

  /** Folders on the way are created; no data means a folder. */
  put(path, data) {
    const parent = path.slice(0, path.lastIndexOf('/'));
    if (parent && !this.entries.has(parent)) this.put(parent);
    this.entries.set(path, { type: data ? File : Directory, mtime: Date.now(), data });
  }

  get(uri) {
    const entry = uri.path === '/' ? { type: Directory, mtime: 0 } : this.entries.get(trim(uri.path));
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  watch() {
    return new vscode.Disposable(() => {});
  }

  stat(uri) {
    const { type, mtime, data } = this.get(uri);
    return { type, mtime, ctime: 0, size: data?.length ?? 0 };
  }

  readDirectory(uri) {
    this.get(uri);
    const prefix = `${trim(uri.path)}/`;
    return [...this.entries]
      .filter(([path]) => path.startsWith(prefix) && !path.slice(prefix.length).includes('/'))
      .map(([path, { type }]) => [path.slice(prefix.length), type]);
  }

  readFile(uri) {
    return this.get(uri).data;
  }

  writeFile(uri, data) {
    const type = this.entries.has(uri.path) ? Changed : Created;
    this.put(uri.path, data);
    this.changes.fire([{ type, uri }]);
  }

  createDirectory(uri) {
    this.put(trim(uri.path));
    this.changes.fire([{ type: Created, uri }]);
  }

  delete(uri) {
    for (const path of [...this.entries.keys()]) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.entries.delete(path);
    }
    this.changes.fire([{ type: Deleted, uri }]);
  }

  rename(from, to) {
    this.writeFile(to, this.get(from).data);
    this.delete(from);
  }

  provideFileSearchResults(_query, { folder }) {
    return [...this.entries]
      .filter(([path, { type }]) => type === File && path.startsWith(`${folder.path}/`))
      .map(([path]) => folder.with({ path }));
  }
}

function trim(path) {
  return path.replace(/\/$/, '');
}
