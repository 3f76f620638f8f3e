#!/usr/bin/env node
// PDF: sound structure, embedded fonts, title, author, language, outline, no "??", no link into nothing.
// usage: pdf.mjs [file]
import { basename } from 'node:path';
import { check, finish, needFile, note, run } from './report.mjs';

const book = process.argv[2] ?? 'book/out/handbook.pdf';
const name = basename(book);
needFile('pdf', book, 'build the PDF first');

const sound = run('pdf', 'qpdf', 'qpdf', ['--check', book]);
const complaint = (sound.stdout + sound.stderr).split('\n').filter((line) => /warning|error|damaged/i.test(line));
check('pdf/structure', name, sound.status === 0 ? [] :
  [['qpdf --check without complaint', complaint.slice(0, 3).join(' ') || `exit code ${sound.status}`, 'build the PDF again']]);

const fonts = run('pdf', 'poppler-utils', 'pdffonts', [book]).stdout.split('\n');
const column = fonts[0].indexOf('emb');
const bare = fonts.slice(2).filter((line) => line && !line.slice(column).startsWith('yes'));
check('pdf/fonts', name, [
  ...bare.map((line) => ['every font embedded', `${line.split(/\s/)[0]} not embedded`, 'use a font that the engine embeds']),
  ...(fonts.slice(2).some(Boolean) ? [] : [['at least one font', 'none', 'build the PDF again']]),
]);

const info = Object.fromEntries(run('pdf', 'poppler-utils', 'pdfinfo', [book]).stdout.split('\n')
  .map((line) => line.match(/^([^:]+):\s*(.*)$/)).filter(Boolean).map((match) => [match[1], match[2]]));
note(`pdf: ${name} has ${info.Pages ?? 'an unknown number of'} pages`);

// The objects of the file as qpdf's JSON, format 2: strings are "u:text" or "b:hex", names "/Name", references "7 0 R".
let qpdf;
try {
  qpdf = JSON.parse(run('pdf', 'qpdf', 'qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=none', book]).stdout).qpdf;
} catch (error) {
  check('pdf/objects', name, [['objects that qpdf can list', error.message, 'build the PDF again']]);
  finish();
  process.exit();
}
const objects = qpdf[1];
const get = (value) => {
  while (typeof value === 'string' && /^\d+ \d+ R$/.test(value)) {
    const object = objects[`obj:${value}`];
    value = object?.value ?? object?.stream?.dict;
  }
  return value;
};
const catalog = get(objects.trailer.value['/Root']);

const wanted = { Title: info.Title, Author: info.Author, '/Lang': get(catalog['/Lang'])?.replace(/^u:/, '') };
check('pdf/metadata', name, Object.entries(wanted).filter(([, value]) => !value?.trim())
  .map(([key]) => [`a document ${key}`, 'none', 'set it in the LaTeX template']));

const outline = get(get(catalog['/Outlines'])?.['/First']);
check('pdf/outline', name, outline?.['/Title'] ? [] :
  [['bookmarks', 'none', 'load hyperref with bookmarks and run LaTeX once more']]);

const unresolved = run('pdf', 'poppler-utils', 'pdftotext', ['-layout', book, '-']).stdout.split('\f')
  .flatMap((page, index) => page.split('\n').filter((line) => line.includes('??'))
    .map((line) => ['no "??"', `"${line.trim()}" on page ${index + 1}`, 'mend the cross reference or run LaTeX once more']));
check('pdf/references', name, unresolved);

// Named destinations: the name tree of PDF 1.2 and the older dictionary.
const destinations = new Map();
(function readTree(node) {
  node = get(node);
  const names = get(node?.['/Names']) ?? [];
  for (let i = 0; i < names.length; i += 2) destinations.set(names[i], get(names[i + 1]));
  for (const kid of get(node?.['/Kids']) ?? []) readTree(kid);
})(get(catalog['/Names'])?.['/Dests']);
for (const [key, value] of Object.entries(get(catalog['/Dests']) ?? {})) destinations.set(key, get(value));

// Every page of the page tree.
const pages = new Set();
(function readPages(reference) {
  const node = get(reference);
  if (node?.['/Type'] === '/Page') pages.add(reference);
  for (const kid of get(node?.['/Kids']) ?? []) readPages(kid);
})(catalog['/Pages']);

/** What is wrong with a link's destination, or nothing. */
function lost(destination) {
  let place = get(destination);
  if (!Array.isArray(place)) {
    if (!destinations.has(place)) return 'it is defined nowhere';
    place = destinations.get(place);
    // LuaTeX invents a bare [page /Fit] for a name that no place has; its real places are dictionaries.
    if (Array.isArray(place) && place.length === 2 && place[1] === '/Fit') return 'TeX found no such place and invented one';
    if (!Array.isArray(place)) place = get(place?.['/D']);
  }
  return pages.has(place?.[0]) ? null : 'it leads to no page';
}

let links = 0;
const missing = new Set();
for (const object of Object.values(objects)) {
  const value = object.value;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) continue;
  const action = get(value['/A']);
  const destination = action?.['/S'] === '/GoTo' ? action['/D'] : value['/Dest'];
  if (destination === undefined || (value['/Subtype'] !== '/Link' && !value['/Title'])) continue;
  links++;
  const why = lost(destination);
  if (why) missing.add(`${JSON.stringify(get(destination))}: ${why}`);
}
note(`pdf: ${name} has ${links} internal links and bookmarks, ${destinations.size} named places`);
check('pdf/links', name, [...missing].map((why) => ['a place for every link', why, 'define the label or drop the link']));
finish();
