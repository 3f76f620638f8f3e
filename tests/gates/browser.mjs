// What the gates that look at pages in Chromium share.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { giveUp, need } from './report.mjs';

const CHROMIUM = '/usr/bin/chromium';
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WORKERS = 2;
export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };
export const NARROWEST = { width: 320, height: 700 };
export const WAIT = 5000;

/** The browser, axe, and the address of the site; or the gate ends, and says what is missing. */
export async function openSite(gate, site) {
  const { chromium } = await need(gate, 'playwright-core');
  const { default: axe } = await need(gate, 'axe-core');
  if (!existsSync(CHROMIUM)) {
    giveUp(gate, CHROMIUM, 'the browser', 'none', 'install the Debian package chromium (make deps-gates)');
  }
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  return { browser, axe, base: pathToFileURL(`${site}/`).href };
}

/** Collects requests that leave the site folder and errors, for as long as the page lives. */
export function watch(page, base, requested = new Set()) {
  const seen = new Map();
  const see = (...problem) => seen.set(problem.join(), problem);
  page.on('request', (request) => {
    const url = request.url();
    requested.add(url);
    if (!url.startsWith(base) && !/^(data|blob):/.test(url)) {
      see('only requests inside the site folder', url, 'ship the file with the site');
    }
  });
  page.on('websocket', (socket) => see('no connection', socket.url(), 'drop it'));
  page.on('console', (message) => {
    if (message.type() === 'error') see('a silent console', message.text(), 'mend the script or the missing file');
  });
  page.on('pageerror', (error) => see('no script error', error.message, 'mend the script'));
  return seen;
}

/** Runs axe, which the page has loaded, and adds each broken rule, with the places where it broke, to a map. */
export async function runAxe(page, label, broken, { within = null, only = { type: 'tag', values: AXE_TAGS } } = {}) {
  const { violations } = await page.evaluate(([places, runOnly]) => {
    const there = places?.filter((place) => document.querySelector(place)).map((place) => [place]);
    return window.axe.run(there ? { include: there } : document, { runOnly, resultTypes: ['violations'], preload: false });
  }, [within, only]);
  for (const { id, help, nodes } of violations) {
    const what = `${id}: ${help}, ${nodes.length} times, first at ${nodes[0].html.slice(0, 110)}`;
    broken.set(what, [...broken.get(what) ?? [], label]);
  }
}
export const axeProblems = (broken) => [...broken].map(([what, labels]) =>
  ['no accessibility violation', `${what} (${labels.join(', ')})`, `see axe-core's rule ${what.split(':')[0]}`]);

/** At each size, whether the page scrolls sideways; and axe, in each of the size's colour schemes. */
export async function atSizes(page, sizes, broken, { within, widest = () => '', what = '' } = {}) {
  const wide = [];
  for (const [size, schemes] of sizes) {
    await page.setViewportSize(size);
    const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    if (content > view) {
      wide.push([`no sideways scroll at ${size.width} px${what && ` ${what}`}`, `a page ${content} px wide${await page.evaluate(widest)}`,
        'let the element wrap or scroll inside itself']);
    }
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await runAxe(page, `${colorScheme} ${size.width} px`, broken, { within });
    }
  }
  return wide;
}

/** Two workers take pages from one list. */
export async function inTurn(gate, names, look) {
  const queue = [...names];
  let done = 0;
  await Promise.all(Array.from({ length: WORKERS }, async () => {
    while (queue.length) {
      const name = queue.shift();
      const started = Date.now();
      await look(name);
      console.error(`  ${gate}: ${++done} of ${names.length} pages (${name}, ${((Date.now() - started) / 1000).toFixed(1)} s)`);
    }
  }));
}
