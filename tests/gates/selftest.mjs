// Plants one fault after the other into a small book and sees that its gate finds it. TAP; started by selftest.t.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EPUB, PAGE, PDF, epub, pdf, players, site } from './fixture.mjs';
import { here } from './report.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'gates self test '));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

let tests = 0;
function ok(good, what, output = '') {
  console.log(`${good ? 'ok' : 'not ok'} ${++tests} - ${what}`);
  if (!good) console.log(output.replace(/^/gm, '# '));
}
function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(join(here, command), args, { encoding: 'utf8' });
  return { status, stdout, all: stdout + stderr };
}
/** Exactly the wanted lines, each on some line of its own, and a failing exit. */
function fails(what, { status, stdout, all }, ...wanted) {
  const lines = stdout.split('\n').filter((line) => /: expected /.test(line));
  ok(status === 1 && wanted.every((pattern) => lines.some((line) => pattern.test(line))), what, `status ${status}\n${all}`);
}
function passes(what, { status, stdout, all }) {
  ok(status === 0 && /^gates: [1-9]\d* passed, 0 failed, 0 skipped\n$/m.test(stdout), what, `status ${status}\n${all}`);
}

// ---- the whole, without a fault, below a path with spaces ----

const good = join(scratch, 'good');
const goodPages = { 'index.html': PAGE, 'race-condition.html': PAGE };
mkdirSync(good);
site(join(good, 'html'), goodPages);
epub(join(scratch, 'parts'), join(good, 'handbook.epub'), EPUB);
pdf(join(good, 'handbook.pdf'), PDF);
passes('run: a book without a fault passes', run('run', good));

// ---- web: one page for each fault, one run for all ----

const replace = (from, to) => {
  if (!PAGE.includes(from)) throw new Error(`the fixture has no ${from}`);
  return PAGE.replaceAll(from, to);
};
const beforeMain = (html) => replace('<main id="main">', `${html}<main id="main">`);
const inMain = (html) => replace('</main>', `${html}</main>`);
const script = (code) => replace('</body>', `<script>addEventListener("load", () => { ${code} })</script></body>`);

const webFaults = {
  'axe-alt': [inMain('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'), /^web\/axe: .*image-alt.*light 1280 px.*dark 390 px/],
  'axe-dark': [inMain('<style>@media (prefers-color-scheme:dark){.x{color:#222}}</style><p class="x">Dim</p>'), /^web\/axe: .*color-contrast.*\(dark 1280 px, dark 390 px\)/],
  'axe-folded': [inMain('<details><summary>More</summary><p style="color:#999;background:#fff">Dim</p></details>'), /^web\/axe: .*color-contrast/],
  'wide': [inMain('<p style="width:350px">Wide</p>'), /^web\/width: .*at 320 px.*width:350px/],
  'request': [inMain('<img alt="" src="http://example.invalid/x.png">'), /^web\/load: .*inside the site folder.*example\.invalid/],
  'outside': [inMain('<script src="../outside.js"></script>'), /^web\/load: .*inside the site folder.*outside\.js/],
  'console': [script('console.error("planted")'), /^web\/load: .*console.*planted/],
  'throws': [script('throw new Error("planted")'), /^web\/load: .*script error.*planted/],
  'lost-file': [inMain('<script src="none.js"></script>'), /^web\/load: .*ERR_FILE_NOT_FOUND/],
  'heavy': [inMain(`<!--${'x'.repeat(160 * 1024)}-->`), /^web\/weight: .*153600/],
  'script-text': [replace('<p>Two', '<p style="display:none">Two').replace('</body>',
    '<script>addEventListener("load", () => { document.querySelector("main > p").style.display = "block" })</script></body>'), /^web\/noscript: .*"Two threads/],
  'script-late': [inMain('<script>document.write("<p>" + "A text that only the script writes. ".repeat(20) + "</p>")</script>'), /^web\/noscript: .*characters of/],
  'deaf-details': [replace('<summary>Answer</summary><p>', '<summary>Answer</summary><p style="display:none">'), /^web\/noscript: .*<details> with a summary/],
  'empty-nav': [beforeMain('<nav aria-label="On this page"><ul></ul></nav>'), /^web\/noscript: .*empty navigation.*On this page/],
  'print': [inMain('<p style="color:inherit" class="screen">Only here</p><style>@media print{.screen{display:none}}</style>'), /^web\/print: .*"Only here"/],
  'print-folded': [replace('<details>', '<details ontoggle="this.open = false">'), /^web\/print: .*"The counter is one less/],
  'no-search': [replace('id="search"', 'id="find"').replace('for="search"', 'for="find"'), /^web\/search: .*id "search"/, /^web\/keyboard: .*#search/],
  'dead-search': [replace('<script src="words.js" defer></script>', '<script>const words = []</script>'), /^web\/search: .*#results/],
  'wrong-search': [replace('src="words.js" defer>', '>const words = [["a race condition", "index.html"]];'), /^web\/search: .*"race-condition" first.*index\.html/],
  'lost-result': [replace('src="words.js" defer>', '>const words = [["a race condition", "x/race-condition.html"]];'), /^web\/search: .*result that exists/],
  'no-copy': [replace('<button class="copy" type="button">Copy</button>', ''), /^web\/copy: .*button\.copy.*1 <pre>/],
  'numbers': [replace('class="n"', 'class="m"'), /^web\/copy: .*without line numbers.*1 int old/],
  'silent-copy': [script('document.querySelector(".copy").replaceWith(Object.assign(document.createElement("button"), {className: "copy", textContent: "Copy"}))'),
    /^web\/copy: .*new accessible text/, /^web\/copy: .*clipboard, found nothing/],
  'part-copy': [script('navigator.clipboard.writeText = async () => { window.copied = "int old = counter;" }'), /^web\/copy: .*whole chunk/],
  'other-copy': [script('navigator.clipboard.writeText = async () => { window.copied = "something else" }'), /^web\/copy: .*code of the chunk.*something else/],
  'no-theme': [replace('<button id="theme" type="button">Dark</button>', ''), /^web\/theme: .*id "theme"/, /^web\/keyboard: .*#theme/],
  'dead-theme': [script('document.getElementById("theme").addEventListener("click", (e) => e.stopImmediatePropagation(), true)'), /^web\/theme: .*another <html data-theme>/],
  'forgetful': [script('localStorage.clear(); Storage.prototype.setItem = () => {}'), /^web\/theme: .*after a reload/],
  'theme-dim': [inMain('<style>[data-theme=dark] .y{color:#222}</style><p class="y">Dim</p>'), /^web\/theme: .*color-contrast.*data-theme dark/],
  'no-skip': [replace('<a class="skip" href="#main">Skip to the text</a>', ''), /^web\/keyboard: .*skip link to <main>/],
  'hidden-skip': [replace('class="skip"', 'style="position:absolute;left:-99em"'), /^web\/keyboard: .*hidden/],
  'no-tab': [replace('id="theme"', 'id="theme" tabindex="-1"'), /^web\/keyboard: .*#theme/],
  'no-main': [replace('<main id="main">', '<div id="main">').replace('</main>', '</div>'), /^web\/noscript: .*no <main>/],
};
const faulty = join(scratch, 'faulty');
site(faulty, { ...goodPages, ...Object.fromEntries(Object.entries(webFaults).map(([name, [html]]) => [`${name}.html`, html])) });
writeFileSync(join(scratch, 'outside.js'), '');
const web = run('web.mjs', faulty);
for (const [name, [, ...wanted]] of Object.entries(webFaults)) {
  const own = web.stdout.split('\n').filter((line) => line.includes(`: ${name}.html: `)).join('\n');
  fails(`web: ${name}`, { ...web, stdout: own, all: own || web.all }, ...wanted);
}
ok(!/: (index|race-condition)\.html: /.test(web.stdout), 'web: the two good pages beside them pass', web.stdout);
fails('web: no pages', run('web.mjs', join(scratch, 'parts')), /^web: .*at least one \.html page/);
fails('web: no folder', run('web.mjs', join(scratch, 'none')), /^web: .*build the site first/);

// ---- links ----

function linked(html, more = {}) {
  const folder = join(scratch, `links ${tests}`);
  site(folder, { ...goodPages, 'bad.html': inMain(html) }, more);
  return run('links.mjs', folder);
}
passes('links: good links pass, the web is not followed', linked('<p><a href="race-condition.html#main">a</a> <a href="https://example.invalid/x">b</a> <a href="#main">c</a></p>'));
fails('links: lost file', linked('<a href="none.html">x</a>'), /^links: bad\.html: .*no such file/);
fails('links: lost fragment', linked('<a href="race-condition.html#none">x</a>'), /^links: bad\.html: .*id "none" on race-condition\.html/);
fails('links: lost fragment of its own page', linked('<a href="#none">x</a>'), /^links: bad\.html: .*id "none" on bad\.html/);
fails('links: absolute path', linked('<img alt="" src="/x.png">'), /^links: bad\.html: .*works from file/);
fails('links: out of the folder', linked('<a href="../outside.js">x</a>'), /^links: bad\.html: .*inside the site folder/);
fails('links: a folder', linked('<a href="./">x</a>'), /^links: bad\.html: .*index\.html/);
fails('links: lost font', linked('', { 'site.css': '@font-face { src: url("none.woff2") }' }), /^links: site\.css: .*none\.woff2/);

// ---- vnu ----

const invalid = join(scratch, 'invalid');
site(invalid, { ...goodPages, 'bad.html': inMain('<p id="main">twice</p>') }, { 'bad.css': 'a { colour: red }' });
fails('vnu: duplicate id and unknown property', run('vnu.mjs', invalid), /^vnu: bad\.html: .*Duplicate ID/, /^vnu: bad\.css: .*colour/);

// ---- epub ----

function book(changes) {
  const file = join(scratch, `book${tests}.epub`);
  const parts = { ...EPUB };
  for (const [name, [from, to]] of Object.entries(changes)) {
    if (!parts[name].includes(from)) throw new Error(`the fixture has no ${from}`);
    parts[name] = parts[name].replace(from, to);
  }
  epub(join(scratch, `parts${tests}`), file, parts);
  return run('epub.mjs', file);
}
fails('epub: faults of structure, metadata, table of contents and alt text', book({
  'EPUB/book.opf': [/<meta property="schema:accessibilitySummary">.*\n/.exec(EPUB['EPUB/book.opf'])[0], ''],
  'EPUB/nav.xhtml': ['<li><a href="text/two.xhtml#two">Two</a></li>', ''],
  'EPUB/text/one.xhtml': [' alt="A dot"', ''],
  'EPUB/text/two.xhtml': ['id="two"', 'id="2 2"'],
}), /^epub\/epubcheck: .*RSC-005/, /^epub\/accessibility: .*accessibilitySummary/, /^epub\/nav: .*text\/two\.xhtml/, /^epub\/alt: EPUB\/text\/one\.xhtml: .*dot\.png/);
fails('epub: no package document', book({ 'META-INF/container.xml': ['rootfile full-path', 'rootfile path'] }), /^epub\/package: /);

// ---- pdf ----

function paper(changes) {
  const file = join(scratch, 'paper.pdf');
  const objects = { ...PDF };
  for (const [number, [from, to]] of Object.entries(changes)) {
    if (!objects[number].includes(from)) throw new Error(`the fixture has no ${from}`);
    objects[number] = objects[number].replace(from, to);
  }
  pdf(file, objects);
  return run('pdf.mjs', file);
}
fails('pdf: font not embedded', paper({ 7: [PDF[7], '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'] }), /^pdf\/fonts: .*Helvetica/);
fails('pdf: no title, author, language', paper({ 1: ['/Lang(en)', ''], 10: ['/Title(Fixture)/Author(Nobody)', ''] }),
  /^pdf\/metadata: .*Title/, /^pdf\/metadata: .*Author/, /^pdf\/metadata: .*Lang/);
fails('pdf: no outline', paper({ 1: ['/Outlines 5 0 R', ''] }), /^pdf\/outline: /);
fails('pdf: ??', paper({ 4: ['aaa', 'a ??'] }), /^pdf\/references: .*page 1/);
fails('pdf: link to nowhere', paper({ 9: ['/D(one)', '/D(two)'] }), /^pdf\/links: .*two.*defined nowhere/);
fails('pdf: bookmark to nowhere', paper({ 6: ['/Dest(one)', '/Dest(two)'] }), /^pdf\/links: .*two.*defined nowhere/);
fails('pdf: place that TeX invented', paper({ 1: ['<</D[3 0 R/XYZ 0 99 null]>>', '[3 0 R/Fit]'] }), /^pdf\/links: .*invented/);
fails('pdf: place on no page', paper({ 1: ['3 0 R/XYZ', '4 0 R/XYZ'] }), /^pdf\/links: .*leads to no page/);
appendFileSync(join(scratch, 'paper.pdf'), 'startxref\n99999\n%%EOF\n');
fails('pdf: damaged', run('pdf.mjs', join(scratch, 'paper.pdf')), /^pdf\/structure: /);

// ---- player: timelines and games, with the book's own script, and faults planted into it ----

const swapIn = (text, from, to) => {
  if (!text.includes(from)) throw new Error(`the player has no ${from}`);
  return text.replaceAll(from, to);
};
const js = (from, to) => ({ js: (text) => swapIn(text, from, to) });
const html = (from, to) => ({ html: (text) => swapIn(text, from, to) });
// One of each kind goes into a page: faults of the timeline, of the games, and of what is around them.
const playerFaults = [
  {
    'row': [js('rows[at - 1], cells', 'rows[Math.max(at - 2, 0)], cells'), /^player\/steps: .*rows \["3"\] at row 2/],
    'values': [js('return Object.assign(now, s.set)', 'return now'), /^player\/steps: .*values .*0 → 1/],
    'before': [js('values(trace, Math.max(0, from - 1))', 'values(trace, to)'), /^player\/steps: .*values .*0 → 1/],
    'line': [js('if (lit) lit.classList.add("stepped")', ''), /^player\/steps: .*lines \["L1"\]/],
    'line-left': [js('if (lit) lit.classList.remove("stepped")', ''), /^player\/steps: .*lines \["L2"\].*found \["L1","L2"\]/],
    'line-unseen': [{ css: '.stepped { background: none !important }' }, /^player\/steps: .*lines marked/],
    'jump': [js('if (row) (cells[0] || row).scrollIntoView({ block: "nearest", inline: "nearest" });', 'document.body.style.paddingBottom = "99in"; scrollTo(0, 9999);'), /^player\/steps: .*in view/],
    'colour-only': [{ css: '.timeline [aria-current] > th::before { content: none !important }' }, /^player\/steps: .*marked by colour and sign/],
    'sign-only': [{ css: '.timeline [aria-current] > * { background: none !important }' }, /^player\/steps: .*marked by colour and sign/],
    'count': [js('"step " + to) + " of "', '"step " + at) + " of "'), /^player\/steps: .*count "step 3 of 7"/],
    'words': [js('slider.setAttribute("aria-valuetext", count.textContent)', ''), /^player\/steps: .*slider in words/],
    'said': [js('said.append(cell.textContent + ". ")', ''), /^player\/steps: .*"reads n → 0" said/],
    'no-status': [js('said = make("p", { class: "said", role: "status" }, "Step', 'said = make("p", { class: "said" }, "Step'), /^player\/steps: .*said at row 1/],
    'no-end': [js('if (row && at === all) tellEnd', 'if (false) tellEnd'), /^player\/steps: .*what went wrong/],
    'no-back': [js('["Back", -1]', '["Back", 1]'), /^player\/steps: .*by Back/],
    'no-first': [js('["First", -all]', '["First", 0]'), /^player\/steps: .*by First/],
    'no-last': [js('["Last", all]', '["Last", 0]'), /^player\/steps: .*by Last/],
    'no-keys': [js('{ ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all }', '{ ArrowLeft: at, ArrowRight: at, Home: at, End: at }'), /^player\/steps: .*by ArrowRight/],
    'no-slider': [js('slider.addEventListener("input"', 'slider.addEventListener("no"'), /^player\/steps: .*by the slider/],
    'no-click': [js('row.addEventListener("click"', 'row.addEventListener("no"'), /^player\/steps: .*by a click/],
    'code': [js('.replace(/.*:/, "") - 1]', '.replace(/.*:/, "")]'), /^player\/steps: .*code "int old = n;"/],
    'line-link': [js('node.append(there ?', 'node.append(false ?'), /^player\/steps: .*link "#L1"/],
    'no-player': [js('each("figure.timeline[data-trace]", timeline)', ''), /^player\/steps: .*a player above the table/],
    'focus': [js('function enable(b, can) {', 'function enable(b, can) { b.disabled = !can;'), /^player\/steps: .*focus where it was/],
  }, {
    'blocked': [js('enable(b, way);', 'enable(b, true);'), /^player\/game: .*threads/],
    'told-early': [js('way.text.replace(/ -> [^;]*/g, "")', 'way.text'), /^player\/game: .*threads/],
    'game-code': [js('fileOf(key) + ":" + (line || 0)', 'fileOf(key) + ":" + (line - 1 || 0)'), /^player\/game: .*threads/],
    'game-values': [js('showValues(list, state.variables', 'showValues(list, states[0].variables'), /^player\/game: .*values/],
    'past': [js('if (!s.way.text) return;', ''), /^player\/game: .*past/],
    'no-digits': [js('/^\\d$/.test(event.key)', 'false'), /^player\/game: .*by its digit/],
    'undo': [js('while (!last.chosen)', 'while (trail.length)'), /^player\/game: .*by Undo/],
    'again': [js('again = press("Start again", restart)', 'again = press("Start again", draw)'), /^player\/game: .*by Start again/],
    'chance': [js('take(ways[here][Math.floor(', 'take(ways[0][Math.floor('), /^player\/game: .*chance/],
    'end': [js('return state.end !== "" && state.end !== "holds"', 'return false'), /^player\/game: .*It fails/],
    'unbreakable': [js('!graph.states.some(fails)', 'true'), /^player\/game: .*not that it can't be broken/],
    'not-sure': [js('!graph.states.some(fails)', 'false'), /^player\/game: .*expected that it can't be broken/],
    'seen': [js('seen[here] = true', 'seen = {}; seen[here] = true'), /^player\/game: .*Seen: /],
    'game-focus': [js('.focus({ preventScroll: true });\n    }\n    function restart', '.blur();\n    }\n    function restart'), /^player\/game: .*focus in the game/],
    'choice': [js('b.way = way;', 'b.way = ways[here][0];'), /^player\/game: .*by its button/],
    'no-game': [js('each(".play[data-graph]", play)', ''), /^player\/game: .*expected a game/],
  }, {
    'eager': [js('figure.prepend(box)', 'figure.prepend(box); bringRun(key, "", function () {})'), /^player\/lazy: .*traces\/steps-bad\.js/],
    'eager-game': [js('box.append(said, begin)', 'box.append(said, begin); bringRun(key, "-graph", function () {})'), /^player\/lazy: .*steps-bad-graph\.js/],
    'dim': [{ css: '.timeline [aria-current] ~ tr { color: #999 }' }, /^player\/axe: .*color-contrast/],
    'dim-dark': [{ css: '@media (prefers-color-scheme: dark) { .said { color: #444 } }' }, /^player\/axe: .*color-contrast.*\(dark 1280 px, dark 390 px\)/],
    'tiny': [{ css: '.thread { display: block !important } .player button { min-height: 0 !important; height: 12px; padding: 0 !important; margin: 0 }' }, /^player\/axe: .*target-size/],
    'broad': [{ css: '.thread { min-width: 400px }' }, /^player\/width: .*390 px/],
    'moving': [{ css: '.player { transition: all 1s }' }, /^player\/motion: /],
    'printed': [js('class: "player no-print"', 'class: "player"'), /^player\/still: .*no player on paper/],
    'by-script': [{ html: (page) => swapIn(swapIn(page, '<p>Two of its ends fail.</p>', ''), '<p class="label">All schedules of bad.c', '<p class="label" hidden>bad.c') }, /^player\/still: .*without JavaScript/],
    'unsaid': [js('said.textContent = "The steps of this run are not to be found."', ''), /^player\/missing: /],
    'loud': [js('function draw() {\n      var trace', 'function draw() {\n      console.error("planted");\n      var trace'), /^player\/load: .*planted/],
  },
];
const playerLost = {
  'no-data': [html('data-graph="steps/good"', 'data-graph="steps/none"'), /^player\/data: .*traces\/steps-none-graph\.js/],
  'wrong-key': [html('data-trace="steps/bad"', 'data-trace="wrong/key"'), /^player\/data: .*window\.traces\["wrong\/key"\]/],
};
const playerSite = join(scratch, 'player');
players(playerSite, { good: [] });
passes('player: a page without a fault passes', run('player.mjs', playerSite));
const playerPages = Object.entries(playerLost).map((fault) => [fault]);
for (let i = 0; playerFaults.some((kind) => i < Object.keys(kind).length); i++) {
  playerPages.push(playerFaults.map((kind) => Object.entries(kind)[i]).filter(Boolean));
}
const nameOfPage = (faults) => faults.map(([name]) => name).join('+');
const playerFaulty = join(scratch, 'player faulty');
players(playerFaulty, Object.fromEntries(playerPages.map((faults) => [nameOfPage(faults), faults.map(([, [fault]]) => fault)])), {
  'traces/wrong-key.js': 'window.traces = {};\n',
  'traces/nobody-graph.js': 'window.graphs = {};\n',
  'traces/wide-graph.js': `window.graphs = { x: "${'x'.repeat(210 * 1024)}" };\n`,
});
const played = run('player.mjs', playerFaulty);
for (const faults of playerPages) {
  const stdout = played.stdout.split('\n').filter((line) => line.includes(` ${nameOfPage(faults)}.html`)).join('\n');
  for (const [name, [, ...wanted]] of faults) fails(`player: ${name}`, { status: played.status, stdout, all: stdout || played.all.slice(-2000) }, ...wanted);
}
fails('player: data that nobody wants', played, /^player\/files: traces\/nobody-graph\.js: .*a page that has it/);
fails('player: too much data', played, /^player\/files: traces\/wide-graph\.js: .*at most/);

// ---- same-bytes ----

const again = join(scratch, 'again');
cpSync(good, again, { recursive: true });
passes('same-bytes: equal folders pass', run('same-bytes', good, again));
appendFileSync(join(again, 'html/index.html'), ' ');
writeFileSync(join(again, 'html/new.html'), '');
fails('same-bytes: a difference and a new file', run('same-bytes', good, again), /^same-bytes: html\/index\.html: /, /^same-bytes: html\/new\.html: .*second/);
fails('same-bytes: a command that writes the time', run('same-bytes', join(scratch, 'twice'), '--', 'bash', '-c',
  'mkdir -p "$0" && date +%N >"$0/x"', join(scratch, 'twice')), /^same-bytes: x: /);
fails('same-bytes: a command that fails', run('same-bytes', join(scratch, 'twice'), '--', 'false'), /^same-bytes: .*build 1 to succeed/);

// ---- missing tools, and the sum of all gates ----

const bin = join(scratch, 'bin');
mkdirSync(bin);
for (const tool of ['bash', 'dirname', 'node', 'mktemp', 'rm', 'tail', 'grep', 'cut', 'env']) {
  const { stdout } = spawnSync('bash', ['-c', `command -v ${tool}`], { encoding: 'utf8' });
  symlinkSync(stdout.trim(), join(bin, tool));
}
const path = process.env.PATH;
process.env.PATH = bin;
const bare = run('run', join(scratch, 'none'));
for (const [gate, file] of [['web', 'html'], ['links', 'html'], ['player', 'html'], ['vnu', 'html'], ['epub', 'handbook.epub'], ['pdf', 'handbook.pdf']]) {
  fails(`run: ${gate}: nothing built`, bare, new RegExp(`^${gate}: .*${file}: .*build the`));
}
ok(/\ngates: 0 passed, 6 failed, 0 skipped\n$/.test(bare.stdout), 'run: the sum of all gates is its last line', bare.all);
fails('run: no qpdf', run('pdf.mjs', join(good, 'handbook.pdf')), /^pdf: qpdf: .*Debian package qpdf/);
fails('run: no java', run('vnu.mjs', join(good, 'html')), /^vnu: java: .*Debian package default-jre-headless/);
fails('run: no java for epubcheck', run('epub.mjs', join(good, 'handbook.epub')), /^epub: java: .*Debian package default-jre-headless/);
rmSync(join(bin, 'node'));
writeFileSync(join(bin, 'node'), '#!/bin/sh\n[ "$1" = --version ] && echo v16.0.0 && exit\nexit 1\n', { mode: 0o755 });
fails('run: an old node', run('run', good), /^run: node: .*found v16\.0\.0.*Debian package nodejs/);
process.env.PATH = path;

console.log(`1..${tests}`);
