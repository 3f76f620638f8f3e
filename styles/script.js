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

  // ---- search: BM25 over the sections; every word must occur, the last one may be the beginning of one.
  var index, lengths, average, waiting = [];
  function load(then) {
    if (index) return then();
    waiting.push(then);
    if (waiting.length > 1) return;
    var script = make("script", { src: "search-index.js" });
    script.onload = function () {
      index = window.searchIndex;
      lengths = index.docs.map(function () { return 1; });
      for (var word in index.terms) postings(word, function (doc, n) { lengths[doc] += n; });
      average = lengths.reduce(function (a, b) { return a + b; }, 0) / lengths.length;
      waiting.forEach(function (f) { f(); });
      waiting = [];
    };
    document.head.append(script);
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
      if (key in programs) return copy(b, programs[key]);
      var script = make("script", { src: path + ".js" });
      script.onload = function () { copy(b, programs[key]); };
      script.onerror = function () { tell(b, "Not found"); };
      document.head.append(script);
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

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelector("header.top").append(searchForm(), themeButton());
    status = make("div", { role: "status", class: "hidden" });
    document.body.append(status);
    equip();
    document.addEventListener("toggle", equip, true);

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
