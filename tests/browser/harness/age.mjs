// The program age, as it comes with Debian: another implementation of locked files. It asks for the passphrase
// on a terminal, so it is given one.

import { execFileSync } from 'node:child_process';

function onTerminal(command, typed) {
  const input = typed.map(line => `${line}\n`).join('');
  execFileSync('script', ['--quiet', '--return', '--command', command, '/dev/null'], { input, timeout: 60_000 });
}

/** Locks a file with a passphrase into another, as bytes or as text. */
export const lock = (from, to, passphrase, { asText = false } = {}) =>
  onTerminal(`age --passphrase ${asText ? '--armor' : ''} --output '${to}' '${from}'`, [passphrase, passphrase]);

/** Opens a locked file into another. */
export const open = (from, to, passphrase) => onTerminal(`age --decrypt --output '${to}' '${from}'`, [passphrase]);
