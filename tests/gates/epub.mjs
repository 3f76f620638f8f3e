#!/usr/bin/env node
// EPUB: epubcheck, accessibility metadata, every chapter in the table of contents, every picture with its text.
// usage: epub.mjs [file]
import { existsSync } from 'node:fs';
import { basename, posix } from 'node:path';
import { check, finish, need, needFile, note, run } from './report.mjs';

const book = process.argv[2] ?? 'book/out/handbook.epub';
const name = basename(book);
needFile('epub', book, 'build the EPUB first');
const { parseDocument } = await need('epub', 'htmlparser2');

const JAR = '/usr/share/java/epubcheck.jar'; // Debian's launcher needs binfmt_misc, so the jar is started directly
const WANTED_METADATA = ['schema:accessMode', 'schema:accessibilityFeature', 'schema:accessibilityHazard',
  'schema:accessibilitySummary'];

if (!existsSync(JAR)) {
  check('epub/epubcheck', name, [[JAR, 'none', 'install the Debian package epubcheck (make deps-gates)']]);
} else {
  const done = run('epub', 'default-jre-headless', 'java', ['-jar', JAR, '--locale', 'en', book]);
  const lines = (done.stdout + done.stderr).split('\n');
  lines.filter((line) => /^(WARNING|INFO)/.test(line)).forEach((line) => note(`epub: ${line}`));
  const errors = lines.filter((line) => /^(ERROR|FATAL)/.test(line));
  if (done.status !== 0 && !errors.length) errors.push(lines.join(' ').slice(0, 300));
  check('epub/epubcheck', name, errors.map((line) => ['no error', line, 'mend the named place']));
}

const read = (path) => run('epub', 'unzip', 'unzip', ['-p', book, path.replace(/[[\]*?\\]/g, '\\$&')]).stdout;
const parse = (path) => parseDocument(read(path), { xmlMode: true });

/** All elements below a node, in document order. */
function* elements(node) {
  for (const child of node.children ?? []) {
    if (child.type === 'tag') yield child;
    yield* elements(child);
  }
}
const all = (node, tag) => [...elements(node)].filter((element) => element.name.replace(/^.*:/, '') === tag);
const text = (node) => node.data ?? (node.children ?? []).map(text).join('');
const words = (element, attribute) => (element?.attribs[attribute] ?? '').split(/\s+/);

const packagePath = all(parse('META-INF/container.xml'), 'rootfile')[0]?.attribs['full-path'];
if (!packagePath) {
  check('epub/package', name, [['a package document named in META-INF/container.xml', 'none', 'mend the EPUB build']]);
  finish();
  process.exit();
}
const opf = parse(packagePath);
const inBook = (from, href) => posix.normalize(posix.join(posix.dirname(from), decodeURIComponent(href)));

const metadata = all(opf, 'meta').filter((meta) => text(meta).trim()).map((meta) => meta.attribs.property);
check('epub/accessibility', packagePath, WANTED_METADATA.filter((property) => !metadata.includes(property))
  .map((property) => [`<meta property="${property}"> with text`, 'none', 'add it to the EPUB metadata']));

const items = new Map(all(opf, 'item').map((item) =>
  [item.attribs.id, { path: inBook(packagePath, item.attribs.href), item }]));
const nav = [...items.values()].find(({ item }) => words(item, 'properties').includes('nav'));
const toc = nav && all(parse(nav.path), 'nav').find((element) => words(element, 'epub:type').includes('toc'));
if (!toc) {
  check('epub/nav', packagePath, [['a navigation document with <nav epub:type="toc">', 'none', 'make the EPUB with a table of contents']]);
} else {
  const linked = new Set(all(toc, 'a').map((a) => inBook(nav.path, a.attribs.href.replace(/#.*/, ''))));
  const missing = [];
  let chapters = 0;
  for (const ref of all(opf, 'itemref')) {
    const path = items.get(ref.attribs.idref)?.path;
    if (!path || path === nav.path || ref.attribs.linear === 'no') continue;
    const body = all(parse(path), 'body')[0];
    const types = body ? [body, ...elements(body)].flatMap((element) => words(element, 'epub:type')) : [];
    if (body?.attribs.id === 'cover' || types.includes('cover') || types.includes('titlepage')) continue;
    chapters++;
    if (!linked.has(path)) missing.push([`a link to ${path} in the table of contents`, 'none', 'add the chapter to the nav']);
  }
  if (!chapters) missing.push(['at least one chapter', 'none', 'mend the EPUB build']);
  check('epub/nav', nav.path, missing);
}

for (const { path, item } of items.values()) {
  if (item.attribs['media-type'] !== 'application/xhtml+xml') continue;
  const bare = all(parse(path), 'img').filter((img) => img.attribs.alt === undefined);
  check('epub/alt', path, bare.map((img) => [`an alt text for ${img.attribs.src}`, 'none', 'write what the picture says']));
}
finish();
