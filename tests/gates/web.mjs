#!/usr/bin/env node
// Every page of the site in Chromium, from file://: accessibility, narrow screens, no request that leaves the folder,
// no JavaScript, print, search, copy, theme and keyboard.
// usage: web.mjs [folder]
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atSizes, axeProblems, inTurn, NARROW, NARROWEST, openSite, runAxe, WAIT, watch, WIDE } from './browser.mjs';
import { check, filesBelow, finish, giveUp, needFile } from './report.mjs';

// A page may weigh so much; one that tells a whole tool, so much more for each line of code beyond these. What was
// recorded, a schedule, a run or a table, weighs besides, because it is as long as it is.
const PAGE_BYTES = 150 * 1024;
const FREE_LINES = 500;
const LINE_BYTES = 250;
const QUERY = 'race condition';
const QUERY_PAGE = 'race-condition';

const site = resolve(process.argv[2] ?? 'book/out/html');
needFile('web', site, 'build the site first');
const names = filesBelow(site, '.html');
if (!names.length) giveUp('web', site, 'at least one .html page', 'none', 'build the site first');
const { browser, axe, base } = await openSite('web', site);

// ---- helpers that run inside the page ----

/** The texts of the main part that a reader cannot see. */
const hiddenTexts = (exempt) => {
  const main = document.querySelector('main');
  if (!main) return ['the page has no <main>'];
  const blocks = main.querySelectorAll('h1,h2,h3,h4,h5,h6,p,li,dt,dd,pre,table,blockquote,figcaption,summary');
  return [...blocks].filter((block) => block.textContent.trim() && !block.closest(exempt)
    && !block.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: false }))
    .map((block) => `"${block.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)}"`);
};

/** The element that sticks out furthest to the right, unless something between it and the page scrolls or clips it. */
const widestElement = () => {
  const clipped = (element) => {
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== 'visible') return true;
    }
    return false;
  };
  const [widest] = [...document.body.querySelectorAll('*')].filter((element) => !clipped(element))
    .sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right);
  return `, by ${widest ? widest.outerHTML.slice(0, 100) : 'body'}`;
};

const openDetails = () => document.querySelectorAll('details').forEach((details) => { details.open = true; });
const mainLength = () => document.querySelector('main')?.innerText.trim().length ?? 0;

/** Colours must have settled before their contrast is measured. */
const noMotion = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};

/** Notes what really reached the clipboard, by either way of getting there. */
const watchClipboard = () => {
  window.copied = null;
  const clipboard = navigator.clipboard;
  const write = clipboard?.writeText.bind(clipboard);
  if (write) clipboard.writeText = async (text) => { await write(text); window.copied = text; };
  document.addEventListener('copy', (event) => {
    const field = document.activeElement;
    const selected = /^(TEXTAREA|INPUT)$/.test(field?.tagName)
      ? field.value.slice(field.selectionStart, field.selectionEnd) : String(getSelection());
    window.copied = event.clipboardData?.getData('text/plain') || selected;
  });
};

/** The code that a copy button stands for: the first <pre> inside its nearest ancestor that has one. */
const codeOf = (button) => {
  let around = button;
  while (around && !around.querySelector('pre')) around = around.parentElement;
  if (!around) return null;
  // A chunk whose uses unfold in place is several <pre>, with the folds between them.
  const first = around.querySelector('pre');
  return [...first.parentElement.children].filter((e) => e.tagName === 'PRE').map((e) => e.textContent).join('\n');
};

const accessibleText = (element) => (element.getAttribute('aria-label') ?? element.textContent).trim();

// ---- the checks; each returns its problems ----

async function lookAndLayout(page, name) {
  await page.goto(base + encodeURI(name), { waitUntil: 'load' });
  const bytes = statSync(resolve(site, name)).size;
  const text = readFileSync(resolve(site, name), 'utf8');
  const lines = (text.match(/<span id="L\d+"/g) ?? []).length;
  const recorded = (text.match(/<figure class="(?:timeline|run|tablefigure record)"[^]*?<\/figure>|<div class="play"[^]*?<\/div>/g) ?? []).join('');
  const allowed = PAGE_BYTES + LINE_BYTES * Math.max(0, lines - FREE_LINES) + Buffer.byteLength(recorded);
  check('web/weight', name, bytes <= allowed ? [] :
    [[`at most ${allowed} bytes of HTML`, `${bytes}`, 'split the page or trim its markup']]);

  await page.evaluate(noMotion);
  await page.evaluate(openDetails);
  await page.evaluate(axe.source);
  const broken = new Map();
  const wide = await atSizes(page, [[WIDE, ['light', 'dark']], [NARROW, ['dark', 'light']], [NARROWEST, []]], broken, { widest: widestElement });
  check('web/axe', name, axeProblems(broken));
  check('web/width', name, wide);
  return page.evaluate(mainLength);
}

async function withoutScript(browser, name, lengthWithScript) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: WIDE });
  const page = await context.newPage();
  await page.goto(base + encodeURI(name));
  const problems = [];
  const summary = page.locator('details > summary').first();
  if (await summary.count()) {
    const before = await summary.evaluate((element) => element.parentElement.open);
    const worked = await summary.click({ timeout: WAIT }).then(() => true, () => false);
    const after = await summary.evaluate((element) => element.parentElement.open);
    if (!worked || before === after) problems.push(['<details> that opens without JavaScript', 'one that does not', 'leave it to the browser']);
  }
  await page.evaluate(openDetails);
  problems.push(...await page.evaluate(() => {
    const label = (element) => element.outerHTML.slice(0, 90);
    const shown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    const deaf = [...document.querySelectorAll('details')].filter((details) => {
      const summary = details.querySelector(':scope > summary');
      const content = [...details.children].filter((child) => child !== summary);
      return !summary?.textContent.trim() || !shown(summary) || (content.length && !content.some(shown));
    });
    const empty = [...document.querySelectorAll('nav')].filter((nav) => shown(nav)
      && ![...nav.querySelectorAll('a[href]')].some((link) => shown(link) && (link.textContent.trim() || link.getAttribute('aria-label'))));
    return [
      ...deaf.map((element) => ['<details> with a summary and content', label(element), 'write its content into the page']),
      ...empty.map((element) => ['no empty navigation without JavaScript', label(element), 'write its links into the page or hide it']),
    ];
  }));
  const hidden = await page.evaluate(hiddenTexts, 'nav,[hidden],template,dialog');
  problems.push(...hidden.slice(0, 3).map((text) => ['all main text without JavaScript', `${text} hidden`, 'show it, let the script hide it']));
  const length = await page.evaluate(mainLength);
  if (length === 0 || length < 0.8 * lengthWithScript) {
    problems.push(['the main text without JavaScript', `${length} characters of ${lengthWithScript}`, 'write the text into the page']);
  }
  check('web/noscript', name, problems);
  await context.close();
}

/** Text in <main> that is not to be printed carries the class no-print (or sits in a <nav>). */
async function print(page, name) {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const hidden = await page.evaluate(hiddenTexts, 'nav,[hidden],template,dialog,button,.no-print');
  check('web/print', name, hidden.slice(0, 3).map((text) =>
    ['all main text in print', `${text} hidden`, 'show it in @media print, or mark it class="no-print"']));
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
}

async function search(page, name) {
  const input = page.locator('#search');
  if (!await input.count()) return check('web/search', name, [['an input with id "search"', 'none', 'add it to the page template']]);
  const problems = [];
  try {
    await input.click({ timeout: WAIT });
    await input.fill(QUERY, { timeout: WAIT });
    const first = page.locator('#results a').first();
    await first.waitFor({ timeout: WAIT });
    const href = await first.evaluate((link) => link.href);
    if (!href.includes(QUERY_PAGE)) {
      problems.push([`"${QUERY_PAGE}" first for "${QUERY}"`, href, 'mend the index or its weights']);
    } else if (!href.startsWith(base) || !existsSync(fileURLToPath(href.replace(/[?#].*/, '')))) {
      problems.push(['a result that exists', href, 'make the links of the index relative to the page']);
    }
  } catch (error) {
    problems.push([`a link in #results for "${QUERY}"`, error.message.split('\n')[0], 'make the search work from file://']);
  }
  check('web/search', name, problems);
  await input.fill('', { timeout: WAIT }).catch(() => {});
}

async function copy(page, name) {
  const buttons = page.locator(':not(.program) > button.copy');
  const count = await buttons.count();
  if (!count) {
    const listings = await page.locator('main pre').count();
    return check('web/copy', name, listings ? [['an element button.copy', `none beside ${listings} <pre>`, 'add it to the chunks']] : []);
  }
  const problems = [];
  // A whole program is fetched when it is copied: what is copied is the file that can be downloaded, to the byte.
  const program = page.locator('.program button.copy').first();
  if (await program.count()) {
    const href = await page.locator('.program .download').first().evaluate((link) => link.href);
    await page.evaluate(() => { window.copied = null; });
    await program.click({ timeout: WAIT });
    await page.waitForFunction(() => window.copied !== null, null, { timeout: WAIT }).catch(() => {});
    if (await page.evaluate(() => window.copied) !== readFileSync(fileURLToPath(href), 'utf8')) {
      problems.push([`the whole of ${href.replace(/.*\//, '')} on the clipboard`, 'something else', 'mend programButton in script.js, or the .js beside the program']);
    }
  }
  for (const button of count > 1 ? [buttons.first(), buttons.last()] : [buttons.first()]) {
    try {
      const before = await button.evaluate(accessibleText);
      const code = await button.evaluate(codeOf);
      await page.evaluate(() => { window.copied = null; });
      await button.click({ timeout: WAIT });
      const element = await button.elementHandle();
      await page.waitForFunction(([node, old]) => (node.getAttribute('aria-label') ?? node.textContent).trim() !== old,
        [element, before], { timeout: WAIT }).catch(() =>
        problems.push(['a new accessible text of button.copy after the click', `still "${before}"`, 'set its text or aria-label']));
      const copied = await page.evaluate(() => window.copied);
      problems.push(...copiedProblems(copied, code));
    } catch (error) {
      problems.push(['a button.copy that can be clicked', error.message.split('\n')[0], 'mend the button']);
    }
  }
  check('web/copy', name, problems);
}

function copiedProblems(copied, code) {
  if (!copied?.trim()) return [['the code on the clipboard', 'nothing', 'use navigator.clipboard, else a selection and execCommand("copy")']];
  if (code === null) return [['a <pre> near button.copy', 'none', 'put the button and its <pre> into one element']];
  const lines = copied.split('\n').filter((line) => line.trim());
  const numbers = lines.map((line) => Number(line.match(/^\s*(\d+)(\s|$)/)?.[1] ?? NaN));
  if (lines.length > 1 && numbers.every((number, index) => number === numbers[0] + index)) {
    return [['code without line numbers', `"${lines[0].trim()}"`, 'leave the numbers out of the copy']];
  }
  const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
  const shown = squeeze(code);
  const foreign = lines.find((line) => !shown.includes(squeeze(line)));
  if (foreign) return [['the code of the chunk', `"${foreign.trim()}"`, 'copy what the chunk shows']];
  const last = squeeze(code.trimEnd().split('\n').at(-1)).replace(/^\d+ /, '');
  if (!squeeze(lines.at(-1)).includes(last)) return [[`the whole chunk, up to "${last}"`, `"${lines.at(-1).trim()}" as its last line`, 'copy all lines']];
  return [];
}

async function theme(page, name) {
  const toggle = page.locator('#theme');
  if (!await toggle.count()) return check('web/theme', name, [['an element with id "theme"', 'none', 'add it to the page template']]);
  const problems = [];
  const broken = new Map();
  const current = () => page.evaluate(() => document.documentElement.dataset.theme ?? '');
  try {
    const seen = new Set([await current()]);
    for (let click = 1; click <= 3; click++) {
      await toggle.click({ timeout: WAIT });
      const now = await current();
      if (click === 1 && seen.has(now)) problems.push(['another <html data-theme> after a click on #theme', `still "${now}"`, 'mend the toggle']);
      if (!seen.has(now) && now) await runAxe(page, `data-theme ${now}`, broken, { only: { type: 'rule', values: ['color-contrast'] } });
      seen.add(now);
      if (click === 1) {
        await page.reload();
        if (await current() !== now) problems.push([`data-theme="${now}" after a reload`, `"${await current()}"`, 'keep the choice in localStorage']);
        await page.evaluate(noMotion);
        await page.evaluate(axe.source);
      }
    }
  } catch (error) {
    problems.push(['a #theme that can be clicked', error.message.split('\n')[0], 'mend the toggle']);
  }
  check('web/theme', name, [...problems, ...axeProblems(broken)]);
}

async function keyboard(page, name) {
  const problems = [];
  await page.goto(base + encodeURI(name));
  const focused = () => page.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const target = element.getAttribute('href')?.match(/^#(.+)/)?.[1];
    const place = target && document.getElementById(decodeURIComponent(target));
    return {
      id: element.id,
      html: element.outerHTML.slice(0, 80),
      skip: !!place && !!place.closest('main'),
      visible: box.width > 1 && box.right > 0 && box.bottom > 0 && element.checkVisibility({ checkOpacity: true }),
    };
  });
  await page.keyboard.press('Tab');
  const skip = await focused();
  if (!skip.skip) problems.push(['a skip link to <main> at the first Tab', skip.html, 'make it the first link of the page']);
  else if (!skip.visible) problems.push(['a skip link that shows when it has the focus', 'it hidden', 'show it on :focus']);
  const missing = new Set(['search', 'theme']);
  const stops = await page.locator('a,button,input,summary,select,[tabindex]').count();
  for (let tabs = 0; tabs <= stops && missing.size; tabs++) {
    missing.delete((await focused()).id);
    await page.keyboard.press('Tab');
  }
  problems.push(...[...missing].map((id) => [`Tab to reach #${id}`, `no stop there in ${stops} stops`, 'make it focusable']));
  check('web/keyboard', name, problems);
}

// ---- all of it, page by page ----

async function gate(name) {
  const context = await browser.newContext({ viewport: WIDE, permissions: ['clipboard-read', 'clipboard-write'] });
  await context.addInitScript(watchClipboard);
  const page = await context.newPage();
  const seen = watch(page, base);
  try {
    const length = await lookAndLayout(page, name);
    await withoutScript(browser, name, length);
    await page.setViewportSize(WIDE);
    await page.reload();
    await print(page, name);
    await search(page, name);
    await copy(page, name);
    await page.reload();
    await page.evaluate(axe.source);
    await theme(page, name);
    await keyboard(page, name);
  } catch (error) {
    check('web', name, [['a page that the browser can be led through', error.message.split('\n')[0], 'open it by hand']]);
  }
  check('web/load', name, [...seen.values()]);
  await context.close();
}

await inTurn('web', names, gate);
await browser.close();
finish();
