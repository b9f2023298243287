// Takes the place of @vscode/fs-copyfile, which the built-in Git extension loads.
const fs = require('node:fs');

exports.constants = fs.constants;
exports.copyFile = fs.promises.copyFile;
exports.copyFileSync = fs.copyFileSync;
exports.cp = fs.promises.cp;
exports.isCloneSupported = () => false;
