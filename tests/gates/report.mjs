// What every gate shares: counting checks, wording failures, starting tools.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = fileURLToPath(new URL('.', import.meta.url));

let passed = 0;
let failed = 0;

/** One check of one file. It fails when there is at least one problem: [expected, found, what to do]. */
export function check(gate, file, problems) {
  for (const [expected, found, todo] of problems) {
    const line = `${gate}: ${file}: expected ${expected}, found ${found}; ${todo}`;
    console.log(line.replace(/\s+/g, ' '));
  }
  if (problems.length) failed++;
  else passed++;
}

export function note(text) {
  console.log(`  note: ${text}`.replace(/[\r\n]+/g, ' '));
}

export function finish() {
  console.log(`gates: ${passed} passed, ${failed} failed, 0 skipped`);
  process.exitCode = failed ? 1 : 0;
}

/** For a gate that cannot do its work at all. */
export function giveUp(gate, file, expected, found, todo) {
  check(gate, file, [[expected, found, todo]]);
  finish();
  process.exit();
}

/** Runs a command without a shell; a missing command ends the gate and names its Debian package. */
export function run(gate, debianPackage, command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (done.error?.code === 'ENOENT') {
    giveUp(gate, command, 'this command', 'none',
      `install the Debian package ${debianPackage} (make deps-gates)`);
  }
  if (done.error) throw done.error;
  return done;
}

/** Imports an npm package, or ends the gate with a line that says how to get it. */
export async function need(gate, name) {
  try {
    return await import(name);
  } catch (error) {
    return giveUp(gate, name, 'this npm package in tests/gates/node_modules', error.code ?? error.message,
      'run make deps-gates');
  }
}

export function needFile(gate, path, todo) {
  if (!existsSync(path)) giveUp(gate, path, 'this file or folder', 'none', todo);
}

/** All files below a folder, relative, with forward slashes, in a fixed order. */
export function filesBelow(folder, ending) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
    .map((name) => name.split(sep).join('/'))
    .sort();
}
