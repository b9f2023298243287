const { argv } = process;

// An editor waits for the language server, so nothing of the command line is loaded with it.
if (argv[2] === 'lsp' && argv[3] === '--stdio') require('./server.js');
else require('./commands.js');
