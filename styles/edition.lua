-- The editions: puts the woven chapters into pages, closes their references, and adds what the press makes
-- itself (contents, indices, bibliography, search).
--   texlua styles/edition.lua COMMAND CACHE OUT SLUG...
-- Commands: html (pages of the given slugs), site (contents, indices, search, sitemap), epub (the unpacked
-- book), tex (the printed book), chapter-tex (one chapter printed alone), keys (of a .bib file, for citeproc).
package.path = arg[0]:match("(.*)/") .. "/?.lua;" .. package.path
local common, records = require "common", require "records"
local esc, tesc, slug_of, json = common.html, common.tex, common.slug, common.json
local command, cache, out = arg[1], arg[2], arg[3]
local meta = common.load("book/book.lua")
local book

-- `keys FILE`: a document that cites every key by itself, then lists all entries.
if command == "keys" then
  local rows = {}
  for key in common.read(arg[2]):gmatch("\n?@%a+%s*{%s*([^,%s]+)%s*,") do
    rows[#rows + 1] = ("::: {#label-%s}\n[@%s]\n:::\n"):format(key, key)
  end
  print(table.concat(rows, "\n") .. "\n::: {#refs}\n:::\n")
  return
end

book = common.load(cache .. "/book.facts")
local chapter_of, previous, following = {}, {}, {}
local all = {} -- every page in reading order
for _, c in ipairs(book.chapters) do all[#all + 1] = c; chapter_of[c.slug] = c end
for _, g in ipairs(book.generated) do all[#all + 1] = g; chapter_of[g.slug] = g end
for i, c in ipairs(all) do previous[c.slug], following[c.slug] = all[i - 1], all[i + 1] end

local function name_of(c) return (c.number and c.number ~= "" and c.number .. " " or "") .. c.title end
local suffix = ".html"
local function href(target, from)
  local slug, id = target:match("^(.-)#(.*)$")
  if slug == from and id ~= "" then return "#" .. id end
  return slug .. suffix .. (id ~= "" and "#" .. id or "")
end

local function take_out(text, what)
  for _, mark in ipairs { what .. "2", what } do
    text = text:gsub("<!%-%-" .. mark .. "%-%->.-<!%-%-/" .. mark .. "%-%->", "")
  end
  return (text:gsub("<!%-%-/?%a+2?%-%->", ""))
end

------------------------------------------------------------------------------------------ Compiler Explorer

local base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
local function base64url(s)
  local parts = {}
  for i = 1, #s, 3 do
    local a, b, c = s:byte(i, i + 2)
    local n = a << 16 | (b or 0) << 8 | (c or 0)
    local four = ""
    for k = 18, 0, -6 do
      local v = (n >> k & 63) + 1
      four = four .. base64:sub(v, v)
    end
    parts[#parts + 1] = four:sub(1, c and 4 or b and 3 or 2)
  end
  return table.concat(parts)
end
local function explorer(program)
  local state = ('{"sessions":[{"id":1,"language":"c","source":%s,"compilers":[],"executors":[{"compiler":{"id":"cg142","libs":[],"options":"-std=c11 -O2 -pthread -Wall"}}]}]}')
    :format(json(program))
  local url = "https://godbolt.org/clientstate/" .. base64url(zlib.compress(state, 9))
  return #url <= 4000 and url or nil -- a longer one is cut on its way; such a program is downloaded
end

-- Compiler Explorer gets programs, no suites and no modules of a library, which have a header beside them.
local function explorable(slug, name)
  return name:match("%.c$") and not name:match("^check") and not common.read(("tangled/%s/%s"):format(slug, name:gsub("c$", "h")))
end
local function program_bar(slug, name)
  local text = common.read(("tangled/%s/%s"):format(slug, name)) or ""
  local _, lines = text:gsub("\n", "")
  local links = ('<a class="download" href="programs/%s/%s" download="%s-%s">Download %s</a>'):format(slug, name, slug, name, name)
  if explorable(slug, name) and not text:find("/* link with -l", 1, true) then
    local url = explorer(text)
    if url then links = links .. (' <a class="explorer" href="%s">Compiler Explorer</a>'):format(url) end
  end
  return ('<p class="program no-print">%s <span>%d lines</span></p>'):format(links, lines)
end

---------------------------------------------------------------------------------------------- closing a page

local function reference(attributes, target, inner, from)
  local a = book.anchors[target] or (chapter_of[target:match("^(.-)#")] and {})
  if inner == "" then inner = esc(a and a.text or target) .. ((a and a.kind == "line" and not target:match("^" .. from:gsub("%-", "%%-") .. "#")) and " of " .. esc((chapter_of[target:match("^(.-)#")] or {}).title or "") or "") end
  local title = a and a.kind ~= "term" and a.title and attributes:find("xref", 1, true) and (' title="' .. esc(a.title) .. '"') or ""
  return ('<a %shref="%s"%s>%s</a>'):format(attributes, href(target, from), title, inner)
end

local function close(text, from)
  text = text:gsub('<a ([^>]-)href="ref:([^"]*)">(.-)</a>', function(attributes, target, inner)
    return reference(attributes, target, inner, from)
  end)
  text = text:gsub('<a class="cite" href="cite:([^"]*)"></a>', function(key)
    return ('<a class="cite" href="bibliography%s#ref-%s">%s</a>'):format(suffix, slug_of(key), esc(book.bibliography.entries[key].label))
  end)
  text = text:gsub('<span class="usedby">used by:(.-)</span>', function(name)
    name = name:gsub("&lt;", "<"):gsub("&gt;", ">"):gsub("&quot;", '"'):gsub("&amp;", "&")
    local links = {}
    for i, slug in ipairs(book.shared_uses[name] or {}) do
      links[i] = ('<a href="%s%s">%s</a>'):format(slug, suffix, esc(name_of(chapter_of[slug])))
    end
    return #links > 0 and "Used in " .. table.concat(links, ", ") .. "." or ""
  end)
  return text
end

---------------------------------------------------------------------------------------------- pages made here

-- Where a term stands. In the indices of ideas each place is told by number and title; in those of names, which
-- are long, a chapter is told once by its number, bold and at the definition if it has one.
local function places(list, from, by_title)
  local defined, links, seen = {}, {}, {}
  for _, p in ipairs(list) do
    if p.label and not defined[p.slug] then defined[p.slug] = p end
  end
  for _, p in ipairs(list) do
    local c = chapter_of[p.slug]
    local once = by_title and p.slug .. "#" .. p.id or p.slug
    if not seen[once] then
      seen[once] = true
      local label = esc((by_title or c.number == "") and name_of(c) or c.number)
      local at = defined[p.slug] or p
      links[#links + 1] = ('<a href="%s">%s</a>'):format(href(at.slug .. "#" .. at.id, from), at.label and "<b>" .. label .. "</b>" or label)
    end
  end
  return table.concat(links, ", ")
end

local function fold_case(a, b)
  local x, y = a:lower():gsub("^[^%w]+", ""), b:lower():gsub("^[^%w]+", "")
  if x == y then return a < b end
  return x < y
end
local function natural(a, b)
  local function key(s) return s:lower():gsub("%d+", function(d) return ("%06d"):format(tonumber(d) or 0) end) end
  return key(a) < key(b)
end

-- Under which heading a term stands: its letter, or the standard that it belongs to.
local function letter_of(term)
  local first = term:match("^[^%w]*(%w)")
  return first and first:upper() or "#"
end
local function standard_of(term)
  for _, name in ipairs { "C11", "CERT C", "CWE", "MISRA C", "POSIX" } do
    if term:sub(1, #name) == name then return name end
  end
  return "Others"
end

-- An index: its terms with letters as headings when it is long.
local function index_page(index, make, from, less, lead, by_title, group)
  local rows, letter, ids = { "<p>" .. lead .. "</p>" }, nil, {}
  local terms = common.sorted(index, less or fold_case)
  local long = #terms > 40
  if #terms == 0 then rows[#rows + 1] = "<p>Nothing is indexed here yet.</p>" end
  if #terms > 0 and not (long or group) then rows[#rows + 1] = '<ul class="index">' end
  for _, term in ipairs(terms) do
    local first = (group or letter_of)(term)
    if (long or group) and first ~= letter then
      rows[#rows + 1] = (letter and "</ul>" or "") .. ('<h2 id="letter-%s">%s</h2><ul class="index">'):format(first == "#" and "other" or slug_of(first), first)
      letter = first
    end
    -- Only ideas are linked to; the indices of names are long, and their entries as short as can be.
    local id = by_title and "term-" .. slug_of(term)
    rows[#rows + 1] = ('<li%s>%s <span>%s</span></li>'):format(id and not ids[id] and (' id="%s"'):format(id) or "", by_title and "<span>" .. make(term) .. "</span>" or make(term), places(index[term], from, by_title))
    ids[id or ""] = true
  end
  if #terms > 0 then rows[#rows + 1] = "</ul>" end
  return table.concat(rows, "\n")
end

local function bibliography_page()
  local rows = { '<ol class="bibliography">' }
  for _, key in ipairs(book.bibliography.order) do
    local e = book.bibliography.entries[key]
    local from = {}
    for i, slug in ipairs(book.cited[key] or {}) do
      from[i] = ('<a href="%s%s">%s</a>'):format(slug, suffix, esc(name_of(chapter_of[slug])))
    end
    rows[#rows + 1] = ('<li id="ref-%s"><span class="key">%s</span> %s%s</li>'):format(slug_of(key), esc(e.label), e.html,
      #from > 0 and ' <span class="backrefs">Cited in ' .. table.concat(from, ", ") .. ".</span>" or "")
  end
  rows[#rows + 1] = "</ol>"
  return table.concat(rows, "\n")
end

-- A message, below what says it: TOOL<tab>MESSAGE, with no tool if the chapter's symptoms name it.
local function tool_of(term) return (term:match("^(.-)\t"):gsub("^$", "Among the symptoms")) end
local function by_tool(a, b)
  local x, y = tool_of(a), tool_of(b)
  if x == y then return fold_case(a:match("\t(.*)"), b:match("\t(.*)")) end
  return fold_case(x, y)
end
local function detectors() return records.detectors(common.load(cache .. "/corpus.facts")) end

local function code_term(s) return "<code>" .. esc(s) .. "</code>" end
local function topic_term(s) return (esc(s):gsub("!", " › ")) end
local made = {
  bibliography = bibliography_page,
  ["index-topics"] = function() return index_page(book.topics, topic_term, "index-topics", nil, "Ideas and pitfalls, and where they are explained.", true) end,
  ["index-symptoms"] = function() return index_page(book.symptoms, common.phrase_html, "index-symptoms", nil, "Start here when you are hunting: find what you see, and go to the chapter that explains it.", true) end,
  ["index-api"] = function() return index_page(book.api, code_term, "index-api", nil, "What the book's programs call of the C library, POSIX and Linux, and the chapters whose programs call it.") end,
  ["index-identifiers"] = function() return index_page(book.identifiers, code_term, "index-identifiers", nil, "Names that the book's programs define, and the chapters that use them; a bold number is where the name is defined.") end,
  ["index-chunks"] = function() return index_page(book.chunks, function(s) return "<i>⟨" .. esc(s) .. "⟩</i>" end, "index-chunks", nil, "Every chunk by its name.") end,
  ["index-tools"] = function() return index_page(book.messages, function(s) return code_term(s:match("\t(.*)")) end, "index-tools", by_tool, "What detectors, compilers, the C library and the kernel say, word for word, and the chapters where it was seen.", true, tool_of) end,
  detectors = function() return close(records.html(detectors()), "detectors") end,
  ["index-standards"] = function() return index_page(book.standards, esc, "index-standards", natural, "Clauses of C11 and POSIX, rules of CERT C and MISRA C, and CWE entries, with the chapters that stand on them.", true, standard_of) end,
}

-------------------------------------------------------------------------------------------------- the card

local failure_words = { ["wrong-answer"] = "wrong answer, no undefined behaviour", ["undefined-behaviour"] = "undefined behaviour", stuck = "stuck",
  busy = "busy without progress", slow = "slow", leak = "leaked or orphaned", crash = "crash", swallowed = "swallowed failure" }
local function card(c, facts)
  local m = facts.pitfall
  if not m then return "" end
  local rows = {}
  local where -- what one sees stands in one list, where it is written in another beside it
  local function row(title, html) if html and html ~= "" then rows[#rows + 1] = ("<dt>%s</dt><dd>%s</dd>"):format(title, html) end end
  local function each(list, prefix, make)
    local parts = {}
    for i, s in ipairs(list or {}) do
      parts[i] = make and make(s) or ('<a href="index-standards%s#term-%s">%s</a>'):format(suffix, slug_of(prefix .. s), esc((prefix == "CWE-" and prefix or "") .. s))
    end
    return table.concat(parts, ", ")
  end
  local symptoms = {}
  for i, s in ipairs(m.symptoms or {}) do symptoms[i] = "<li>" .. common.phrase_html(s) .. "</li>" end
  row("You see", #symptoms > 0 and "<ul>" .. table.concat(symptoms) .. "</ul>" or "")
  row("Kind of failure", esc(failure_words[m.failure] or m.failure))
  row("What it costs", facts.html.cost and close(facts.html.cost:gsub("^<p>", ""):gsub("</p>%s*$", ""), c.slug))
  rows, where = {}, table.concat(rows, "\n")
  row("Clauses", each(m.clauses, ""))
  row("CERT C", each(m.cert, "CERT C "))
  row("CWE", each(m.cwe, "CWE-"))
  row("MISRA C", each(m.misra, "MISRA C "))
  row("Primitives", each(m.primitives, "", function(s) return "<code>" .. esc(s) .. "</code>" end))
  row("Needs", #(m.needs or {}) > 0 and each(m.needs, "", esc) or "nothing beyond a C11 compiler and POSIX threads")
  return ('<section class="card" aria-label="Card"><dl class="what">%s</dl><dl class="where">%s</dl></section>'):format(where, table.concat(rows, "\n"))
end

------------------------------------------------------------------------------------------- how to cite a chapter

local function plain(s) return (s:gsub("[{}\\]", "")) end
-- An address under .example is a promise, not an address: until the book has one, nothing cites it.
local published = not meta.url:match("%.example/")
local function citing(c)
  local url = meta.url .. c.slug .. ".html"
  local year, month, day = meta.date:match("(%d+)-(%d+)-(%d+)")
  local bib = ("@incollection{cch-%s,\n  title     = {%s},\n  booktitle = {%s},\n  author    = {{%s}},\n  year      = {%s},\n  edition   = {version %s}%s\n}")
    :format(c.slug, plain(name_of(c)), meta.title, meta.author, year, meta.version, published and ",\n  url       = {" .. url .. "}" or "")
  local csl = ('[{"id": "cch-%s", "type": "chapter", "title": %s, "container-title": %s, "author": [{"literal": %s}], "version": "%s", "issued": {"date-parts": [[%d, %d, %d]]}%s}]')
    :format(c.slug, json(name_of(c)), json(meta.title), json(meta.author), meta.version, year, month, day, published and (', "URL": "%s"'):format(url) or "")
  local text = ("%s, “%s”, in %s, version %s, %s%s"):format(meta.author, name_of(c), meta.title, meta.version, meta.date, published and ", " .. url or "")
  local function box(title, s) return ('<div class="citation"><p class="label">%s</p><pre tabindex="0" role="region" aria-label="%s">%s</pre></div>'):format(title, title, esc(s)) end
  return '<details class="cite-this no-print"><summary>Cite this chapter</summary>' .. box("BibTeX", bib) .. box("CSL-JSON", csl) .. box("Plain text", text) .. "</details>"
end

local function citation_tags(c)
  local url = meta.url .. c.slug .. ".html"
  local tags = {
    { "citation_title", name_of(c) }, { "citation_author", meta.author }, { "citation_publication_date", (meta.date:gsub("-", "/")) },
    { "citation_inbook_title", meta.title }, { "citation_language", "en" },
    { "DC.title", name_of(c) }, { "DC.creator", meta.author }, { "DC.date", meta.date }, { "DC.type", "Text" }, { "DC.language", "en" },
    { "DC.rights", "CC BY-SA 4.0" }, { "DCTERMS.isPartOf", meta.title },
  }
  if published then
    for _, tag in ipairs { { "citation_public_url", url }, { "citation_pdf_url", meta.url .. "handbook.pdf" }, { "DC.identifier", url } } do tags[#tags + 1] = tag end
  end
  local rows = {}
  for i, tag in ipairs(tags) do rows[i] = ('<meta name="%s" content="%s">'):format(tag[1], esc(tag[2])) end
  return table.concat(rows, "\n")
end

--------------------------------------------------------------------------------------------------- web pages

local templates = {}
local function fill(template, values)
  if not templates[template] then
    local text = assert(common.read("styles/" .. template))
    if not published then text = text:gsub('<link rel="canonical"[^\n]*\n', ""):gsub('<meta property="og:url"[^\n]*\n', "") end
    templates[template] = text
  end
  return (templates[template]:gsub("{{([%w-]+)}}", function(key) return values[key] or error("no value for " .. key) end))
end

local function part_of(c)
  for i, p in ipairs(meta.parts) do
    if p.folder == c.part then return p, i - 1 end
  end
end

local function contents_list(current, with_summary)
  local rows, part = {}, false
  -- In the sidebar a part is folded, unless the current page is in it; on the front page it has its own heading.
  local ending = with_summary and "</ol></li>" or "</ol></details></li>"
  local function open(title, about, here)
    rows[#rows + 1] = (part ~= false and ending or "") .. (with_summary
      and ('<li class="part"><div><h3 class="part-title">%s</h3>%s</div><ol>'):format(title, about and '<p class="about">' .. esc(about) .. "</p>" or "")
      or ('<li class="part"><details%s><summary>%s</summary><ol>'):format(here and " open" or "", title))
  end
  local function group_of(c)
    local p = part_of(c)
    return c.slug == "glossary" and "back" or p and p.folder or (c.number and "front" or "back")
  end
  for _, c in ipairs(all) do
    local p, n = part_of(c)
    local group = group_of(c)
    if group ~= part then
      open(p and ("<b>%d</b> %s"):format(n, esc(p.title)) or group == "front" and "Before you start" or "Reference",
        p and p.about, chapter_of[current] and group_of(chapter_of[current]) == group)
      part = group
    end
    rows[#rows + 1] = ('<li><a href="%s.html"%s>%s%s</a>%s</li>'):format(c.slug, c.slug == current and ' aria-current="page"' or "",
      c.number and c.number ~= "" and (with_summary and '<span class="n">%s</span> ' or "<i>%s</i> "):format(c.number) or "", esc(c.title),
      with_summary and c.summary and "<p>" .. close(c.summary, current):gsub("^<p>", ""):gsub("</p>%s*$", "") .. "</p>" or "")
  end
  return '<ol class="toc">' .. table.concat(rows, "\n") .. ending .. "</ol>"
end

local function on_page(body)
  local rows = {}
  for level, id, inner in body:gmatch('<h(2) id="([^"]*)">(.-)</h2>') do
    inner = inner:gsub(' <a class="here".-</a>', ""):gsub("</?a[^>]*>", "")
    rows[#rows + 1] = ('<li><a href="#%s">%s</a></li>'):format(id, inner)
  end
  return #rows > 1 and '<nav class="onpage" aria-label="On this page"><p class="label">On this page</p><ol>' .. table.concat(rows, "\n") .. "</ol></nav>" or ""
end

local function write_page(c, head, body, description, extra_head)
  local before, after = previous[c.slug], following[c.slug]
  local p, n = part_of(c)
  common.write(("%s/%s.html"):format(out, c.slug), fill("page.html", {
    language = meta.language, title = esc(name_of(c)), book = esc(meta.title), description = esc(description), slug = c.slug,
    url = meta.url .. c.slug .. ".html", image = (published and meta.url or "") .. "social-card.png", ["citation-tags"] = extra_head or "",
    contents = contents_list(c.slug), ["on-page"] = on_page(body), head = head, body = body,
    kicker = p and ("Part %d · %s"):format(n, esc(p.title)) or esc(meta.title),
    previous = before and ('<a rel="prev" href="%s.html"><span>Previous</span> %s</a>'):format(before.slug, esc(name_of(before))) or '<a rel="prev" href="index.html"><span>Previous</span> Contents</a>',
    following = after and ('<a rel="next" href="%s.html"><span>Next</span> %s</a>'):format(after.slug, esc(name_of(after))) or "<span></span>",
    version = esc(meta.version), date = esc(meta.date), author = esc(meta.author) }))
end

local function page(slug)
  local c = chapter_of[slug]
  local facts = common.load(("%s/%s.facts"):format(cache, slug))
  local body = take_out(assert(common.read(("%s/%s.html"):format(cache, slug))), "epub")
  for _, tag in ipairs { "br", "col", "hr", "img" } do body = body:gsub("(<" .. tag .. "[^<>]-) />", "%1>") end
  body = close(body, slug):gsub("<!%-%-program:(.-)%-%->", function(name) return program_bar(slug, name) end)
  local p, n = part_of(c)
  local head = ('<header class="chapter-head"><p class="kicker">%s</p><h1>%s%s</h1><p class="summary">%s</p></header>%s'):format(
    p and ("Part %d · %s"):format(n, esc(p.title)) or "", c.number ~= "" and '<span class="hn">' .. c.number .. "</span> " or "", esc(c.title),
    close(facts.html.summary or "", slug):gsub("^<p>", ""):gsub("</p>%s*$", ""), card(c, facts))
  write_page(c, head, body .. (c.number ~= "" and citing(c) or ""), c.summary_text, citation_tags(c))
end

-- The schedules and graphs that the page's script plays, as scripts as well: traces/SLUG-NAME.js, each with the lines of
-- the page that it speaks of. It is loaded when a reader first plays, and no e-book has it.
local function played(slug, facts)
  local folder, list = out .. "/traces", {}
  for kind, named in pairs { trace = facts.traces, graph = facts.graphs } do
    for name, lines in pairs(named) do
      local pairs_of = {}
      for i, line in ipairs(common.sorted(lines)) do pairs_of[i] = json(line) .. ": " .. json(lines[line]) end
      local text = assert(common.read(("figures/%s/%s.%s.json"):format(slug, name, kind)))
      list[("%s-%s%s.js"):format(slug, name, kind == "graph" and "-graph" or "")] = ("(window.%ss = window.%ss || {})[%s] = %s,\n  \"lines\": {%s}\n};\n")
        :format(kind, kind, json(slug .. "/" .. name), text:gsub("%s*}%s*$", ""), table.concat(pairs_of, ", "))
    end
  end
  if next(list) then lfs.mkdir(folder) end
  for name, text in pairs(list) do common.write_if_new(folder .. "/" .. name, text) end
  if not lfs.isdir(folder) then return end
  for name in lfs.dir(folder) do
    if not list[name] and name:match("%.js$") and common.read(folder .. "/" .. name):find(('["%s/'):format(slug), 1, true) then os.remove(folder .. "/" .. name) end
  end
end

-- What lies beside a page: its figures, and its programs, twice: as they are, to be downloaded, and as a script,
-- because that is what a page on a disk may load when somebody copies a whole program.
local function beside(slug)
  local facts = common.load(("%s/%s.facts"):format(cache, slug))
  local files = { programs = {}, figures = {} }
  played(slug, facts)
  for _, chunk in ipairs(facts.chunks) do
    if chunk.root and chunk.part == 1 then
      local text = assert(common.read(("tangled/%s/%s"):format(slug, chunk.name)))
      files.programs[chunk.name] = text
      files.programs[chunk.name .. ".js"] = ("program(%s, %s);\n"):format(json(slug .. "/" .. chunk.name), json(text))
    end
  end
  for _, float in ipairs(facts.floats) do
    if float.src then files.figures[float.src] = assert(common.read(("figures/%s/%s"):format(slug, float.src))) end
  end
  for kind, list in pairs(files) do
    local folder = ("%s/%s/%s"):format(out, kind, slug)
    if next(list) then
      lfs.mkdir(out .. "/" .. kind)
      lfs.mkdir(folder)
    end
    for name, text in pairs(list) do common.write_if_new(folder .. "/" .. name, text) end
    if lfs.isdir(folder) then
      for name in lfs.dir(folder) do
        if not name:match("^%.") and not list[name] then os.remove(folder .. "/" .. name) end
      end
    end
  end
end

local function made_page(slug)
  local c = chapter_of[slug]
  local head = ('<header class="chapter-head"><h1>%s</h1></header>'):format(esc(c.title))
  write_page(c, head, made[slug](), c.title .. " of " .. meta.title)
end

local function contents_page()
  common.write(out .. "/index.html", fill("index.html", {
    language = meta.language, title = esc(meta.title), book = esc(meta.title), subtitle = esc(meta.subtitle), author = esc(meta.author),
    version = esc(meta.version), date = esc(meta.date), url = meta.url, image = (published and meta.url or "") .. "social-card.png",
    contents = contents_list("index", true), sidebar = contents_list("index"),
    ["citation-tags"] = ('<meta name="citation_title" content="%s">\n<meta name="citation_author" content="%s">\n<meta name="citation_publication_date" content="%s">'):format(esc(meta.title), esc(meta.author), (meta.date:gsub("-", "/"))) }))
end

-- The search index: for every word the sections that have it. It is a script, so that it loads from file://.
local stop = {}
for w in ("the a an of to in is it and or that this as be are was for on at by with not no from but so if its has have which when you we i he she they them their there than then what who will can do does one two all any each other into only every same must would"):gmatch("%S+") do stop[w] = true end
local function search_index()
  local docs, terms = {}, {}
  for _, c in ipairs(book.chapters) do
    for _, s in ipairs(common.load(("%s/%s.search"):format(cache, c.slug))) do
      local n = #docs
      local text = s.text:gsub("%s+", " ")
      local snippet = #text <= 150 and text or text:sub(1, 150):gsub("[\192-\255][\128-\191]*$", ""):gsub("%s%S*$", "") .. " …"
      docs[n + 1] = ("[%s,%s,%s,%s]"):format(json(c.slug .. ".html" .. (s.id ~= "" and "#" .. s.id or "")), json(s.title), json(s.id ~= "" and name_of(c) or ""), json(snippet))
      local counts = {}
      for word in text:lower():gmatch("[%w_]+") do
        if #word > 1 and #word < 40 and not stop[word] then counts[word] = (counts[word] or 0) + 1 end
      end
      for word in s.title:lower():gmatch("[%w_]+") do
        if #word > 1 then counts[word] = (counts[word] or 0) + (s.id == "" and 40 or 15) end
      end
      for word, k in pairs(counts) do
        terms[word] = terms[word] or {}
        local list = terms[word]
        list[#list + 1] = ("%d%s"):format(n - (list.last or 0), k > 1 and ":" .. math.min(k, 60) or "")
        list.last = n
      end
    end
  end
  local rows = {}
  for i, word in ipairs(common.sorted(terms)) do rows[i] = ('"%s":"%s"'):format(word, table.concat(terms[word], " ")) end
  common.write_if_new(out .. "/search-index.js", 'window.searchIndex={stop:"' .. table.concat(common.sorted(stop), " ") .. '",docs:[' .. table.concat(docs, ",\n") .. "],terms:{" .. table.concat(rows, ",\n") .. "}};\n")
end

local function sitemap()
  local rows = { ("<url><loc>%s</loc><lastmod>%s</lastmod></url>"):format(meta.url, meta.date) }
  for _, c in ipairs(all) do rows[#rows + 1] = ("<url><loc>%s%s.html</loc><lastmod>%s</lastmod></url>"):format(meta.url, c.slug, meta.date) end
  common.write(out .. "/sitemap.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' .. table.concat(rows, "\n") .. "\n</urlset>\n")
  common.write(out .. "/robots.txt", "User-agent: *\nAllow: /\nSitemap: " .. meta.url .. "sitemap.xml\n")
end

------------------------------------------------------------------------------------------------------ EPUB

local function epub()
  suffix = ".xhtml"
  local rows, spine, nav = {}, {}, {}
  local function add(file, kind, id, properties)
    rows[#rows + 1] = ('<item id="%s" href="%s" media-type="%s"%s/>'):format(id, file, kind, properties and ' properties="' .. properties .. '"' or "")
  end
  local function xhtml(c, head, body)
    body = body:gsub(' tabindex="%-?%d"', "")
    local kind = c.slug:match("^index%-") and "index" or (c.slug == "bibliography" or c.slug == "glossary") and c.slug
      or c.number == "" and "preface" or "chapter"
    common.write(("%s/%s.xhtml"):format(out, c.slug), fill("epub.xhtml", { language = meta.language, title = esc(name_of(c)), head = head, body = body, slug = c.slug, type = kind }))
    add(c.slug .. ".xhtml", "application/xhtml+xml", c.slug, body:find("<math", 1, true) and "mathml" or nil)
    spine[#spine + 1] = ('<itemref idref="%s"/>'):format(c.slug)
  end
  common.write(out .. "/cover.xhtml", fill("epub-cover.xhtml", { language = meta.language, title = esc(meta.title), subtitle = esc(meta.subtitle),
    author = esc(meta.author), version = esc(meta.version), date = esc(meta.date) }))
  add("cover.xhtml", "application/xhtml+xml", "cover")
  spine[#spine + 1] = '<itemref idref="cover"/>'
  add("nav.xhtml", "application/xhtml+xml", "nav", "nav")
  spine[#spine + 1] = '<itemref idref="nav"/>'
  add("epub.css", "text/css", "css")
  add("cover.png", "image/png", "cover-image", "cover-image")
  for name, file in pairs(meta.epub_fonts or {}) do add("fonts/" .. file, "application/font-sfnt", name) end
  local part = false
  for _, c in ipairs(all) do
    if c.source then
      local facts = common.load(("%s/%s.facts"):format(cache, c.slug))
      local body = close(take_out(assert(common.read(("%s/%s.html"):format(cache, c.slug))), "web"), c.slug)
      body = body:gsub("<!%-%-program:(.-)%-%->", function(name)
        if not explorable(c.slug, name) then return "" end
        local url = explorer(common.read(("tangled/%s/%s"):format(c.slug, name)) or "")
        return url and ('<p class="program"><a href="%s">%s in Compiler Explorer</a></p>'):format(url, name) or ""
      end)
      local p, n = part_of(c)
      xhtml(c, ('<header class="chapter-head"><p class="kicker">%s</p><h1>%s%s</h1><p class="summary">%s</p></header>%s'):format(
        p and ("Part %d · %s"):format(n, esc(p.title)) or "", c.number ~= "" and c.number .. " " or "", esc(c.title),
        close(facts.html.summary or "", c.slug):gsub("^<p>", ""):gsub("</p>%s*$", ""), card(c, facts)), body)
      for _, f in ipairs(facts.floats) do
        if f.src then add(("figures/%s/%s"):format(c.slug, f.src), f.src:match("%.svg$") and "image/svg+xml" or "image/png", ("figure-%s-%s"):format(c.slug, f.id)) end
      end
    else
      xhtml(c, "<h1>" .. esc(c.title) .. "</h1>", made[c.slug]())
    end
    local p, n = part_of(c)
    local group = p and p.folder or (c.number and c.slug ~= "glossary" and "front" or "back")
    if group ~= part then
      nav[#nav + 1] = (part ~= false and "</ol></li>" or "") .. ('<li><span>%s</span><ol>'):format(p and ("Part %d: %s"):format(n, esc(p.title)) or group == "front" and "Before you start" or "Reference")
      part = group
    end
    nav[#nav + 1] = ('<li><a href="%s.xhtml">%s</a></li>'):format(c.slug, esc(name_of(c)))
  end
  common.write(out .. "/nav.xhtml", fill("epub-nav.xhtml", { language = meta.language, title = esc(meta.title), list = "<ol>" .. table.concat(nav, "\n") .. "</ol></li></ol>" }))
  common.write(out .. "/package.opf", fill("epub.opf", { language = meta.language, title = esc(meta.title), subtitle = esc(meta.subtitle), author = esc(meta.author),
    date = meta.date, version = meta.version, url = meta.url, manifest = table.concat(rows, "\n"), spine = table.concat(spine, "\n") }))
end

----------------------------------------------------------------------------------------------------- print

local function tex_places(list)
  local refs, seen = {}, {}
  for _, p in ipairs(list) do
    local key = p.slug .. "#" .. p.id
    if not seen[key] then
      seen[key] = true
      refs[#refs + 1] = (p.label and "*" or "") .. key
    end
  end
  return "\\NwPlaces{" .. table.concat(refs, ";") .. "}"
end
local function tex_index(slug, index, make, less, group)
  local rows = { ("\\begin{NwIndex}{%s}{%s}\n"):format(slug, tesc(chapter_of[slug].title)) }
  local letter
  for _, term in ipairs(common.sorted(index, less or fold_case)) do
    local first = (group or letter_of)(term)
    if first ~= letter then
      rows[#rows + 1] = ("\\NwIndexLetter{%s}\n"):format(tesc(first))
      letter = first
    end
    rows[#rows + 1] = ("\\NwIndexEntry{%s}{%s}\n"):format(make(term), tex_places(index[term]))
  end
  rows[#rows + 1] = "\\end{NwIndex}\n"
  return table.concat(rows)
end
local function tex_code(s) return "\\NwCode{" .. tesc(s):gsub("\\_", "\\_\\NwBreak{}") .. "}" end
local function tex_chapter(c, facts)
  local rows = {}
  rows[#rows + 1] = ("\\NwChapter{%s}{%s}{%s}{%s}\n"):format(c.slug, c.number, tesc(c.title), c.summary_tex or "")
  local m = facts.pitfall
  if m then
    local function row(title, s) if s and s ~= "" then rows[#rows + 1] = ("\\NwCardRow{%s}{%s}\n"):format(title, s) end end
    local function each(list, make)
      local parts = {}
      for i, s in ipairs(list or {}) do parts[i] = make(s) end
      return table.concat(parts, ", ")
    end
    rows[#rows + 1] = "\\begin{NwCard}\n"
    local s = {}
    for i, x in ipairs(m.symptoms or {}) do s[i] = common.phrase_tex(x) end
    row("You see", table.concat(s, "; "))
    row("Kind of failure", tesc(failure_words[m.failure]))
    row("What it costs", facts.tex.cost)
    row("Clauses", each(m.clauses, tesc))
    row("CERT C", each(m.cert, tesc))
    row("CWE", each(m.cwe, function(x) return "CWE-" .. tesc(x) end))
    row("MISRA C", each(m.misra, tesc))
    row("Primitives", each(m.primitives, tex_code))
    row("Needs", #(m.needs or {}) > 0 and each(m.needs, tesc) or "nothing beyond a C11 compiler and POSIX threads")
    rows[#rows + 1] = "\\end{NwCard}\n"
  end
  rows[#rows + 1] = ("\\input{%s.tex}\n"):format(c.slug)
  return table.concat(rows)
end

-- The contents: a part, a chapter or a section each. The style prints them and makes the outline of them.
local function tex_contents(c, facts)
  local rows = { ("\\NwContentsRow{1}{%s#}{%s}{%s}\n"):format(c.slug, c.number, tesc(c.title)) }
  for _, s in ipairs(facts.sections) do
    if s.level == 2 then rows[#rows + 1] = ("\\NwContentsRow{2}{%s#%s}{%s}{%s}\n"):format(c.slug, s.id, s.number, tesc(s.title)) end
  end
  return table.concat(rows)
end
local function tex_head(alone)
  -- The file's own identifier: LuaTeX would make it of the folder and the time of day.
  local id = md5.sumhexa(meta.url .. meta.version .. meta.date .. (alone or "")):upper()
  return ("\\pdfvariable trailerid{[<%s> <%s>]}\n"):format(id, id) .. ("\\def\\NwTitle{%s}\\def\\NwSubtitle{%s}\\def\\NwAuthor{%s}\\def\\NwVersion{%s}\\def\\NwDate{%s}\\def\\NwAlone{%s}\\def\\NwWeb{%s}\n\\input{book-style.tex}\n")
    :format(tesc(meta.title), tesc(meta.subtitle), tesc(meta.author), tesc(meta.version), tesc(meta.date), alone and "1" or "", published and tesc(meta.url) or "")
end

local function tex()
  local rows, contents = {}, { "\\NwContentsRow{0}{contents#}{}{Before you start}\n" }
  local part, main = false, false
  local answers = {}
  local back = {}
  for _, c in ipairs(book.chapters) do
    local facts = common.load(("%s/%s.facts"):format(cache, c.slug))
    local p, n = part_of(c)
    if c.slug == "glossary" then
      back[#back + 1] = tex_chapter(c, facts)
    else
      if p and not main then
        rows[#rows + 1] = "\\NwMain\n"
        main = true
      end
      if p and p.folder ~= part then
        rows[#rows + 1] = ("\\NwPart{%d}{%s}{%s}\n"):format(n, tesc(p.title), tesc(p.about))
        contents[#contents + 1] = ("\\NwContentsRow{0}{part-%d#}{%d}{%s}\n"):format(n, n, tesc(p.title))
        part = p.folder
      end
      rows[#rows + 1] = tex_chapter(c, facts)
      contents[#contents + 1] = tex_contents(c, facts)
      if main then contents[#contents + 1] = ("\\NwSize{%s}{%d}\n"):format(c.slug, #common.read(("%s/%s.tex"):format(cache, c.slug))) end
    end
    if c.answers then answers[#answers + 1] = ("\\NwAnswersOf{%s}{%s}\n\\input{%s.answers.tex}\n"):format(c.number, tesc(c.title), c.slug) end
  end
  rows[#rows + 1] = "\\NwBack\n"
  if #answers > 0 then rows[#rows + 1] = "\\NwChapter{answers}{}{Answers}{}\n" .. table.concat(answers) end
  rows[#rows + 1] = table.concat(back)
  rows[#rows + 1] = "\\NwChapter{bibliography}{}{Bibliography}{}\n\\begin{NwBibliography}\n"
  for _, key in ipairs(book.bibliography.order) do
    local e = book.bibliography.entries[key]
    local from = {}
    for i, slug in ipairs(book.cited[key] or {}) do from[i] = ("\\NwPlace{%s#}"):format(slug) end
    rows[#rows + 1] = ("\\NwBibItem{%s}{%s}{%s}{%s}\n"):format(key, tesc(e.label), e.tex, table.concat(from, ", "))
  end
  rows[#rows + 1] = "\\end{NwBibliography}\n"
  if chapter_of.detectors then rows[#rows + 1] = "\\NwChapter{detectors}{}{Detectors}{}\n" .. records.tex(detectors(), "detectors") end
  rows[#rows + 1] = tex_index("index-symptoms", book.symptoms, common.phrase_tex)
  rows[#rows + 1] = tex_index("index-topics", book.topics, function(s) return (tesc(s):gsub("!", ", ")) end)
  rows[#rows + 1] = tex_index("index-api", book.api, tex_code)
  rows[#rows + 1] = tex_index("index-identifiers", book.identifiers, tex_code)
  rows[#rows + 1] = tex_index("index-chunks", book.chunks, function(s) return "⟨" .. tesc(s) .. "⟩" end)
  rows[#rows + 1] = tex_index("index-standards", book.standards, tesc, natural, standard_of)
  rows[#rows + 1] = tex_index("index-tools", book.messages, function(s) return records.tex_code(s:match("\t(.*)")) end, by_tool, tool_of)
  rows[#rows + 1] = "\\NwColophon\n\\end{document}\n"
  local function behind(slug, title) contents[#contents + 1] = ("\\NwContentsRow{1}{%s#}{}{%s}\n"):format(slug, tesc(title)) end
  contents[#contents + 1] = ("\\NwContentsRow{0}{%s#}{}{Reference}\n"):format(#answers > 0 and "answers" or "bibliography")
  if #answers > 0 then behind("answers", "Answers") end
  if chapter_of.glossary then behind("glossary", chapter_of.glossary.title) end
  for _, slug in ipairs { "bibliography", "detectors", "index-symptoms", "index-topics", "index-api", "index-identifiers", "index-chunks", "index-standards", "index-tools" } do
    if chapter_of[slug] then behind(slug, chapter_of[slug].title) end
  end
  common.write_if_new(cache .. "/handbook.tex", tex_head() .. "\\begin{document}\n\\NwFront\n\\begin{NwContents}\n" ..
    table.concat(contents) .. "\\end{NwContents}\n" .. table.concat(rows))
end

local function chapter_tex(slug)
  local c = chapter_of[slug]
  local facts = common.load(("%s/%s.facts"):format(cache, slug))
  local rows = { tex_head(slug), "\\begin{document}\n\\begin{NwContents}\n", tex_contents(c, facts), "\\end{NwContents}\n\\NwMain\n", tex_chapter(c, facts) }
  if c.answers then rows[#rows + 1] = ("\\NwAnswersOf{%s}{%s}\n\\input{%s.answers.tex}\n"):format(c.number, "Answers", slug) end
  rows[#rows + 1] = "\\end{document}\n"
  common.write(("%s/alone-%s.tex"):format(cache, slug), table.concat(rows))
end

--------------------------------------------------------------------------------------------------- commands

if command == "html" then
  for i = 4, #arg do
    page(arg[i])
    beside(arg[i])
  end
elseif command == "site" then
  contents_page()
  for _, g in ipairs(book.generated) do made_page(g.slug) end
  if not chapter_of.detectors then os.remove(out .. "/detectors.html") end -- of a book that had some
  search_index()
  sitemap()
elseif command == "epub" then epub()
elseif command == "tex" then tex()
elseif command == "chapter-tex" then chapter_tex(arg[4])
else error("unknown command " .. tostring(command)) end
common.end_if_faults()
