-- Puts together what the chapters know of each other, checks every reference, and writes
--   CACHE/book.facts  the titles, anchors, indices and citations of the whole book (a Lua table)
--   CACHE/refs.tex    the same anchors for TeX
--   CACHE/corpus.facts and CACHE/../corpus.json  what is known of each pitfall, for the editions and for the world
-- All are written only when they change, so that an edited sentence rebuilds one page and no other.
--   texlua styles/gather.lua CACHE SLUG...   (in the order of the book)
package.path = arg[0]:match("(.*)/") .. "/?.lua;" .. package.path
local common = require "common"
local cache = arg[1]
local book = common.load("book/book.lua")
local bibliography = common.load(cache .. "/bibliography.facts")

local generated = { -- pages that the press makes itself
  { slug = "bibliography", title = "Bibliography" },
  { slug = "index-topics", title = "Index of topics" },
  { slug = "index-symptoms", title = "Index of symptoms" },
  { slug = "index-api", title = "Index of API calls" },
  { slug = "index-identifiers", title = "Index of identifiers" },
  { slug = "index-chunks", title = "Index of chunks" },
  { slug = "index-standards", title = "Index of standards" },
  { slug = "index-tools", title = "Index of messages" },
}

local pages, chapters, by_slug = {}, {}, {}
for i = 2, #arg do
  local facts = common.load(("%s/%s.facts"):format(cache, arg[i]))
  chapters[#chapters + 1] = facts
  by_slug[facts.slug] = facts
end

-- The corpus: one record of each pitfall.
local corpus, detected = {}, false
for _, c in ipairs(chapters) do
  corpus[#corpus + 1] = c.pitfall
  for _, program in ipairs(c.pitfall and c.pitfall.programs or {}) do detected = detected or program.verdicts ~= nil end
end
if detected then table.insert(generated, 2, { slug = "detectors", title = "Detectors" }) end

-- A folder is a part, and the book must know it.
local parts = {}
for _, p in ipairs(book.parts) do parts[p.folder] = true end
for _, c in ipairs(chapters) do
  local folder = c.source:match("^chapters/([^/]*)/")
  if folder and not parts[folder] then
    common.fault(c.source, 1, c.slug, ("the folder `%s` is no part of the book"):format(folder), "move the chapter, or add the part to book/book.lua")
  end
end

-- Anchors of the whole book: slug#id -> what a reference to it says.
local anchors = {}
for _, c in ipairs(chapters) do
  local name = c.number ~= "" and ("Chapter %s, %s"):format(c.number, c.title) or "“" .. c.title .. "”"
  anchors[c.slug .. "#"] = { text = name, kind = "chapter", title = c.summary }
  for id, a in pairs(c.anchors) do
    anchors[c.slug .. "#" .. id] = { text = a.text, kind = a.kind, title = a.title }
  end
  for _, q in ipairs(c.questions) do anchors[c.slug .. "#" .. q.id .. "-answer"] = { text = "answer", kind = "answer" } end
end
for _, g in ipairs(generated) do
  if by_slug[g.slug] then common.fault(by_slug[g.slug].source, 1, g.slug, "the slug is a page of the press's own", "name the file otherwise") end
  anchors[g.slug .. "#"] = { text = g.title, kind = "chapter" }
end

local cited, shared_uses = {}, {}
for _, c in ipairs(chapters) do
  for _, r in ipairs(c.refs) do
    if not anchors[r.target] then
      local slug, id = r.target:match("^(.-)#(.*)$")
      if r.said:match("^gloss:") then
        common.fault(c.source, r.line, c.slug, ("the glossary has no term `%s`"):format(id), "add it to book/90-glossary.nw or mend the reference")
      elseif id:match("^line%-") then
        common.fault(c.source, r.line, c.slug, ("no line is labelled `%s`"):format(id:sub(6)), ("end the line with `//: %s` or mend the reference"):format(id:sub(6)))
      else
        common.fault(c.source, r.line, c.slug, ("the reference `%s` leads nowhere"):format(r.said), by_slug[slug] and "mend the id" or "name a chapter's slug or an id of this chapter")
      end
    end
  end
  for _, cite in ipairs(c.cites) do
    if not bibliography.entries[cite.key] then
      common.fault(c.source, cite.line, c.slug, ("the citation @%s is in no bibliography"):format(cite.key), "add it to book/bibliography.bib or mend the key")
    end
    cited[cite.key] = cited[cite.key] or {}
    local list = cited[cite.key]
    if list[#list] ~= c.slug then list[#list + 1] = c.slug end
  end
  for name in pairs(c.uses_shared) do
    shared_uses[name] = shared_uses[name] or {}
    table.insert(shared_uses[name], c.slug)
  end
end
common.end_if_faults()

-- What the indices are made of.
local function add(index, term, slug, id, label)
  index[term] = index[term] or {}
  table.insert(index[term], { slug = slug, id = id, label = label })
end
local topics, symptoms, api, identifiers, chunks, standards, messages = {}, {}, {}, {}, {}, {}, {}
for _, c in ipairs(chapters) do
  for _, e in ipairs(c.index) do add(topics, e.term, c.slug, e.id) end
  for name, ids in pairs(c.api) do
    for _, id in ipairs(ids) do add(api, name, c.slug, id) end
  end
  for _, k in ipairs(c.chunks) do
    if k.part == 1 then add(chunks, k.name, c.slug, k.id) end
    for _, name in ipairs(k.defines) do add(identifiers, name, c.slug, k.id, "defined") end
    for _, name in ipairs(k.names) do add(identifiers, name, c.slug, k.id) end
  end
end
-- A message is told by what says it: a detector that reported it, or whatever a symptom means by code.
local prefix = { clauses = "", cert = "CERT C ", cwe = "CWE-", misra = "MISRA C " }
for _, p in ipairs(corpus) do
  add(topics, p.title:sub(1, 1):lower() .. p.title:sub(2), p.slug, "")
  for _, s in ipairs(p.symptoms) do
    add(symptoms, s, p.slug, "")
    for message in s:gmatch("`([^`]+)`") do add(messages, "\t" .. message, p.slug, "") end
  end
  for key, name in pairs(prefix) do
    for _, s in ipairs(p[key]) do add(standards, name .. s, p.slug, "") end
  end
  for _, program in ipairs(p.programs) do
    for _, v in ipairs(program.verdicts or {}) do
      if v.verdict == "reports" or v.verdict == "false alarm" then
        -- Where it was seen is the chapter's matter.
        local message = v.line:gsub(" at [%w_-]+%.[ch]:%d+$", "")
        if message ~= "" then add(messages, v.tool .. "\t" .. message, p.slug, "") end
      end
    end
  end
end

-- A clause that the text cites is indexed like those of the card: [@n1570, 5.1.2.4p4 and p25].
local standard = { n1570 = "C11 ", posix2017 = "POSIX ", certc = "CERT C ", misra2023 = "MISRA C ", cwe = "" }
local function add_clause(c, term)
  for _, p in ipairs(standards[term] or {}) do
    if p.slug == c.slug then return end
  end
  add(standards, term, c.slug, "")
end
for _, c in ipairs(chapters) do
  for _, cite in ipairs(c.cites) do
    local prefix = standard[cite.key]
    if prefix == "C11 " then
      local clause
      for token in cite.part:gmatch("[%w.]+") do
        local base, paragraph = token:match("^(%w[%w.]*%.%d+)(p?%d*)$")
        if base then clause = base else paragraph = token:match("^p%d+$") end
        if clause and (base or paragraph) then add_clause(c, prefix .. clause .. (paragraph or "")) end
      end
    elseif prefix then
      for token in cite.part:gsub("^[%s,]+", ""):gmatch("[^,;]+") do
        token = token:gsub("^%s*and%s+", ""):gsub("^%s+", ""):gsub("%s+$", "")
        if token ~= "" then add_clause(c, prefix .. token) end
      end
    end
  end
end

local list = {}
for i, c in ipairs(chapters) do
  list[i] = { slug = c.slug, title = c.title, number = c.number, part = c.source:match("^chapters/([^/]*)/"), summary = c.html.summary,
    summary_text = c.summary, summary_tex = c.tex.summary, answers = #c.questions > 0, source = c.source }
end

common.write_if_new(cache .. "/book.facts", common.dump {
  chapters = list, generated = generated, anchors = anchors, cited = cited, shared_uses = shared_uses, bibliography = bibliography,
  topics = topics, symptoms = symptoms, messages = messages, api = api, identifiers = identifiers, chunks = chunks, standards = standards })

local out = {}
for _, key in ipairs(common.sorted(anchors)) do
  out[#out + 1] = ("\\NwAnchor{%s}{%s}{%s}\n"):format(key, common.tex(anchors[key].text), anchors[key].kind)
end
for _, key in ipairs(bibliography.order) do
  out[#out + 1] = ("\\NwLabel{%s}{%s}\n"):format(key, common.tex(bibliography.entries[key].label))
end
for _, name in ipairs(common.sorted(shared_uses)) do
  local refs = {}
  for i, slug in ipairs(shared_uses[name]) do refs[i] = ("\\NwRef{%s#}{}"):format(slug) end
  out[#out + 1] = ("\\NwShared{%s}{%s}\n"):format(common.tex(name), table.concat(refs, ", "))
end
common.write_if_new(cache .. "/refs.tex", table.concat(out))

-- The corpus as JSON, the same bytes for the same book: what is listed here, in this order, null for what no record tells.
local text, any = "text", "any"
local function list(of) return { list = of } end
local shape = { { "format", text }, { "title", text }, { "version", text }, { "date", text }, { "licence", text }, { "pitfalls", list {
  { "id", text }, { "slug", text }, { "number", text }, { "part", text }, { "title", text }, { "summary", text }, { "failure", text },
  { "symptoms", list(text) }, { "clauses", list(text) }, { "cert", list(text) }, { "cwe", list(text) }, { "misra", list(text) },
  { "primitives", list(text) }, { "needs", list(text) }, { "sources", list(text) }, { "incidents", list(text) }, { "detectors", text },
  { "programs", list {
    { "file", text }, { "side", text }, { "sha256", text }, { "exit", any },
    { "flaws", list { { "file", text }, { "line", any }, { "label", text } } },
    { "expectations", list { { "expectation", text }, { "detail", text } } },
    { "verdicts", list { { "tool", text }, { "verdict", text }, { "line", text } } },
    { "stress", { { "met", any }, { "of", any } } },
    { "explored", list { { "options", text }, { "verdict", text }, { "schedules", any }, { "failing", any }, { "all", any }, { "said", text } } } } },
  { "mutation", { { "mutants", any }, { "caught", any }, { "not_compiled", any }, { "survive", any } } } } } }
local function json(value, as, indent)
  local inner, parts = indent .. "  ", {}
  if value == nil then return "null"
  elseif as == text then return common.json(value)
  elseif as == any then return tostring(value)
  elseif as.list then
    for i, x in ipairs(value) do parts[i] = inner .. json(x, as.list, inner) end
    return #parts == 0 and "[]" or "[\n" .. table.concat(parts, ",\n") .. "\n" .. indent .. "]"
  end
  for i, field in ipairs(as) do parts[i] = inner .. common.json(field[1]) .. ": " .. json(value[field[1]], field[2], inner) end
  return "{\n" .. table.concat(parts, ",\n") .. "\n" .. indent .. "}"
end
common.write_if_new(cache .. "/corpus.facts", common.dump(corpus))
common.write_if_new(cache .. "/../corpus.json", json({ format = "1", title = book.title, version = book.version, date = book.date,
  licence = "CC BY-SA 4.0 for the text, MIT for the programs", pitfalls = corpus }, shape, "") .. "\n")
