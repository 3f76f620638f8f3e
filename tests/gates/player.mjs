#!/usr/bin/env node
// Timelines that are stepped through and programs whose scheduler is the reader, in Chromium, from file://.
// What they show is compared with their data at every step, whichever way one goes.
// usage: player.mjs [folder]
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { atSizes, axeProblems, inTurn, NARROW, NARROWEST, openSite, WAIT, watch, WIDE } from './browser.mjs';
import { check, filesBelow, finish, needFile, note } from './report.mjs';

const DATA_BYTES = 200 * 1024;

const site = resolve(process.argv[2] ?? 'book/out/html');
needFile('player', site, 'build the site first');
const { browser, axe, base } = await openSite('player', site);

// ---- the data ----

const dataFile = (key, kind) => `traces/${key.replace('/', '-')}${kind}.js`;
function load(file, table, key) {
  const window = {};
  runInNewContext(readFileSync(resolve(site, file), 'utf8'), { window });
  return window[table]?.[key];
}
const program = (key) => {
  const named = resolve(site, 'programs', `${key}.c`); // or with the options of a run after its name
  const file = existsSync(named) ? named : named.replace(/-[a-z0-9=]+\.c$/, '.c');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : null;
};
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const brief = (value) => JSON.stringify(value).slice(0, 160);

/** The differences of what is to be seen and what is seen, as problems. */
function differences(where, expected, found, todo) {
  return Object.keys(expected).filter((key) => !same(expected[key], found[key]))
    .map((key) => [`${key} ${brief(expected[key])} ${where}`, brief(found[key]), todo]);
}

/** Values as they are shown: those that change with what they were before. */
function shownValues(now, before) {
  return Object.keys(now).map((name) => [name, name in before && before[name] !== now[name] ? `${before[name]} → ${now[name]}` : now[name],
    name in before && before[name] !== now[name]]);
}

// ---- what the page shows, as plain values; these run inside the page ----

/** Clicks what is named, if anything, and tells what is to be seen then. */
const seeTimeline = (figure, click) => {
  if (click) figure.querySelector(click).click();
  const shown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const box = figure.querySelector('.player');
  const source = box.querySelector('.source');
  const values = [...box.querySelectorAll('.values > div')].map((pair) =>
    [pair.querySelector('dt').textContent, pair.querySelector('dd').textContent, pair.matches('.changed')]);
  const rows = [...figure.querySelectorAll('tr[data-step]')];
  const paint = (row) => [getComputedStyle(row.cells[0]).backgroundColor, getComputedStyle(row.cells[0], '::before').content];
  const current = rows.filter((row) => row.hasAttribute('aria-current'));
  const other = rows.find((row) => !row.hasAttribute('aria-current'));
  const lit = [...document.querySelectorAll('.stepped')];
  const place = box.getBoundingClientRect();
  return {
    rows: current.map((row) => row.dataset.step),
    'marked by colour and sign': current.length === 1 && !!other
      && paint(current[0]).every((part, i) => part !== paint(other)[i]),
    count: box.querySelector('.count').textContent,
    slider: box.querySelector('input').value,
    'slider in words': box.querySelector('input').getAttribute('aria-valuetext'),
    values,
    code: source.querySelector('code')?.textContent ?? '',
    link: source.querySelector('a')?.getAttribute('href') ?? '',
    lines: lit.map((line) => line.id),
    'lines marked by a sign': lit.every((line) => getComputedStyle(line).backgroundColor !== 'rgba(0, 0, 0, 0)'),
    'a player in view': shown(box) && place.bottom > 0 && place.top < innerHeight,
    'a row in view': current.every((row) => row.getBoundingClientRect().bottom > 0 && row.getBoundingClientRect().top < innerHeight),
    said: box.querySelector('[role=status]')?.textContent ?? '',
  };
};

const seeGame = (place, click) => {
  if (click) [...place.querySelectorAll('.thread')][click[0]].querySelectorAll('button')[click[1]].click();
  const box = place.querySelector('.player');
  return {
    threads: [...box.querySelectorAll('.thread')].map((thread) => ({
      name: thread.querySelector('b').textContent,
      code: thread.querySelector('code')?.textContent ?? '',
      buttons: [...thread.querySelectorAll('button')].filter((b) => b.getAttribute('aria-disabled') === 'false')
        .map((b) => [...b.childNodes].filter((n) => n.nodeName !== 'KBD').map((n) => n.textContent).join('').trim()),
    })),
    values: [...box.querySelectorAll('.values > div')].map((pair) =>
      [pair.querySelector('dt').textContent, pair.querySelector('dd').textContent, pair.matches('.changed')]),
    past: [...box.querySelectorAll('tbody tr')].map((row) => {
      const at = [...row.cells].findIndex((cell) => cell.matches('.step'));
      return [box.querySelectorAll('thead th')[at].textContent, row.cells[at].textContent];
    }),
    said: box.querySelector('[role=status]')?.textContent ?? '',
    count: box.querySelector('.count').textContent,
  };
};

// ---- a timeline ----

/** What is to be seen at each row, 0 being before the first, from the data and the table that stands there without script. */
function expectations(trace, key, rows) {
  const lines = program(key);
  const after = [{ ...trace.start }];
  for (const step of trace.steps) after.push({ ...after.at(-1), ...step.set });
  const all = trace.steps.length;
  return [{ n: 0, to: 0 }, ...rows].map(({ n, text, folded, ids }, i, list) => {
    const to = i === 0 ? 0 : i + 1 < list.length ? list[i + 1].n - 1 : all;
    const step = trace.steps[n - 1];
    const where = step && !folded && step.line > 0 ? `${step.file}:${step.line}` : '';
    const id = where && trace.lines?.[where];
    const here = id && ids.includes(id) ? id : '';
    const count = `${to > n ? `steps ${n}–${to}` : `step ${to}`} of ${all}`;
    return {
      rows: i ? [String(n)] : [],
      'marked by colour and sign': i > 0,
      count,
      slider: String(i),
      'slider in words': count,
      values: shownValues(after[to], i ? after[n - 1] : after[0]),
      code: (where && lines?.[step.line - 1]?.trim()) || '',
      link: here ? `#${here}` : '',
      lines: here ? [here] : [],
      'lines marked by a sign': true,
      'a player in view': true,
      'a row in view': true,
      says: i ? text : 'Before',
    };
  });
}

async function timeline(page, name, at, requested) {
  const figure = page.locator('figure.timeline[data-trace]').nth(at);
  const key = await figure.getAttribute('data-trace');
  const label = `${name}: ${key}`;
  const box = figure.locator('.player');
  if (!await box.count()) return check('player/steps', label, [['a player above the table', 'none', 'mend timeline() in script.js']]);
  const data = dataFile(key, '');
  check('player/lazy', label, [...requested].some((url) => url.endsWith(data))
    ? [['the data of a run only when they are wanted', `a request for ${data}`, 'load them on first use']] : []);
  const trace = load(data, 'traces', key);
  const rows = await figure.evaluate((f) => [...f.querySelectorAll('tr[data-step]')].map((row) => ({
    n: parseInt(row.dataset.step, 10),
    folded: row.matches('.folded'),
    text: [...row.querySelectorAll('td.lane:not(.wait, :empty)')].at(-1)?.textContent ?? '',
    ids: [...document.querySelectorAll('[id]')].map((e) => e.id),
  })));
  const expected = expectations(trace, key, rows);
  const last = expected.length - 1;
  const problems = [];
  const see = async (i, way, click) => {
    const found = await figure.evaluate(seeTimeline, click);
    const { says, ...want } = expected[i];
    problems.push(...differences(`at row ${i}, by ${way}`, want, found, 'mend timeline() in script.js'));
    if (!found.said.includes(says)) problems.push([`"${says}" said at row ${i}, by ${way}`, brief(found.said), 'mend the status of the player']);
    const bad = trace.steps.at(-1).bad;
    if (i === last && bad && !/fails/.test(found.said)) problems.push([`what went wrong told at the end, by ${way}`, brief(found.said), 'mend tellEnd() in script.js']);
  };
  const press = (word) => box.locator(`button[title="${word}"]`).click({ timeout: WAIT });
  try {
    await press('Next');
    await page.waitForFunction((src) => [...document.scripts].some((s) => s.src.endsWith(src)), data, { timeout: WAIT });
    await page.waitForFunction((f) => f.querySelector('[aria-current]'), await figure.elementHandle(), { timeout: WAIT });
    await see(1, 'Next');
    for (let i = 2; i <= last; i++) await see(i, 'Next', '.next');
    await page.keyboard.press('Enter');
    await see(last, 'Next at the end');
    if (!await box.evaluate((b) => b.contains(document.activeElement))) problems.push(['the focus where it was', 'it gone', 'do not disable or remove what has the focus']);
    for (let i = last - 1; i >= 0; i--) await see(i, 'Back', '.back');
    await see(last, 'Last', '.last');
    await see(0, 'First', '.first');
    for (let i = 1; i <= last; i++) {
      await page.keyboard.press('ArrowRight');
      await see(i, 'ArrowRight');
    }
    await page.keyboard.press('Home');
    await see(0, 'Home');
    await page.keyboard.press('End');
    await see(last, 'End');
    await page.keyboard.press('ArrowLeft');
    await see(last - 1, 'ArrowLeft');
    for (const i of [last, Math.floor(last / 2), 0]) {
      await box.locator('input').fill(String(i), { timeout: WAIT });
      await see(i, 'the slider');
    }
    await figure.locator('tr[data-step] th').first().click({ timeout: WAIT });
    await see(1, 'a click on the row');
    for (let i = last; i > 1; i--) await see(i, 'a click on the row', `tr[data-step="${rows[i - 1].n}"] th`);
  } catch (error) {
    problems.push(['a timeline that can be stepped through', error.message.split('\n')[0], 'mend timeline() in script.js']);
  }
  check('player/steps', label, problems.slice(0, 5));
  return key;
}

// ---- a game ----

/** The rules of the game once more: states, what can be chosen there, and what is taken without asking. */
function rules(graph) {
  const states = new Map(graph.states.map((s) => [s.id, s]));
  const ways = new Map(graph.states.map((s) => [s.id, []]));
  for (const edge of graph.edges) ways.get(edge.from).push(edge);
  const settle = (id) => {
    const taken = [];
    for (const been = new Set(); !been.has(id);) {
      been.add(id);
      const own = ways.get(id);
      const way = own.find((w) => !w.text) ?? (own.length === 1 ? own[0] : null);
      if (!way) break;
      taken.push(way);
      id = way.to;
    }
    return { id, taken };
  };
  const start = settle(graph.states[0].id);
  // From each state, the choices that lead to it first.
  const paths = new Map([[start.id, []]]);
  for (const id of paths.keys()) {
    for (const way of ways.get(id)) {
      const next = settle(way.to).id;
      if (!paths.has(next)) paths.set(next, [...paths.get(id), way]);
    }
  }
  return { states, ways, settle, start, paths };
}
const nameOf = (id) => (id ? `thread ${id}` : 'main');
const told = (steps) => steps.filter((w) => w.text).map((w) => [nameOf(w.thread), w.text.replace(/ -> /g, ' → ').replace(/ ?; /g, '\n')]);

async function game(page, name, at, requested) {
  const place = page.locator('.play[data-graph]').nth(at);
  const key = await place.getAttribute('data-graph');
  const label = `${name}: ${key}`;
  const box = place.locator('.player');
  if (!await box.count()) return check('player/game', label, [['a game', 'none', 'mend play() in script.js']]);
  const data = dataFile(key, '-graph');
  check('player/lazy', label, [...requested].some((url) => url.endsWith(data))
    ? [['the states of a program only when they are wanted', `a request for ${data}`, 'load them on first use']] : []);
  const graph = load(data, 'graphs', key);
  const { states, ways, settle, start, paths } = rules(graph);
  const lines = program(key);
  const ends = [...paths.keys()].filter((id) => states.get(id).end);
  const all = [paths.size - ends.length, ends.length];
  const threads = [...new Set(graph.edges.map((e) => e.thread))].sort((a, b) => a - b);
  const seen = new Set();
  const problems = [];
  let here; // the state in which one is
  let from; // the state before the last choice
  let past; // all steps so far
  const see = async (way, click) => {
    seen.add(here);
    const found = await place.evaluate(seeGame, click);
    const state = states.get(here);
    const met = [...seen].filter((id) => states.get(id).end).length;
    const expected = {
      threads: threads.map((t) => ({
        name: nameOf(t),
        code: (state.lines[t] && lines?.[state.lines[t] - 1]?.trim()) || '',
        buttons: ways.get(here).filter((w) => w.thread === t).map((w) => `${nameOf(t)}: ${w.text.replace(/ -> [^;]*/g, '').trim()}`),
      })),
      values: shownValues(state.variables, states.get(from).variables),
      past: told(past),
      count: `Seen: ${seen.size - met} of ${all[0]} choices, ${met} of ${all[1]} ends.`,
    };
    problems.push(...differences(`in state ${here}, by ${way}`, expected, found, 'mend play() in script.js'));
    const says = !state.end ? /Who takes the next step\?$/ : state.end === 'holds' ? /It holds: / : /It fails: /;
    if (!says.test(found.said)) problems.push([`${says} said in state ${here}, by ${way}`, brief(found.said), 'mend the status of the game']);
    const sure = !graph.states.some((s) => s.end && s.end !== 'holds');
    if (state.end && sure !== /all \d+ states lead to ends that hold/.test(found.said)) {
      problems.push([`${sure ? 'that' : 'not that'} it can't be broken, in state ${here}`, brief(found.said), 'mend the status of the game']);
    }
  };
  const begin = () => {
    here = start.id;
    past = [...start.taken];
    from = past.length ? past[0].from : here;
  };
  const take = (way) => {
    const next = settle(way.to);
    past.push(way, ...next.taken);
    from = way.from;
    here = next.id;
  };
  const press = (word) => box.locator('.controls button', { hasText: word }).click({ timeout: WAIT, force: true });
  const kinds = new Set();
  try {
    begin();
    await box.locator('button', { hasText: 'Play' }).click({ timeout: WAIT });
    await box.locator('.thread').first().waitFor({ timeout: WAIT });
    await see('Play');
    if (!await box.evaluate((b) => b.contains(document.activeElement))) problems.push(['the focus in the game', 'it gone', 'move it to the first choice']);
    // One end of each kind, by buttons and by keys, and back.
    for (const end of ends) {
      const kind = states.get(end).end === 'holds';
      if (kinds.has(kind)) continue;
      kinds.add(kind);
      for (const [byKey, path] of [[false, paths.get(end)], [true, paths.get(end)]]) {
        for (const way of path) {
          const own = ways.get(here).filter((w) => w.thread === way.thread);
          const first = own.indexOf(way) === 0;
          take(way);
          if (byKey && first) {
            await page.keyboard.press(String(way.thread));
            await see('its digit');
          } else await see('its button', [threads.indexOf(way.thread), own.indexOf(way)]);
        }
        if (!await box.evaluate((b) => b.contains(document.activeElement))) problems.push(['the focus in the game at the end', 'it gone', 'do not remove what has the focus']);
        await press('Let chance choose');
        await see('chance at the end');
        if (byKey) {
          await press('Start again');
          begin();
          await see('Start again');
          continue;
        }
        for (let chosen = path.length - 1; chosen >= 0; chosen--) {
          await press('Undo');
          begin();
          path.slice(0, chosen).forEach(take);
          await see('Undo');
        }
      }
    }
    for (let n = 0; n < 300 && !states.get(here).end; n++) {
      await press('Let chance choose');
      const { past: shown } = await place.evaluate(seeGame);
      const way = ways.get(here).find((w) => same(shown, told([...past, w, ...settle(w.to).taken])));
      if (!way) {
        problems.push(['a step by chance that the graph has', brief(shown.at(-1)), 'mend chance in script.js']);
        break;
      }
      take(way);
      await see('chance');
    }
  } catch (error) {
    problems.push(['a game that can be played', error.message.split('\n')[0], 'mend play() in script.js']);
  }
  check('player/game', label, problems.slice(0, 5));
}

// ---- the states that stepping and playing leave behind, looked at as web.mjs looks at a page ----

async function look(page, name, what, sizes) {
  const broken = new Map();
  await page.evaluate(axe.source);
  // Lanes are drawn as pictures, and over a picture axe doesn't judge a text's contrast.
  await page.addStyleTag({ content: 'main * { background-image: none !important }' });
  // Further down the player lies over rows, which are free again when one scrolls.
  await page.evaluate(() => scrollTo(0, 0));
  const wide = await atSizes(page, sizes, broken, { within: ['figure.timeline', '.play', '.stepped'], what });
  check('player/axe', `${name} ${what}`, axeProblems(broken));
  check('player/width', `${name} ${what}`, wide);
  await page.setViewportSize(WIDE);
}

/** On paper and without script there is the table, and nothing to press. */
async function still(browser, page, name) {
  const looks = () => [...document.querySelectorAll('figure.timeline, .play')].map((place) => {
    const shown = (e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    return {
      player: [...place.querySelectorAll('.player')].filter(shown).length,
      text: [...place.querySelectorAll('tr, p, figcaption')].filter((e) => !e.closest('.player') && shown(e)).length,
    };
  });
  const problems = [];
  const judge = (places, where) => {
    for (const { player, text } of places) {
      if (player) problems.push([`no player ${where}`, 'one', 'mark it class="no-print", or let the script make it']);
      if (!text) problems.push([`the table or the text ${where}`, 'none', 'weave it into the page']);
    }
  };
  await page.emulateMedia({ media: 'print' });
  judge(await page.evaluate(looks), 'on paper');
  await page.emulateMedia({ media: 'screen' });
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: WIDE });
  const silent = await context.newPage();
  await silent.goto(base + encodeURI(name));
  judge(await silent.evaluate(looks), 'without JavaScript');
  await context.close();
  check('player/still', name, problems);
}

/** Who asks for less motion gets none. */
async function calm(page, name) {
  const moving = await page.evaluate(() => [document.documentElement, ...document.querySelectorAll('.player, .player *, .timeline tr')]
    .filter((e) => { const s = getComputedStyle(e); return s.scrollBehavior !== 'auto' || s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0; })
    .map((e) => e.outerHTML.slice(0, 60)));
  check('player/motion', name, moving.length ? [['no motion for who asks for none', moving[0], 'put it into @media (prefers-reduced-motion: no-preference)']] : []);
}

async function missing(browser, name) {
  const context = await browser.newContext({ viewport: WIDE });
  const page = await context.newPage();
  await page.route('**/traces/*', (route) => route.abort());
  await page.goto(base + encodeURI(name), { waitUntil: 'load' });
  const problems = [];
  for (const player of await page.locator('.player').all()) {
    await player.locator('button[title="Next"], button:has-text("Play")').first().click({ timeout: WAIT });
    const told = player.locator('[role=status]', { hasText: 'not to be found' }).waitFor({ timeout: WAIT / 5 });
    const said = await told.then(() => null, () => player.textContent());
    if (said !== null) problems.push(['words for data that are missing', brief(said), 'say so in the status']);
  }
  check('player/missing', name, problems);
  await context.close();
}

// ---- all pages that have one, and all data ----

const pages = filesBelow(site, '.html').filter((name) => /<(figure|div)[^>]* data-(trace|graph)="/.test(readFileSync(resolve(site, name), 'utf8')));
const wanted = new Set();
for (const name of pages) {
  const lost = [];
  for (const [, kind, key] of readFileSync(resolve(site, name), 'utf8').matchAll(/ data-(trace|graph)="([^"]*)"/g)) {
    const file = dataFile(key, kind === 'graph' ? '-graph' : '');
    wanted.add(file);
    if (!existsSync(resolve(site, file))) lost.push([`the file ${file}`, 'none', 'write it beside the page']);
    else if (!load(file, `${kind}s`, key)) lost.push([`window.${kind}s["${key}"] in ${file}`, 'nothing', 'mend the file']);
  }
  check('player/data', name, lost);
}
for (const file of existsSync(resolve(site, 'traces')) ? filesBelow(resolve(site, 'traces'), '.js') : []) {
  const bytes = statSync(resolve(site, 'traces', file)).size;
  const problems = bytes <= DATA_BYTES ? [] : [[`at most ${DATA_BYTES} bytes`, `${bytes}`, 'show a smaller program']];
  if (!wanted.has(`traces/${file}`)) problems.push(['a page that has it', 'none', 'do not write it, or weave its figure']);
  check('player/files', `traces/${basename(file)}`, problems);
}

async function gate(name) {
  const page = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
  const requested = new Set();
  const loud = watch(page, base, requested);
  try {
    await page.goto(base + encodeURI(name), { waitUntil: 'load' });
    await still(browser, page, name);
    for (let at = 0; at < await page.locator('figure.timeline[data-trace]').count(); at++) await timeline(page, name, at, requested);
    for (let at = 0; at < await page.locator('.play[data-graph]').count(); at++) await game(page, name, at, requested);
    // In the middle of things, and at their ends.
    for (const slider of await page.locator('.player input').all()) await slider.fill('1', { timeout: WAIT });
    await look(page, name, 'at the end of the games', [[WIDE, ['light', 'dark']], [NARROW, ['dark', 'light']], [NARROWEST, []]]);
    for (const slider of await page.locator('.player input').all()) await slider.press('End', { timeout: WAIT });
    for (const again of await page.locator('.player button', { hasText: 'Start again' }).all()) await again.click({ timeout: WAIT });
    await look(page, name, 'at the end of the timelines', [[WIDE, ['light']], [NARROW, ['dark']]]);
    await calm(page, name);
    await missing(browser, name);
  } catch (error) {
    check('player', name, [['a page that the browser can be led through', error.message.split('\n')[0], 'open it by hand']]);
  }
  check('player/load', name, [...loud.values()]);
  await page.close();
}
await inTurn('player', pages, gate);
await browser.close();
if (!pages.length) note('no page has a timeline or a game');
finish();
