// A small site, EPUB and PDF without a fault, and ways to plant one; used by selftest.mjs only.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { here } from './report.mjs';

function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(resolve(folder, name)), { recursive: true });
    writeFileSync(resolve(folder, name), text);
  }
}

export const PAGE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A race condition</title>
<link rel="stylesheet" href="site.css">
<script src="words.js" defer></script>
<script src="site.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header>
<nav aria-label="Chapters"><ul><li><a href="index.html">Contents</a></li></ul></nav>
<label for="search">Search</label> <input id="search" type="search">
<ul id="results"></ul>
<button id="theme" type="button">Dark</button>
</header>
<main id="main">
<h1>A race condition</h1>
<p>Two threads add one to the same counter, and one of the two additions is lost.</p>
<details><summary>Answer</summary><p>The counter is one less than it should be.</p></details>
<div class="chunk"><button class="copy" type="button">Copy</button>
<pre tabindex="0"><code><span class="n">1 </span>int old = counter;
<span class="n">2 </span>counter = old + 1;
</code></pre></div>
</main>
</body>
</html>
`;

const CSS = `body { background: #fff; color: #222; font: 1em/1.5 serif; margin: 1em }
pre { overflow-x: auto }
a { color: #00c }
.skip { position: absolute; left: -99em }
.skip:focus { left: 0 }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) body { background: #111; color: #eee } :root:not([data-theme=light]) a { color: #9cf } }
[data-theme=dark] body { background: #111; color: #eee }
[data-theme=dark] a { color: #9cf }
@media print { header { display: none } }
`;

const SCRIPT = `const root = document.documentElement;
const theme = document.getElementById('theme');
if (localStorage.getItem('theme')) root.dataset.theme = localStorage.getItem('theme');
theme?.addEventListener('click', () => {
  root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
  localStorage.setItem('theme', root.dataset.theme);
});
document.getElementById('search')?.addEventListener('input', (event) => {
  const results = document.getElementById('results');
  results.textContent = '';
  for (const [text, href] of words) {
    if (!event.target.value || !text.includes(event.target.value)) continue;
    const link = document.createElement('a');
    link.href = href;
    link.textContent = text;
    results.appendChild(document.createElement('li')).append(link);
  }
});
for (const button of document.querySelectorAll('button.copy')) {
  button.addEventListener('click', () => {
    const code = button.parentElement.querySelector('pre').cloneNode(true);
    code.querySelectorAll('.n').forEach((number) => number.remove());
    navigator.clipboard.writeText(code.textContent).then(() => { button.textContent = 'Copied'; });
  });
}
addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
`;

/** pages: name -> HTML; more: other files that replace or join the usual ones. */
export function site(folder, pages, more = {}) {
  write(folder, {
    'site.css': CSS,
    'site.js': SCRIPT,
    'words.js': "const words = [['a race condition', 'race-condition.html#main']];\n",
    ...pages,
    ...more,
  });
}

// ---- a page with a timeline and a game, under the book's own script and style sheet

const COUNTER = `int n;
static void *count(void *unused)
{
    int old = n;
    n = old + 1;
    return unused;
}
`;
const step = (n, thread, line, text, more) => ({ n, thread, file: 'bad.c', line, op: '', object: 'n', value: '', note: '', text, ...more });
const TRACE = {
  program: 'bad.c',
  verdict: 'fails',
  said: 'fails: in schedule 2 of 6: main returned 1',
  start: { n: '0', m: '7' },
  threads: [{ id: 0, name: 'main' }, { id: 1, name: 'thread 1' }, { id: 2, name: 'thread 2' }],
  steps: [
    step(1, 0, 1, 'write x = 1', { private: true }),
    step(2, 0, 1, 'create', { private: true }),
    step(3, 1, 4, 'read n -> 0'),
    step(4, 2, 4, 'read n -> 0'),
    step(5, 2, 5, 'write n = 1', { set: { n: '1' } }),
    step(6, 1, 5, 'write n = 1', { set: { n: '1' } }),
    step(7, 0, 6, 'return 1', { set: { m: '8' }, bad: 'main returned 1: claim: no step is lost: VIOLATED (1 of 2)' }),
  ],
  lines: { 'bad.c:4': 'L1', 'bad.c:5': 'L2', 'bad.c:6': 'elsewhere' },
};
/** Two threads read and write n, in all orders; what they may write besides is what holds. */
function graph(fails) {
  const states = [];
  const edges = [];
  const ids = new Map();
  const at = (s) => {
    const key = JSON.stringify(s);
    if (ids.has(key)) return ids.get(key);
    const id = states.length;
    ids.set(key, id);
    const over = s.at.every((place) => place === 3);
    const end = !over ? '' : s.n === 2 || !fails ? 'holds' : `fails: main returned 1: claim: no step is lost: VIOLATED (${s.n} of 2)`;
    states.push({ id, lines: Object.fromEntries(s.at.map((place, t) => [t + 1, [2, 4, 5][place]]).filter(([, line]) => line)), variables: { n: String(s.n) }, end });
    s.at.forEach((place, t) => {
      if (place === 3) return;
      const next = { n: place === 2 ? s.seen[t] + 1 : s.n, at: s.at.with(t, place + 1), seen: s.seen.with(t, place === 1 ? s.n : 0) };
      edges.push({ from: id, to: at(next), thread: t + 1, text: ['', `read n -> ${s.n}`, `write n = ${next.n}`][place] });
    });
    return id;
  };
  at({ n: 0, at: [0, 0], seen: [0, 0] });
  return { program: fails ? 'bad.c' : 'good.c', states, edges, lines: TRACE.lines };
}
const LANES = (cells) => cells.map((text, k) => `<td class="lane on l${k}${text && !/steps/.test(text) ? ' step' : ''}">${text}</td>`).join('');
const ROW = (n, cells, folded = '') => `<tr data-step="${n}"${folded}><th scope="row">${n}</th><td class="line"></td>${LANES(cells)}</tr>`;
const PLAYER = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Steps</title>
<link rel="stylesheet" href="style.css"><script src="script.js"></script></head>
<body><header class="top"></header><div class="page"><main id="main"><h1>Steps</h1>
<pre><span id="L1"><a data-n="1"></a>    int old = n;</span>
<span id="L2"><a data-n="2"></a>    n = old + 1;</span></pre>
<figure class="timeline" id="tl" data-trace="steps/bad"><div class="scroll" tabindex="0" role="region" aria-label="Figure 1"><table>
<thead><tr><th scope="col">step</th><th scope="col">line</th><th scope="col" class="lane l0">main</th><th scope="col" class="lane l1">thread 1</th><th scope="col" class="lane l2">thread 2</th></tr></thead><tbody>
${ROW(1, ['2 steps of its own', '', ''], ' data-last="2" class="folded"')}
${ROW(3, ['', 'reads n → 0', ''])}
${ROW(4, ['', '', 'reads n → 0'])}
${ROW(5, ['', '', 'writes n = 1'])}
${ROW(6, ['', 'writes n = 1', ''])}
${ROW(7, ['returns 1', '', ''])}
</tbody></table></div><figcaption>A lost step.</figcaption></figure>
<div class="play" data-graph="steps/bad"><p class="label">All schedules of bad.c</p><p>Two of its ends fail.</p></div>
<div class="play" data-graph="steps/good"><p class="label">All schedules of good.c</p><p>All of its ends hold.</p></div>
</main></div></body>
</html>
`;
const script = (table, key, value) => `(window.${table} = window.${table} || {})["${key}"] = ${JSON.stringify(value)};\n`;
const style = (name) => readFileSync(resolve(here, '../../styles', name), 'utf8');

/** pages: name -> its faults, each changing the page, the script, or adding to the style sheet. */
export function players(folder, pages, more = {}) {
  write(folder, {
    'traces/steps-bad.js': script('traces', 'steps/bad', TRACE),
    'traces/steps-bad-graph.js': script('graphs', 'steps/bad', graph(true)),
    'traces/steps-good-graph.js': script('graphs', 'steps/good', graph(false)),
    'programs/steps/bad.c': COUNTER,
    'programs/steps/bad.c.js': `program("steps/bad.c", ${JSON.stringify(COUNTER)});\n`,
    'programs/steps/good.c': COUNTER,
    'programs/steps/good.c.js': `program("steps/good.c", ${JSON.stringify(COUNTER)});\n`,
    ...more,
  });
  for (const [name, faults] of Object.entries(pages)) {
    const all = (kind, text) => faults.reduce((now, fault) => (typeof fault[kind] === 'function' ? fault[kind](now) : now + (fault[kind] ?? '')), text);
    const page = all('html', PLAYER).replace('src="script.js"', `src="${name}.js"`).replace('href="style.css"', `href="${name}.css"`);
    write(folder, { [`${name}.html`]: page, [`${name}.js`]: all('js', style('script.js')), [`${name}.css`]: all('css', style('style.css')) });
  }
}

const XHTML = (title, body, type) => `<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>${title}</title></head><body${type ? ` epub:type="${type}"` : ''}>${body}</body></html>
`;

export const EPUB = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': `<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`,
  'EPUB/book.opf': `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" prefix="schema: http://schema.org/">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:7f3d9a3e-0000-4000-8000-000000000001</dc:identifier>
<dc:title>Fixture</dc:title><dc:language>en</dc:language>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Text with described pictures.</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="dot" href="dot.png" media-type="image/png"/>
</manifest>
<spine><itemref idref="title"/><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/></spine>
</package>
`,
  'EPUB/nav.xhtml': XHTML('Contents', `<nav epub:type="toc"><ol>
<li><a href="text/one.xhtml">One</a></li>
<li><a href="text/two.xhtml#two">Two</a></li>
</ol></nav>`),
  'EPUB/title.xhtml': XHTML('Fixture', '<h1>Fixture</h1>', 'titlepage'),
  'EPUB/text/one.xhtml': XHTML('One', '<h1>One</h1><p><img src="../dot.png" alt="A dot"/></p>'),
  'EPUB/text/two.xhtml': XHTML('Two', '<h1 id="two">Two</h1>'),
  'EPUB/dot.png': Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABXvMqOgAAAABJRU5ErkJggg==', 'base64'),
};

export function epub(folder, file, parts) {
  write(folder, parts);
  for (const [flags, what] of [['-X0', 'mimetype'], ['-Xr9D', '.']]) {
    spawnSync('zip', ['-q', flags, resolve(file), what, ...(what === '.' ? ['-x', 'mimetype'] : [])], { cwd: folder });
  }
}

/** The objects of a one-page PDF with an embedded font that can draw "a" and "?", a bookmark and a link. */
export const PDF = {
  1: '<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R/Lang(en)/Names<</Dests<</Names[(one)<</D[3 0 R/XYZ 0 99 null]>>]>>>>>>',
  2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</Font<</F 7 0 R>>>>/Contents 4 0 R/Annots[9 0 R]>>',
  4: 'BT /F 20 Tf 20 100 Td (aaa) Tj ET',
  5: '<</Type/Outlines/First 6 0 R/Last 6 0 R/Count 1>>',
  6: '<</Title(One)/Parent 5 0 R/Dest(one)>>',
  7: '<</Type/Font/Subtype/Type3/Name/F/FontBBox[0 0 500 500]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 63/LastChar 97'
    + `/Widths[500 ${'0 '.repeat(33)}500]/CharProcs<</a 8 0 R/question 8 0 R>>/Resources<<>>`
    + '/Encoding<</Type/Encoding/Differences[63/question 97/a]>>>>',
  8: '500 0 0 0 400 400 d1 0 0 400 400 re f',
  9: '<</Type/Annot/Subtype/Link/Rect[20 95 60 120]/A<</S/GoTo/D(one)>>>>',
  10: '<</Title(Fixture)/Author(Nobody)>>',
};

export function pdf(file, objects) {
  let out = '%PDF-1.7\n';
  const offsets = [];
  for (const [number, body] of Object.entries(objects)) {
    offsets.push(out.length);
    out += `${number} 0 obj\n${body.startsWith('<<') ? body : `<</Length ${body.length}>>\nstream\n${body}\nendstream`}\nendobj\n`;
  }
  const start = out.length;
  out += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`;
  out += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  out += `trailer\n<</Size ${offsets.length + 1}/Root 1 0 R/Info 10 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  writeFileSync(file, out, 'latin1');
}
