#!/usr/bin/env node
// Every internal link, fragment and resource of the site exists; links to the web are counted, never followed.
// usage: links.mjs [folder]
import { readFileSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { check, filesBelow, finish, need, needFile, note } from './report.mjs';

const site = resolve(process.argv[2] ?? 'book/out/html');
needFile('links', site, 'build the site first');
const { Parser } = await need('links', 'htmlparser2');

const LINK_ATTRIBUTES = ['href', 'src', 'poster', 'data', 'action', 'srcset', 'cite'];

/** The ids and the links of one page. */
function readPage(file) {
  const ids = new Set(['', 'top']);
  const links = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (attributes.id) ids.add(attributes.id);
      if (tag === 'a' && attributes.name) ids.add(attributes.name);
      for (const name of LINK_ATTRIBUTES) {
        const value = attributes[name];
        if (value === undefined || (name === 'data' && tag !== 'object')) continue;
        if (name === 'srcset') links.push(...value.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0]));
        else links.push(value.trim());
      }
      if (attributes.style) links.push(...cssLinks(attributes.style));
    },
  });
  parser.end(readFileSync(file, 'utf8'));
  return { ids, links };
}

function cssLinks(css) {
  const found = css.replace(/\/\*[^]*?\*\//g, '').matchAll(/url\(\s*(['"]?)(.*?)\1\s*\)|@import\s+(['"])(.*?)\3/g);
  return [...found].map((match) => match[2] ?? match[4]);
}

const pages = new Map(filesBelow(site, '.html').map((name) => [name, readPage(resolve(site, name))]));
const sheets = new Map(filesBelow(site, '.css').map((name) =>
  [name, { links: cssLinks(readFileSync(resolve(site, name), 'utf8')) }]));

let internal = 0;
let external = 0;

/** What is wrong with a link of a file, or nothing. */
function problem(file, link) {
  if (/^(https?:|mailto:)/i.test(link)) {
    external++;
    return null;
  }
  if (/^(data|blob):/i.test(link)) return null;
  internal++;
  if (/^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith('/')) {
    return ['a relative link that works from file://', `"${link}"`, 'write it relative to the page'];
  }
  const target = new URL(link, pathToFileURL(resolve(site, file)));
  let path;
  let fragment;
  try {
    path = fileURLToPath(target.href.replace(/[?#].*/, ''));
    fragment = decodeURIComponent(target.hash.slice(1)).replace(/:~:.*/, '');
  } catch {
    return ['a well-formed link', `"${link}"`, 'mend its percent escapes'];
  }
  const name = relative(site, path).split(sep).join('/');
  if (name === '..' || name.startsWith('../')) {
    return ['a target inside the site folder', `"${link}"`, 'copy the target into the site or drop the link'];
  }
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [`the target of "${link}"`, 'no such file', 'mend the link or build the file'];
  if (stat.isDirectory()) return ['a link to a file', `the folder "${link}"`, 'link to its index.html'];
  if (fragment && pages.has(name) && !pages.get(name).ids.has(fragment)) {
    return [`the id "${fragment}" on ${name}`, 'none', `give the place its id or mend the link "${link}"`];
  }
  return null;
}

if (!pages.size) check('links', site, [['at least one .html page', 'none', 'build the site first']]);
for (const [file, { links }] of [...pages, ...sheets]) {
  check('links', file, [...new Set(links)].map((link) => problem(file, link)).filter(Boolean));
}
note(`links: ${internal} internal links checked, ${external} links to the web counted and not followed`);
finish();
