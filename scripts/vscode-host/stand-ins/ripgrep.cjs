// Takes the place of the JavaScript half of @vscode/ripgrep; the program lies beside it.
exports.rgPath = require('node:path').join(__dirname, 'bin/rg');
