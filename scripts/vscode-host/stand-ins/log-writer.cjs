// Takes the place of @vscode/spdlog. Output channels of extensions are log files: without it they stay empty.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = LEVELS.indexOf('info');
    this.isFormatted = true;
    LEVELS.forEach((name, level) => {
      this[name] = (message) => this.write(level, name, message);
    });
  }

  write(level, name, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const text = this.isFormatted ? `${time} [${name === 'warn' ? 'warning' : name}] ${message}\n` : message;
    try {
      fs.appendFileSync(this.file, text);
    } catch {
      // The log folder may be deleted while the server still ends.
    }
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  setPattern() {
    this.isFormatted = true;
  }

  clearFormatters() {
    this.isFormatted = false;
  }

  flush() {}

  drop() {}
}

async function createLogger(_name, file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return new Logger(file);
}

exports.version = 1;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
