// What the pages do beyond being read: theme, search, copying, saving. Without it they read just as well.
(function () {
  "use strict";
  var root = document.documentElement, dark = matchMedia("(prefers-color-scheme: dark)");

  function make(tag, attributes, text) {
    var node = document.createElement(tag);
    for (var key in attributes) node.setAttribute(key, attributes[key]);
    if (text) node.textContent = text;
    return node;
  }
  function each(selector, act) { document.querySelectorAll(selector).forEach(act); }

  // ---- theme: set before the first paint. Storage may be refused (file://, private windows).
  function theme(value) {
    try {
      if (!value) return localStorage.getItem("theme");
      localStorage.setItem("theme", value);
    } catch (refused) { return null; }
  }
  var chosen = theme();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : dark.matches; }

  function themeButton() {
    var button = make("button", { id: "theme", type: "button" });
    function label() {
      var text = isDark() ? "Light theme" : "Dark theme";
      button.innerHTML = '<span class="hidden">' + text + "</span>";
      button.title = text;
    }
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      theme(root.dataset.theme);
      label();
    });
    dark.addEventListener("change", label);
    label();
    return button;
  }

  // What a page does not begin with is a script, which is brought when it is wanted, and once.
  var brought = {};
  function bring(src, then, fail) {
    var it = brought[src] = brought[src] || { waiting: [] };
    if (it.done) return then();
    it.waiting.push([then, fail]);
    if (it.waiting.length > 1) return;
    var script = make("script", { src: src });
    function over(which) {
      return function () {
        var waiting = it.waiting;
        it.done = !which;
        it.waiting = [];
        waiting.forEach(function (w) { if (w[which]) w[which](); });
      };
    }
    script.onload = over(0);
    script.onerror = over(1);
    document.head.append(script);
  }

  // ---- search: BM25 over the sections; every word must occur, the last one may be the beginning of one.
  var index, lengths, average;
  function load(then) {
    bring("search-index.js", function () {
      if (index) return then();
      index = window.searchIndex;
      lengths = index.docs.map(function () { return 1; });
      for (var word in index.terms) postings(word, function (doc, n) { lengths[doc] += n; });
      average = lengths.reduce(function (a, b) { return a + b; }, 0) / lengths.length;
      then();
    });
  }
  // A word's list is "delta[:count] ...".
  function postings(word, act) {
    var doc = 0;
    index.terms[word].split(" ").forEach(function (entry) {
      var parts = entry.split(":");
      doc += +parts[0];
      act(doc, +(parts[1] || 1));
    });
  }
  function has(word) { return Object.prototype.hasOwnProperty.call(index.terms, word); }
  function score(word, open) {
    var words = has(word) ? [word] : [], found = {};
    if (open || !words.length) {
      words = words.concat(Object.keys(index.terms).filter(function (w) { return w !== word && w.startsWith(word); }));
    }
    words.forEach(function (w) {
      var list = [], weight = w === word ? 1 : 0.4;
      postings(w, function (doc, n) { list.push([doc, n]); });
      var idf = Math.log(1 + (lengths.length - list.length + 0.5) / (list.length + 0.5));
      list.forEach(function (p) {
        var tf = p[1] * 2.2 / (p[1] + 1.2 * (0.25 + 0.75 * lengths[p[0]] / average));
        found[p[0]] = Math.max(found[p[0]] || 0, weight * idf * tf);
      });
    });
    return found;
  }
  function wordsOf(query) {
    var words = query.toLowerCase().match(/[a-z0-9_]+/g) || [], stop = index.stop.split(" ");
    var telling = words.filter(function (w) { return !stop.includes(w); });
    return telling.length ? telling : words;
  }
  function search(query) {
    var words = wordsOf(query), total = null;
    words.forEach(function (word, i) {
      var found = score(word, i === words.length - 1 && word.length > 1), both = {};
      for (var doc in found) if (!total || doc in total) both[doc] = found[doc] + (total ? total[doc] : 0);
      total = both;
    });
    query = query.trim().toLowerCase();
    return Object.keys(total || {}).map(function (doc) {
      var title = index.docs[doc][1].toLowerCase(), rank = total[doc];
      if (title.indexOf(query) >= 0) rank *= 1.5;
      if (title === query) rank *= index.docs[doc][2] ? 1.3 : 2;
      return [rank, +doc];
    }).sort(function (a, b) { return b[0] - a[0] || a[1] - b[1]; }).map(function (r) { return index.docs[r[1]]; });
  }
  function marked(node, text, words) {
    text.split(new RegExp("\\b(" + words.join("|") + ")", "i")).forEach(function (piece, i) {
      node.append(i % 2 ? make("mark", {}, piece) : piece);
    });
    return node;
  }
  function searchForm() {
    var form = make("form", { class: "search", role: "search" });
    var input = make("input", { id: "search", type: "search", autocomplete: "off", spellcheck: "false", placeholder: "Search", "aria-controls": "results" });
    var told = make("p", { role: "status", class: "told" }), list = make("ol", { id: "results" }), panel = make("div", { class: "panel" });
    form.append(make("label", { for: "search", class: "hidden" }, "Search the book"), input, panel);
    panel.append(told, list);
    function show() {
      var query = input.value.trim();
      list.textContent = told.textContent = "";
      form.classList.toggle("open", query !== "");
      if (!query) return;
      var words = wordsOf(query), hits = words.length ? search(query) : [];
      told.textContent = hits.length === 0 ? "Nothing has all of these words." :
        hits.length === 1 ? "1 hit" : hits.length + " hits" + (hits.length > 20 ? ", the best 20 of them here" : "");
      hits.slice(0, 20).forEach(function (hit) {
        var row = make("li"), link = make("a", { href: hit[0] });
        link.append(marked(make("b"), hit[1], words), make("span", { class: "of" }, hit[2]), marked(make("span", { class: "snippet" }), hit[3], words));
        row.append(link);
        list.append(row);
      });
    }
    function close() { form.classList.remove("open"); }
    input.addEventListener("focus", function () { load(function () { if (input.value) show(); }); });
    input.addEventListener("input", function () { load(show); });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      load(function () { show(); var first = list.querySelector("a"); if (first) { close(); location.href = first.href; } });
    });
    form.addEventListener("keydown", function (event) {
      var stops = [input].concat(Array.from(list.querySelectorAll("a"))), at = stops.indexOf(document.activeElement);
      if (event.key === "Escape") { close(); input.value = ""; input.focus(); }
      else if (event.key === "ArrowDown") stops[Math.min(at + 1, stops.length - 1)].focus();
      else if (event.key === "ArrowUp") stops[Math.max(at - 1, 0)].focus();
      else return;
      event.preventDefault();
    });
    list.addEventListener("click", close);
    document.addEventListener("click", function (event) { if (!form.contains(event.target)) close(); });
    return form;
  }

  // ---- copying and saving
  var status; // tells what a button did to those who don't see it
  function tell(button, text) {
    var before = button.innerHTML;
    if (button.dataset.busy) return;
    button.dataset.busy = "1";
    button.textContent = status.textContent = text;
    setTimeout(function () { button.innerHTML = before; status.textContent = ""; delete button.dataset.busy; }, 2000);
  }
  // A listing as it was written, with unfolded copies left out.
  function codeOf(box) {
    return Array.from(box.querySelectorAll(":scope > pre"), function (pre) { return pre.textContent; }).join("\n").replace(/\n*$/, "\n");
  }
  function copyByHand(text) {
    var area = make("textarea", { class: "hidden", "aria-hidden": "true" }), focus = document.activeElement, done = false;
    area.value = text;
    document.body.append(area);
    area.select();
    try { done = document.execCommand("copy"); } catch (refused) { /* told by the button */ }
    area.remove();
    focus.focus();
    return done;
  }
  function button(word, name, css, act) {
    var b = make("button", { type: "button", class: css }, word);
    b.append(make("span", { class: "hidden" }, " " + name));
    b.addEventListener("click", function () { act(b); });
    return b;
  }
  function copy(b, text) {
    function byHand() { tell(b, copyByHand(text) ? "Copied" : "Not allowed here"); }
    if (navigator.clipboard && isSecureContext) navigator.clipboard.writeText(text).then(function () { tell(b, "Copied"); }, byHand);
    else byHand();
  }
  function copyButton(name, text) {
    return button("Copy", name, "copy", function (b) { copy(b, text()); });
  }
  // A whole program is not on its page; it is fetched, as a script that calls program(key, text), when it is wanted.
  var programs = {};
  window.program = function (key, text) { programs[key] = text; };
  function programButton(link) {
    var path = link.getAttribute("href"), key = path.replace(/^programs\//, "");
    return button("Copy " + key.replace(/.*\//, ""), "as a whole", "copy", function (b) {
      bring(path + ".js", function () { copy(b, programs[key]); }, function () { tell(b, "Not found"); });
    });
  }
  function saveButton(name, file, text) {
    return button("Save", name, "save", function (b) {
      var link = make("a", { href: URL.createObjectURL(new Blob([text()], { type: "text/plain" })), download: file });
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
      tell(b, "Saved");
    });
  }
  // Every listing gets its buttons when it can be seen: at once, or when what it is folded into opens.
  function equip() {
    each("figure.chunk, figure.run, .citation, .code.plain", function (box) {
      if (box.dataset.done || box.parentNode.closest("details:not([open])") || box.matches("details:not([open])")) return;
      box.dataset.done = "yes";
      if (box.matches(".root") && box.querySelector(".download")) box.querySelector(".download").after(programButton(box.querySelector(".download")));
      var code = box.matches(".code") ? box : box.querySelector(".code") || box, span = make("span", { class: "tools" });
      var chunk = box.matches(".chunk"), name = chunk ? box.querySelector(".cname a").textContent :
        (code.getAttribute("aria-label") || box.querySelector(".label").textContent);
      function text() { return codeOf(code); }
      span.append(copyButton(name, text));
      if (chunk && !box.matches(".root")) span.append(saveButton(name, box.id.slice(6) + ".c", text));
      if (box === code) {
        var listing = make("div", { class: "listing" });
        box.replaceWith(listing);
        listing.append(box, span);
      }
      else if (box.matches("details")) code.before(span);
      else box.querySelector("figcaption, .label").append(span);
    });
  }

  // ---- what timelines and games share: a program's lines, its variables, what came of it
  function fileOf(key) { return key.replace(/.*\//, "") + ".c"; }
  function bringRun(key, kind, then, fail) {
    bring("traces/" + key.replace("/", "-") + kind + ".js", function () {
      // A trace may be named after options, too; its program is told in it.
      var of = ((kind ? window.graphs : window.traces) || {})[key];
      bring("programs/" + key.replace(/[^/]*$/, "") + (of ? of.program : "") + ".js", then, then);
    }, fail);
  }
  // Shows a line's text and where it is; that is a link, and the element is returned, if it stands on this page.
  function showLine(node, key, where, places) {
    var text = (programs[key.replace(/[^/]*$/, "") + where.replace(/:.*/, "")] || "").split("\n")[where.replace(/.*:/, "") - 1];
    var id = places && places[where], there = id && document.getElementById(id);
    node.textContent = "";
    if (text !== undefined) node.append(make("code", {}, text.trim()), " ");
    if (!/:0$/.test(where)) node.append(there ? make("a", { href: "#" + id }, where) : make("span", {}, where));
    return there;
  }
  function showValues(list, now, before) {
    list.textContent = "";
    for (var name in now) {
      var changed = name in before && before[name] !== now[name], pair = make("div", changed ? { class: "changed" } : {});
      pair.append(make("dt", {}, name), make("dd", {}, (changed ? before[name] + " → " : "") + now[name]));
      list.append(pair);
    }
  }
  function arrows(text) { return text.replace(/ -> /g, " → "); }
  function tellEnd(node, bad, text) {
    var claim = /claim: (.*): VIOLATED \((.*)\)/.exec(text), side = make("b", { class: bad ? "side-bad" : "side-good" });
    side.append(make("span", { class: "mark", "aria-hidden": "true" }, bad ? "✗" : "✓"), bad ? " It fails: " : " It holds: ");
    node.append(side, (claim ? "“" + claim[1] + "” is violated, " + claim[2] : text.replace(/^(fails|holds): /, "")) + ".");
  }
  // A button that can't be pressed now keeps the focus all the same.
  function press(name, act) {
    var b = make("button", { type: "button" }, name);
    b.addEventListener("click", function () { if (b.getAttribute("aria-disabled") !== "true") act(); });
    return b;
  }
  function enable(b, can) { b.setAttribute("aria-disabled", String(!can)); }

  // ---- a timeline that can be stepped through, row by row; 0 is before the first one
  var lit; // the line of code at which one is
  function timeline(figure) {
    var key = figure.dataset.trace, rows = Array.from(figure.querySelectorAll("tr[data-step]")), all = rows.length, at = 0;
    var box = make("div", { class: "player no-print", role: "group", "aria-label": "Step through " + fileOf(key) });
    var slider = make("input", { type: "range", min: 0, max: all, value: 0, "aria-label": "Step" }), count = make("span", { class: "count" });
    var said = make("p", { class: "said", role: "status" }, "Step through it with these buttons, or with the keys ← and →.");
    var source = make("p", { class: "source" }), list = make("dl", { class: "values" }), controls = make("div", { class: "controls" });
    var buttons = [["First", -all], ["Back", -1], ["Next", 1], ["Last", all]].map(function (b) {
      var button = press("", function () { go(at + b[1]); });
      button.className = b[0].toLowerCase();
      button.title = b[0];
      button.append(make("span", { class: "hidden" }, b[0] + " step"));
      return button;
    });
    // The values after the first n steps.
    function values(trace, n) {
      return trace.steps.slice(0, n).reduce(function (now, s) { return Object.assign(now, s.set); }, Object.assign({}, trace.start));
    }
    function first(row) { return row < all ? parseInt(rows[row].dataset.step, 10) : window.traces[key].steps.length + 1; }
    function draw() {
      var trace = window.traces[key], steps = trace.steps, row = rows[at - 1], cells = row && row.querySelectorAll("td.lane:not(.wait, :empty)");
      var from = row ? first(at - 1) : 0, to = row ? first(at) - 1 : 0, step = steps[from - 1], folded = row && row.matches(".folded");
      rows.forEach(function (r) { r.removeAttribute("aria-current"); });
      count.textContent = (to > from ? "steps " + from + "–" + to : "step " + to) + " of " + steps.length;
      slider.setAttribute("aria-valuetext", count.textContent);
      said.textContent = row ? "" : "Before the first step.";
      if (row) {
        row.setAttribute("aria-current", "step");
        cells.forEach(function (cell) {
          if (cell.colSpan === 1) said.append(make("b", {}, cell.closest("table").tHead.rows[0].cells[cell.cellIndex].textContent + ":"), " ");
          said.append(cell.textContent + ". ");
        });
      }
      if (row && at === all) tellEnd(said, trace.verdict === "fails", steps[to - 1].bad || trace.why || trace.said);
      if (lit) lit.classList.remove("stepped");
      lit = showLine(source, key, row && !folded ? step.file + ":" + step.line : ":0", trace.lines);
      if (lit) lit.classList.add("stepped");
      showValues(list, values(trace, to), values(trace, Math.max(0, from - 1)));
      buttons.forEach(function (b, i) { enable(b, i < 2 ? at > 0 : at < all); });
      // Only now that what stands above it is as high as it will be.
      if (row) (cells[0] || row).scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    function go(to) {
      at = Math.max(0, Math.min(all, to));
      slider.value = at;
      bringRun(key, "", draw, function () { said.textContent = "The steps of this run are not to be found."; });
    }
    slider.addEventListener("input", function () { go(+slider.value); });
    box.addEventListener("keydown", function (event) {
      var to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all }[event.key];
      if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      go(to);
    });
    rows.forEach(function (row, i) {
      row.addEventListener("click", function (event) {
        if (event.target.closest("a") || String(getSelection())) return;
        go(i + 1);
        slider.focus({ preventScroll: true });
      });
    });
    controls.append(buttons[0], buttons[1], slider, buttons[2], buttons[3], count);
    box.append(controls, said, source, list);
    figure.prepend(box);
  }

  // ---- a program whose scheduler is the reader: all its states are there, and the reader goes from one to another
  function play(place) {
    var key = place.dataset.graph, graph, states = {}, ways = {}, threads = [], total = [0, 0], seen = {}, trail, here;
    var box = make("div", { class: "player no-print", role: "group", "aria-label": "Play the scheduler of " + fileOf(key) });
    var said = make("p", { class: "said", role: "status" }, "You say who takes the next step. Try to break it.");
    var board = make("div", { class: "threads" }), list = make("dl", { class: "values" }), count = make("span", { class: "count" });
    var past = make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "The schedule so far" });
    var controls = make("div", { class: "controls" }), table = make("table"), steps = make("tbody");
    var undo = press("Undo", function () {
      do var last = trail.pop(); while (!last.chosen);
      here = last.way.from;
      draw();
    });
    var again = press("Start again", restart), chance = press("Let chance choose", function () {
      take(ways[here][Math.floor(Math.random() * ways[here].length)]);
    });
    var begin = press("Play", function () {
      bringRun(key, "-graph", learn, function () { said.textContent = "The states of this program are not to be found."; });
    });
    function nameOf(id) { return +id ? "thread " + id : "main"; }
    function fails(state) { return state.end !== "" && state.end !== "holds"; }
    function tally(ids) {
      return ids.reduce(function (n, id) { n[states[id].end ? 1 : 0]++; return n; }, [0, 0]);
    }

    // Steps without an alternative, and those in which a thread only begins or ends, are taken without asking.
    function settle(id, taken) {
      for (var been = {}; !been[id];) {
        var way = ways[id].find(function (w) { return !w.text; }) || (ways[id].length === 1 && ways[id][0]);
        been[id] = true;
        if (!way) break;
        if (taken) taken.push({ way: way });
        id = way.to;
      }
      return id;
    }
    function learn() {
      var open, met = {}, head = make("tr");
      graph = window.graphs[key];
      graph.states.forEach(function (s) { states[s.id] = s; ways[s.id] = []; });
      graph.edges.forEach(function (e) { ways[e.from].push(e); threads[e.thread] = {}; });
      for (open = [settle(0)]; open.length;) {
        var id = open.pop();
        if (!met[id]) ways[id].forEach(function (w) { open.push(settle(w.to)); });
        met[id] = true;
      }
      total = tally(Object.keys(met));
      head.append(make("th", { scope: "col" }, "step"));
      threads.forEach(function (thread, t) {
        var row = make("div", { class: "thread l" + t });
        thread.source = make("p", { class: "source" });
        thread.buttons = make("div");
        row.append(make("b", {}, nameOf(t)), thread.source, thread.buttons);
        board.append(row);
        head.append(make("th", { scope: "col", class: "lane l" + t }, nameOf(t)));
      });
      table.append(make("thead"), steps);
      table.tHead.append(head);
      past.append(table);
      controls.append(undo, again, chance, count);
      begin.replaceWith(board, list, controls, past);
      restart();
      (board.querySelector("[aria-disabled=false]") || again).focus({ preventScroll: true });
    }
    function restart() {
      trail = [];
      here = settle(0, trail);
      draw();
    }
    function take(way) {
      trail.push({ way: way, chosen: true });
      here = settle(way.to, trail);
      draw();
    }
    function drawThread(thread, t) {
      var state = states[here], line = state.lines[t], can = ways[here].filter(function (w) { return w.thread === t; });
      var is = state.end ? "" : line ? "waits" : trail.some(function (s) { return s.way.thread === t; }) ? "has ended" : "isn’t there yet";
      showLine(thread.source, key, fileOf(key) + ":" + (line || 0), graph.lines);
      (can.length ? can : [null]).forEach(function (way, i) {
        var b = thread.buttons.children[i];
        if (!b) thread.buttons.append(b = press("", function () { take(b.way); }));
        b.way = way;
        // What is read shows only when it has been read.
        b.textContent = way ? way.text.replace(/ -> [^;]*/g, "") : is || "–";
        b.prepend(make("span", { class: "hidden" }, nameOf(t) + ": "));
        if (way && i === 0) b.prepend(make("kbd", { "aria-hidden": "true" }, String(t)), " ");
        enable(b, way);
      });
      while (thread.buttons.children.length > Math.max(1, can.length)) thread.buttons.lastChild.remove();
    }
    function draw() {
      var state = states[here], chosen = trail.map(function (s) { return s.chosen; }).lastIndexOf(true), last = trail[Math.max(chosen, 0)], n = 0;
      seen[here] = true;
      said.textContent = chosen < 0 ? "" : nameOf(last.way.thread) + ": " + arrows(last.way.text) + ". ";
      if (!state.end) said.append("Who takes the next step?");
      if (state.end) tellEnd(said, fails(state), fails(state) ? state.end : "this schedule ends well");
      if (state.end && !graph.states.some(fails)) said.append(" It can’t be broken: all " + graph.states.length + " states lead to ends that hold.");
      threads.forEach(drawThread);
      showValues(list, state.variables, last ? states[last.way.from].variables : state.variables);
      steps.textContent = "";
      trail.forEach(function (s) {
        if (!s.way.text) return;
        var row = make("tr"), now = states[s.way.to], lines = (now.end ? states[s.way.from] : now).lines;
        row.append(make("th", { scope: "row" }, String(++n)));
        threads.forEach(function (thread, t) {
          var own = t === s.way.thread, can = ways[now.id].some(function (w) { return w.thread === t; });
          var css = own ? " on step" : !lines[t] ? "" : can ? " on" : " wait";
          row.append(make("td", { class: "lane l" + t + css }, own ? arrows(s.way.text).replace(/ ?; /g, "\n") : ""));
        });
        steps.append(row);
      });
      past.scrollTop = past.scrollHeight;
      if (n) past.scrollLeft = steps.lastChild.querySelector(".step").offsetLeft - 60;
      var now = tally(Object.keys(seen));
      count.textContent = "Seen: " + now[0] + " of " + total[0] + " choices, " + now[1] + " of " + total[1] + " ends.";
      enable(undo, chosen >= 0);
      enable(again, chosen >= 0);
      enable(chance, !state.end);
    }
    box.addEventListener("keydown", function (event) {
      var thread = /^\d$/.test(event.key) && threads[event.key];
      if (!thread || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      thread.buttons.firstChild.focus();
      thread.buttons.firstChild.click();
    });
    box.append(said, begin);
    place.querySelector(".label").after(box);
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelector("header.top").append(searchForm(), themeButton());
    status = make("div", { role: "status", class: "hidden" });
    document.body.append(status);
    equip();
    document.addEventListener("toggle", equip, true);
    each("figure.timeline[data-trace]", timeline);
    each(".play[data-graph]", play);

    // A name or an option in the text stays in one piece.
    each("main :is(p, li, dd, td, figcaption) code", function (code) { if (code.textContent.length < 21) code.classList.add("short"); });

    // Line numbers are links to their lines.
    each("a[data-n]", function (a) {
      a.href = "#" + a.parentNode.id;
      a.tabIndex = -1;
      a.setAttribute("aria-label", "Line " + a.dataset.n);
    });

    // On paper, answers are open; copies of what stands elsewhere stay away.
    each(".fold", function (copy) { copy.classList.add("no-print"); });
    addEventListener("beforeprint", function () {
      each("details:not(.fold, .no-print)", function (d) { d.open = true; });
    });

    // A link to a folded answer opens it.
    function unfold() {
      var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && target.matches("details")) target.open = true;
    }
    addEventListener("hashchange", unfold);
    unfold();

    // The sidebar shows where one is, and so does the list of sections.
    var side = document.querySelector(".sidebar"), here = side && side.querySelector("[aria-current]");
    if (here) side.scrollTop = here.getBoundingClientRect().top - side.getBoundingClientRect().top - side.clientHeight / 2;
    var links = {};
    each(".onpage a", function (a) { links[a.hash.slice(1)] = a; });
    var seen = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        for (var id in links) links[id].classList.toggle("now", id === entry.target.id);
      });
    }, { rootMargin: "-10% 0px -75%" });
    each("main h2[id]", function (h) { if (links[h.id]) seen.observe(h); });
  });
})();
