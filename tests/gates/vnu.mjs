#!/usr/bin/env node
// The W3C checker over all pages, style sheets and SVG files: errors fail, warnings are shown.
// usage: vnu.mjs [folder]
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check, filesBelow, finish, here, needFile, note, run } from './report.mjs';

const site = resolve(process.argv[2] ?? 'book/out/html');
const jar = resolve(here, 'node_modules/vnu-jar/build/dist/vnu.jar');
needFile('vnu', site, 'build the site first');
needFile('vnu', jar, 'run make deps-gates');

const names = ['.html', '.css', '.svg'].flatMap((ending) => filesBelow(site, ending));
const done = run('vnu', 'default-jre-headless', 'java', ['-jar', jar, '--stdout', '--exit-zero-always',
  '--format', 'json', '--also-check-css', '--also-check-svg', ...names.map((name) => resolve(site, name))]);

let messages = [];
try {
  messages = JSON.parse(done.stdout).messages;
} catch {
  check('vnu', site, [['a report of the checker', (done.stderr || done.stdout).slice(0, 300) || 'nothing',
    'run the command by hand: java -jar tests/gates/node_modules/vnu-jar/build/dist/vnu.jar']]);
}

const byFile = new Map(names.map((name) => [name, []]));
if (!names.some((name) => name.endsWith('.html'))) {
  check('vnu', site, [['at least one .html page', 'none', 'build the site first']]);
}
for (const message of messages) {
  const file = message.url ? relative(site, fileURLToPath(message.url.replace(/^file:\/*/, 'file:///'))) : site;
  const where = `line ${message.lastLine ?? '?'}`;
  if (message.type === 'info') {
    note(`vnu: ${file}: ${where}: ${message.message}`);
    continue;
  }
  if (!byFile.has(file)) byFile.set(file, []);
  byFile.get(file).push([`valid markup at ${where}`, message.message,
    `mend near ${JSON.stringify((message.extract ?? '').trim().slice(0, 80))}`]);
}
for (const [file, problems] of byFile) check('vnu', file, problems);
finish();
