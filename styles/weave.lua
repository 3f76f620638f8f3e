-- The weaver: a pandoc filter that turns one chapter (as read by noweb.lua) into three files:
--   OUT.html   the body of its page (web and EPUB; what only one of them shows stands between markers)
--   OUT.tex    the body of its printed chapter; OUT.answers.tex: the answers to its quizzes and exercises
--   OUT.facts  what the rest of the book must know of it: titles, anchors, chunks, references (a Lua table)
-- References stay open here (`ref:slug#id`); gather.lua checks them and edition.lua and TeX close them.
--   pandoc -f styles/noweb.lua -L styles/weave.lua -M slug=S -M number=N -M source=FILE -M out=OUT
package.path = (PANDOC_SCRIPT_FILE:match("(.*)/") or ".") .. "/?.lua;" .. package.path
local common, code, records, timeline = require "common", require "code", require "records", require "timeline"
local esc, tesc, stringify = common.html, common.tex, pandoc.utils.stringify

local slug, number, source, out       -- set from the metadata
local facts                           -- what is gathered for the others
local source_lines = {}

-- The line of the source on which a literal text first stands.
local function line_of(literal, after)
  for n = (after or 0) + 1, #source_lines do
    if source_lines[n]:find(literal, 1, true) then return n end
  end
  return 1
end
local function fault(line, cause, cure) common.fault(source, line, slug, cause, cure) end

local function H(s) return pandoc.RawBlock("html", s) end
local function T(s) return pandoc.RawBlock("latex", s) end
local function h(s) return pandoc.RawInline("html", s) end
local function t(s) return pandoc.RawInline("latex", s) end
local function web(s) return "<!--web-->" .. s .. "<!--/web-->" end
local function epub(s) return "<!--epub-->" .. s .. "<!--/epub-->" end
-- Around whole answers, which have such marks within: <!--web2--> and <!--epub2-->.

local function write_html(blocks) return pandoc.write(pandoc.Pandoc(blocks), "html5") end
local function write_tex(blocks) return (pandoc.write(pandoc.Pandoc(blocks), "latex-smart")) end

local function anchor(id, kind, text, line, title)
  if facts.anchors[id] then
    fault(line, ('the anchor "%s" stands twice'):format(id), kind == "line" and "give one of the lines another label, as in `//: flaw-2`" or "give one of them another {#id}")
  end
  facts.anchors[id] = { kind = kind, text = text, title = title }
end

---------------------------------------------------------------------------------------------- chunks

local chunks, by_name = {}, {}        -- in order; name -> list of its parts
local definers, code_lines = {}, 0    -- identifier -> the chunks that define it; running line number

local function chunk_ref(chunk) return (chunk.shared or slug) .. "#" .. chunk.id end
local function is_root(name) return name:match("^[%w_-]+%.%w+$") or name == "Makefile" end

local function read_chunk(block)
  local a = block.attributes
  local chunk = { name = a.name, block = block, text = block.text:gsub("\n+$", ""), line = tonumber(a.line), uses = {},
    shared = block.classes:includes("shared") and a.file:match("([%w-]+)%.nw$"):gsub("^%d+%-", "") or nil }
  local parts = by_name[chunk.name] or {}
  by_name[chunk.name] = parts
  parts[#parts + 1] = chunk
  chunk.part = #parts
  chunk.id = "chunk-" .. common.slug(chunk.name) .. (chunk.part > 1 and "-" .. chunk.part or "")
  chunk.defines, chunk.said = {}, a.defines -- what `@ %def` says it defines
  for name in chunk.text:gmatch("<<(.-)>>") do chunk.uses[#chunk.uses + 1] = name end
  chunks[#chunks + 1] = chunk
  return chunk
end

-- Which root programs a chunk ends up in.
local function find_roots()
  local function mark(name, root)
    for _, part in ipairs(by_name[name] or {}) do
      part.roots = part.roots or {}
      if part.roots[root] then return end
      part.roots[root] = true
      for _, used in ipairs(part.uses) do mark(used, root) end
    end
  end
  for name in pairs(by_name) do
    if is_root(name) then mark(name, name) end
  end
  for _, chunk in ipairs(chunks) do
    chunk.roots = chunk.roots or {}
    local bad, good, other
    for root in pairs(chunk.roots) do
      if root:match("^bad") then bad = true elseif root:match("^good") then good = true else other = true end
    end
    chunk.side = not other and ((bad and not good and "bad") or (good and not bad and "good")) or nil
    chunk.language = "c"
    for root in pairs(chunk.roots) do chunk.language = code.language(root) end
  end
end

-- What a line of C at file scope defines: a macro, a type, a function, a variable, a test of Check.
-- (noweb's autodefs.c takes the type of `static bool f(void)` for the name and misses f.)
local function definition(row)
  if row:match("^%s*#") then return row:match("^%s*#%s*define%s+([%a_][%w_]*)") end
  if row:match("^START_TEST") then return row:match("^START_TEST%s*%(([%w_]+)%)") end
  if row:match("^}") then return row:match("^}%s*([%a_][%w_]*)%s*;") end
  local tag = row:match("^struct ([%w_]+)%s*{?$") or row:match("^enum ([%w_]+)%s*{") or row:match("^union ([%w_]+)%s*{?$")
  if tag then return tag end
  if row:match("^typedef") then return row:match("([%a_][%w_]*)%s*;") end
  return row:match("^[%a_][%w_ ]*[ *]+%**([%a_][%w_]*)%s*[=;%[]") or (not row:match(";%s*$") and row:match("^[%a_][%w_ ]*[ *]+%**([%a_][%w_]*)%s*%("))
end

-- File scope is what stands outside all braces, in a root or in a chunk that is used there.
local function find_definitions()
  local used, seen = {}, {}
  for _, chunk in ipairs(chunks) do
    for _, name in ipairs(chunk.uses) do used[name] = true end
  end
  local function define(chunk, name)
    if name == "main" or name:match("^_") then return end
    definers[name] = definers[name] or {}
    for _, other in ipairs(definers[name]) do
      if other == chunk then return end
    end
    table.insert(definers[name], chunk)
    chunk.defines[#chunk.defines + 1] = name
  end
  local function scan(name)
    if seen[name] then return end
    seen[name] = true
    local depth = 0
    for _, chunk in ipairs(by_name[name] or {}) do
      if chunk.language == "c" then
        for row in (chunk.text .. "\n"):gmatch("([^\n]*)\n") do
          local bare = row:gsub("%s*//.*$", ""):gsub("/%*.-%*/", ""):gsub('"[^"]*"', '""'):gsub("'.-'", "0")
          local use = bare:match("^%s*<<(.-)>>%s*$")
          if depth == 0 and use then scan(use)
          elseif depth == 0 or bare:match("^}") then
            local name_defined = definition(bare)
            if name_defined then define(chunk, name_defined) end
          end
          depth = depth + select(2, bare:gsub("{", "")) - select(2, bare:gsub("}", ""))
        end
      end
    end
  end
  for _, chunk in ipairs(chunks) do
    if is_root(chunk.name) or not used[chunk.name] then scan(chunk.name) end
    for name in chunk.said:gmatch("%S+") do define(chunk, name) end
  end
end

-- The chunk that defines a name as `chunk` sees it: the twins bad.c and good.c define the same names, so the
-- definition that ends up in the same programs counts. Nothing for a name that the chunk itself defines.
local function definer(name, chunk)
  local best, most = nil, -1
  for _, candidate in ipairs(definers[name] or {}) do
    if candidate == chunk then return nil end
    local common_roots = 0
    for root in pairs(chunk and chunk.roots or {}) do
      if candidate.roots[root] then common_roots = common_roots + 1 end
    end
    if common_roots > most then best, most = candidate, common_roots end
  end
  return best
end

-- Tokenizes chunks: labels are taken off, uses of chunks become tokens of their own.
local function read_lines(list)
  local uses, labels, texts = {}, {}, {}
  for k, chunk in ipairs(list) do
    uses[k], labels[k] = {}, {}
    local rows = {}
    for row in (chunk.text .. "\n"):gmatch("([^\n]*)\n") do
      local bare, label = row:match("^(.-)%s*//: ([%w-]+)$")
      if not bare then bare, label = row:match("^(.-)%s*#: ([%w-]+)$") end
      labels[k][#rows + 1] = label
      rows[#rows + 1] = (bare or row):gsub("<<(.-)>>", function(name)
        table.insert(uses[k], name)
        return ("NWuse%dNW"):format(#uses[k])
      end)
    end
    texts[k] = { text = table.concat(rows, "\n"), language = chunk.language }
  end
  for k, lines in ipairs(code.tokens(texts)) do
    local chunk = list[k]
    chunk.lines = {}
    for i, tokens in ipairs(lines) do
      local line = { label = labels[k][i], tokens = {} }
      for _, token in ipairs(tokens) do
        local at = 1
        for from, n, to in token[2]:gmatch("()NWuse(%d+)NW()") do
          if from > at then line.tokens[#line.tokens + 1] = { token[1], token[2]:sub(at, from - 1) } end
          line.tokens[#line.tokens + 1] = { use = uses[k][tonumber(n)] }
          at = to
        end
        if at <= #token[2] then line.tokens[#line.tokens + 1] = { token[1], token[2]:sub(at) } end
      end
      -- A line that is nothing but a use can be unfolded.
      local a, b = line.tokens[1], line.tokens[2]
      if #line.tokens == 1 and a.use then line.only, line.indent = a.use, ""
      elseif #line.tokens == 2 and b.use and a[2]:match("^%s+$") then line.only, line.indent = b.use, a[2] end
      chunk.lines[i] = line
      if not chunk.shared then
        code_lines = code_lines + 1
        line.number = code_lines
      end
    end
  end
end

-- Where the lines of the chunks stand in the programs: the chunks are put together as tangling does, and each line is
-- looked for below the one before it, because a program also has lines of its own that name its chunks.
local places, woven = {}, {}          -- chunk -> line -> root -> lines in the program; root -> line -> { chunk, line }
local function find_places()
  for _, root in ipairs(common.sorted(by_name)) do
    local text = is_root(root) and common.read(("tangled/%s/%s"):format(slug, root))
    local program, at = {}, 0
    for row in ((text or "") .. "\n"):gmatch("([^\n]*)\n") do program[#program + 1] = row:gsub("^%s+", "") end
    local function find(chunk, i, row)
      local wanted = row:gsub("%s*//: [%w-]+$", ""):gsub("%s*#: [%w-]+$", ""):gsub("^%s+", "")
      for n = at + 1, #program do
        if program[n] == wanted then
          at = n
          places[chunk] = places[chunk] or {}
          places[chunk][i] = places[chunk][i] or {}
          places[chunk][i][root] = places[chunk][i][root] or {}
          table.insert(places[chunk][i][root], n)
          woven[root] = woven[root] or {}
          woven[root][n] = { chunk, i }
          return
        end
      end
    end
    local function expand(name, depth)
      for _, chunk in ipairs(depth < 50 and by_name[name] or {}) do
        local i = 0
        for row in (chunk.text .. "\n"):gmatch("([^\n]*)\n") do
          i = i + 1
          local use = row:match("^%s*<<(.-)>>%s*$")
          if use then expand(use, depth + 1) elseif row ~= "" then find(chunk, i, row) end
        end
      end
    end
    if text then expand(root, 0) end
  end
end

-- A line's number counts the code of the chapter; whoever has the program open needs the line of its file too:
-- " (bad.c:78)", where the line stands in it once.
local function place_in_program(chunk, i)
  local found = places[chunk] and places[chunk][i] or {}
  for _, root in ipairs(common.sorted(found, common.in_order)) do
    if #found[root] == 1 then return (" (%s:%d)"):format(root, found[root][1]) end
  end
  return ""
end
-- The other way: what shows a line of a program, as slug#id, and the chunk that it is in.
local function woven_at(root, n)
  local chunk, i = table.unpack(woven[root] and woven[root][n] or {})
  if not chunk then return nil end
  local line = chunk.lines[i]
  return chunk.shared and chunk_ref(chunk) or ("%s#%s"):format(slug, line.label and "line-" .. line.label or "L" .. line.number), chunk_ref(chunk)
end

-- Identifiers: what a chunk uses of the chapter's own, and what it calls of the world.
local c_words = {}
for w in ("if while for switch return sizeof do else defined main _Alignas _Alignof _Generic alignas __attribute__ format"):gmatch("%S+") do
  c_words[w] = true
end
local function read_names(chunk)
  chunk.names = {}
  if chunk.language ~= "c" then return end
  for _, line in ipairs(chunk.lines) do
    for i, token in ipairs(line.tokens) do
      if not token.use and (token[1] == "" or token[1] == "k" or token[1] == "t") then
        local rest = token[2]
        for word, after in rest:gmatch("([%a_][%w_]*)(%s*%(?)") do
          local next_token = line.tokens[i + 1]
          local called = after:find("(", 1, true)
            or (after == "" and rest:sub(-#word) == word and next_token and not next_token.use and next_token[2]:match("^%("))
          local owner = definer(word, chunk)
          if definers[word] then chunk.names[word] = owner
          elseif called and not c_words[word] and #word > 1 then
            facts.api[word] = facts.api[word] or {}
            facts.api[word][chunk.id] = true
          end
        end
      end
    end
  end
end

-- A name links to where it is defined, unless that is the very chunk in which it stands.
local here
local function link_names(text, class, linked, escape)
  if class ~= "" and class ~= "k" and class ~= "t" then return escape(text) end
  local parts, at = {}, 1
  for from, word, to in text:gmatch("()([%a_][%w_]*)()") do
    local owner = definer(word, here)
    if owner then
      parts[#parts + 1] = escape(text:sub(at, from - 1)) .. linked(word, owner)
      at = to
    end
  end
  parts[#parts + 1] = escape(text:sub(at))
  return table.concat(parts)
end

local function angled(name) return "⟨" .. name .. "⟩" end

local function html_ref(target, text, attributes)
  return ('<a %shref="ref:%s">%s</a>'):format(attributes or "", target, text)
end

-- A folded-out copy is bare text, and a name links where it stands first in a chunk, so that the page stays light and calm.
local linked = {}
local function html_tokens(tokens, copy)
  local parts = {}
  for _, token in ipairs(tokens) do
    if token.use then
      local used = by_name[token.use]
      parts[#parts + 1] = used and html_ref(chunk_ref(used[1]), esc(angled(token.use)), 'class="use" ')
        or esc(angled(token.use))
    else
      local text = copy and common.text(token[2]) or link_names(token[2], token[1], function(word, owner)
        linked[here] = linked[here] or {}
        if linked[here][word] then return word end
        linked[here][word] = true
        return html_ref(chunk_ref(owner), word, 'tabindex="-1" ')
      end, common.text)
      parts[#parts + 1] = (copy or token[1] == "") and text or ('<span class="%s">%s</span>'):format(token[1], text)
    end
  end
  return table.concat(parts)
end

-- The lines of a chunk for the page. `indent` is set in a folded-out copy, which has no anchors of its own.
-- A chunk that several programs use is folded out in the first; in the others its name is a link.
local html_lines
local folded_in = {}
-- Where uses stand right below each other and nothing else does, they need as much room as links in a list.
local function as_list(s)
  local rest = s:gsub('<a class="use".-</a>', "\1"):gsub("<.->", "")
  if rest:find("\1\n *\1") and not rest:find("[^%s\1]") then return '<pre class="uses">' .. s .. "</pre>" end
end
local function html_fold(line, indent, depth)
  local parts = by_name[line.only]
  if not parts or depth > 0 or (folded_in[line.only] or here) ~= here then return nil end
  folded_in[line.only] = here
  local out, rows = {}, 0
  for _, part in ipairs(parts) do rows = rows + #part.lines end
  if rows > 16 then return nil end -- what is longer is read where it is told; the name is a link to it
  for _, part in ipairs(parts) do
    out[#out + 1] = html_lines(part, indent .. line.indent, depth + 1)
  end
  -- Its summary lies over the row of the name, so that the row opens it and the name remains a link.
  return ('<details class="fold"><summary>Unfold %s</summary>%s</details>'):format(common.text(angled(line.only)), table.concat(out))
end
function html_lines(chunk, indent, depth)
  local out = { "<pre>" }
  local before = here
  here = chunk
  for i, line in ipairs(chunk.lines) do
    local last = i == #chunk.lines
    local fold = line.only and html_fold(line, indent or "", depth or 0)
    here = chunk
    local text = html_tokens(line.tokens, indent)
    local row
    if indent then row = text == "" and "" or indent .. text
    else
      local id = line.label and "line-" .. line.label or "L" .. line.number
      -- script.js makes the number a link; the line has its address without.
      row = ('<span id="%s"><a data-n="%d"></a>%s</span>'):format(id, line.number, text)
    end
    -- On paper-like readers the use stays a line; on the web it can be opened in place.
    out[#out + 1] = row .. (fold and web("</pre>" .. fold .. (last and "" or "<pre>")) .. epub(last and "</pre>" or "\n") or last and "</pre>" or "\n")
  end
  here = before
  return #out > 1 and (table.concat(out):gsub("<pre>(.-)</pre>", as_list)) or ""
end

-- A chunk that only puts others together: uses, and headers to include. Where nothing can be unfolded it is a paragraph.
local function only_uses(chunk)
  local uses = 0
  for _, line in ipairs(chunk.lines) do
    local text = {}
    for i, token in ipairs(line.tokens) do text[i] = token[2] or "" end
    text = table.concat(text)
    if line.label or not (line.only or text:match("^%s*$") or text:match("^#include ")) then return false end
    if line.only then uses = uses + 1 end
  end
  return uses > 1
end
-- Its parts in their order: `use` makes what stands for a use, `include` what stands for a header.
local function parts_of(chunk, use, include, glue)
  local out = {}
  for _, line in ipairs(chunk.lines) do
    if line.only then out[#out + 1] = use(line.only)
    elseif #line.tokens > 0 then
      local text = {}
      for i, token in ipairs(line.tokens) do text[i] = token[2] end
      out[#out + 1] = include((table.concat(text):gsub("%s+", " ")), line)
    end
  end
  return table.concat(out, glue)
end

local function list_of(names, make)
  local out = {}
  for i, name in ipairs(names) do out[i] = make(name) end
  return table.concat(out, ", ")
end

-- Of many that use something the first few are named: the others are found by search and index.
local function some_of(list, make)
  if #list <= 5 then return list_of(list, make) end
  return list_of({ table.unpack(list, 1, 4) }, make) .. (" and %d more"):format(#list - 4)
end

local side_mark = {
  bad = { "✗", "only in the program that fails" },
  good = { "✓", "only in the program that holds" },
}

-- Where a chunk is used: the chunks (parts) whose lines name it.
local function users(name)
  local list = {}
  for _, chunk in ipairs(chunks) do
    for _, used in ipairs(chunk.uses) do
      if used == name then list[#list + 1] = chunk; break end
    end
  end
  return list
end

local function label_of(chunk)
  return angled(chunk.name) .. (chunk.part > 1 and " " .. chunk.part or "")
end

local function html_chunk(chunk)
  local parts = by_name[chunk.name]
  local root = is_root(chunk.name)
  local out = {}
  local function add(...) out[#out + 1] = string.format(...) end
  add('<figure class="chunk%s%s" id="%s"><figcaption>', chunk.side and " " .. chunk.side or "", root and " root" or "", chunk.id)
  add('<span class="cname"><a href="#%s">%s</a>%s</span>', chunk.id, esc(angled(chunk.name)), chunk.part > 1 and "+≡" or "≡")
  if chunk.side then add('<span class="side"><span class="mark">%s</span> %s</span>', table.unpack(side_mark[chunk.side])) end
  if #parts > 1 then
    add('<span class="cnav">')
    if chunk.part > 1 then add('<a href="#%s">continues ↑</a>', parts[chunk.part - 1].id) end
    if chunk.part < #parts then add('<a href="#%s">continued ↓</a>', parts[chunk.part + 1].id) end
    add('</span>')
  end
  add('</figcaption><div class="code" tabindex="0" role="region" aria-label="%s">', esc("Code: " .. chunk.name .. (chunk.part > 1 and ", part " .. chunk.part or "")))
  local lines = html_lines(chunk)
  if only_uses(chunk) then
    lines = web((lines:gsub("<!%-%-epub%-%->.-<!%-%-/epub%-%->", ""):gsub("<!%-%-/?web%-%->", "")))
      .. epub('<p class="uses">' .. parts_of(chunk, function(name) return html_tokens { { use = name } } end,
        function(text, line) return ('<code id="L%d">%s</code>'):format(line.number, common.text(text)) end, " · ") .. "</p>")
  end
  out[#out + 1] = lines
  add('</div>')
  local cross = {}
  local by = users(chunk.name)
  if #by > 0 then
    cross[#cross + 1] = "Used in " .. some_of(by, function(c) return html_ref(chunk_ref(c), esc(label_of(c))) end) .. "."
  end
  if facts.shared then cross[#cross + 1] = ('<span class="usedby">used by:%s</span>'):format(esc(chunk.name)) end
  if #chunk.defines > 0 then
    cross[#cross + 1] = "Defines " .. list_of(chunk.defines, function(name)
      local places = {}
      for _, c in ipairs(chunks) do
        if c.names and c.names[name] == chunk then places[#places + 1] = c end
      end
      return "<code>" .. name .. "</code>" .. (#places > 0 and " (used in " ..
        some_of(places, function(c) return html_ref(chunk_ref(c), esc(label_of(c))) end) .. ")" or "")
    end) .. "."
  end
  local used = {}
  for _, name in ipairs(common.sorted(chunk.names)) do
    used[#used + 1] = html_ref(chunk_ref(chunk.names[name]), "<code>" .. name .. "</code>")
  end
  if #used > 0 then cross[#cross + 1] = "Uses " .. table.concat(used, ", ") .. "." end
  if #cross > 0 then out[#out + 1] = '<p class="cross">' .. table.concat(cross, " ") .. "</p>" end
  if root and chunk.part == 1 then add("<!--program:%s-->", chunk.name) end
  add("</figure>\n")
  return table.concat(out)
end

-- A line of code for TeX: spaces are kept, nothing can break or ligate.
local function tex_code(s)
  return (tesc(s):gsub(" ", "\\ "):gsub("%-%-", "-{}-"):gsub("([`'])", { ["`"] = "\\char96{}", ["'"] = "\\char39{}" }):gsub('"', '\\char34{}'))
end
local tex_class = { k = "\\NwK", t = "\\NwT", n = "\\NwN", s = "\\NwS", c = "\\NwC", p = "\\NwP" }
local function tex_tokens(tokens)
  local parts = {}
  for _, token in ipairs(tokens) do
    if token.use then
      local used = by_name[token.use]
      parts[#parts + 1] = ("\\NwUse{%s}{%s}"):format(used and chunk_ref(used[1]) or "", tesc(token.use))
    else
      local text = link_names(token[2], token[1], function(word, owner)
        return ("\\NwId{%s}{%s}"):format(chunk_ref(owner), tex_code(word))
      end, tex_code)
      parts[#parts + 1] = token[1] == "" and text or ("%s{%s}"):format(tex_class[token[1]], text)
    end
  end
  return table.concat(parts)
end
local function tex_list(list)
  return some_of(list, function(c) return ("\\NwChunkRef{%s}{%s}"):format(chunk_ref(c), tesc(c.name)) end)
end
local function tex_name(s) return (tesc(s):gsub("\\_", "\\_\\NwBreak{}")) end
local function tex_chunk(chunk)
  local parts = by_name[chunk.name]
  local out = {}
  local function add(...) out[#out + 1] = string.format(...) end
  local cross = {}
  local by = users(chunk.name)
  if #by > 0 then cross[#cross + 1] = "Used in " .. tex_list(by) .. "." end
  if facts.shared then cross[#cross + 1] = ("\\NwUsedBy{%s}"):format(tesc(chunk.name)) end
  if #chunk.defines > 0 then
    cross[#cross + 1] = "Defines " .. list_of(chunk.defines, function(name) return "\\NwCode{" .. tex_name(name) .. "}" end) .. "."
  end
  if is_root(chunk.name) and chunk.part == 1 then cross[#cross + 1] = ("\\NwProgram{%s}{%s}"):format(slug, tesc(chunk.name)) end
  if only_uses(chunk) then
    add("\\NwJoin{%s#%s}{%s}{%s}{%s}{%s}{%s}{%s}{%s}\n", slug, chunk.id, tesc(chunk.name), chunk.part > 1 and "+≡" or "≡", chunk.side or "none",
      chunk.part > 1 and chunk_ref(parts[chunk.part - 1]) or "", parts[chunk.part + 1] and chunk_ref(parts[chunk.part + 1]) or "", table.concat(cross, "\\par "),
      parts_of(chunk, function(name) return tex_tokens { { use = name } } end, function(text) return "\\NwInclude{" .. tex_code(text) .. "}" end, " ·\n"))
    return table.concat(out)
  end
  -- key, name, ≡ or +≡, side, previous, next, cross references
  add("\\begin{NwChunk}{%s#%s}{%s}{%s}{%s}{%s}{%s}{%s}\n", slug, chunk.id, tesc(chunk.name), chunk.part > 1 and "+≡" or "≡", chunk.side or "none",
    chunk.part > 1 and chunk_ref(parts[chunk.part - 1]) or "", parts[chunk.part + 1] and chunk_ref(parts[chunk.part + 1]) or "", table.concat(cross, "\\par "))
  here = chunk
  for i, line in ipairs(chunk.lines) do
    add("\\NwLine{%s}{%d}{%s}\n", line.label and slug .. "#line-" .. line.label or "", line.number, tex_tokens(line.tokens))
    if #chunk.lines <= 14 or i <= 2 or i >= #chunk.lines - 2 then out[#out + 1] = "\\NwKeep\n" end
  end
  out[#out + 1] = "\\end{NwChunk}\n"
  return table.concat(out)
end

---------------------------------------------------------------------------------- recorded runs, differences

-- The hashes of files as they are now, by their names.
local function hash_files(pattern)
  local hashes = {}
  local pipe = io.popen(("sha256sum %s 2> /dev/null"):format(pattern))
  for row in pipe:lines() do
    local hash, file = row:match("^(%x+)%s+%*?[^%s]*/([^/]*)$")
    if file then hashes[file] = hash end
  end
  pipe:close()
  return hashes
end

-- Lines that a page's end should not part: all of a few, else the first three and the last.
local function keep_together(rows)
  local out = {}
  for i, row in ipairs(rows) do
    out[#out + 1] = row
    if #rows <= 7 or i <= 2 or i >= #rows - 2 then out[#out + 1] = "\\NwKeep\n" end
  end
  return table.concat(out)
end

-- A record of a run: `key: value` lines, an empty line, then what the run printed. What may vary in that is a pattern.
local function read_record(name, varies)
  local line = line_of(('"%s"'):format(name or ""))
  local text = common.read(("figures/%s/%s"):format(slug, name))
  if not text then
    fault(line, ("no record figures/%s/%s"):format(slug, name), ("run `make record C=%s`"):format(slug))
    return { body = "" }
  end
  local record, at = {}, 1
  for l, to in text:gmatch("([^\n]*)\n()") do
    at = to
    if l == "" then break end
    local key, value = l:match("^([%w-]+): (.*)$")
    if key then record[key] = value end
  end
  record.body = text:sub(at):gsub("\n+$", "")
  record.stamp = records.stamp(record)
  record.varies = varies
  if varies and not os.execute(("sed '1,/^$/d' figures/%s/%s | grep -qE -e '%s' 2> /dev/null"):format(slug, name, varies:gsub("'", "'\\''"))) then
    fault(line, ("what may vary, `%s`, is nowhere in figures/%s/%s"):format(varies, slug, name), "mend the extended regular expression")
  end
  facts.records[#facts.records + 1] = name
  return record
end

local function html_run(record)
  return ('<figure class="run"><figcaption>Recorded: exit status %s</figcaption><div class="code" tabindex="0" role="region" aria-label="%s"><pre><span class="prompt">$ </span>%s\n%s</pre></div>%s<p class="stamp">%s</p></figure>')
    :format(esc(record.exit or "?"), esc("Recorded run of " .. (record.command or "?")), esc(record.command or ""), esc(record.body),
      record.varies and ('<p class="stamp">May vary: what matches <code>%s</code>.</p>'):format(esc(record.varies)) or "", esc(record.stamp or ""))
end
local function tex_run(record)
  local rows = {}
  for row in (record.body .. "\n"):gmatch("([^\n]*)\n") do
    local wide = #row > 80 -- such a line is broken, and a path in it may break too
    rows[#rows + 1] = ("\\NwOut{%s}\n"):format(wide and tex_code(row):gsub("([/,=])", "%1\\NwBreak{}") or tex_code(row))
  end
  if record.varies then rows[#rows + 1] = ("\\NwVaries{%s}\n"):format(records.tex_code(record.varies)) end
  return ("\\begin{NwRun}{%s}{%s}{%s}\n%s\\end{NwRun}"):format(tex_code(record.command or ""), tesc(record.exit or "?"), tesc(record.stamp or ""), keep_together(rows))
end

local function difference(from, to)
  local line = line_of(".difference")
  local a, b = ("tangled/%s/%s"):format(slug, from), ("tangled/%s/%s"):format(slug, to)
  for file, path in pairs { [from] = a, [to] = b } do
    if not common.read(path) then
      fault(line, ("the difference names %s, which the chapter does not tangle"):format(file), "name a root chunk")
      return {}
    end
  end
  -- The first line of a tangled file names the file, so it differs always and means nothing.
  local pipe = io.popen(("bash -c 'diff -U 2 --label %s --label %s <(tail -n +2 %s) <(tail -n +2 %s)'"):format(from, to, a, b))
  local rows = {}
  for row in pipe:lines() do rows[#rows + 1] = row end
  pipe:close()
  -- Around what differs, a brace or an empty line tells nothing.
  local function idle(i) return i > 2 and rows[i] and rows[i]:match("^ %s*}?%s*$") end
  local function trim(from, to, step)
    local open = true
    for i = from, to, step do
      if rows[i]:match("^@") then open = true elseif open and idle(i) then rows[i] = "" else open = false end
    end
  end
  trim(1, #rows, 1)
  trim(#rows, 1, -1)
  local kept = {}
  for _, row in ipairs(rows) do kept[#kept + 1] = row ~= "" and row or nil end
  return kept
end
local diff_class = { ["-"] = "minus", ["+"] = "plus", ["@"] = "at" }
local function html_difference(rows, from, to)
  local out = {}
  for i = 3, #rows do
    local row = rows[i]
    local class = diff_class[row:sub(1, 1)]
    local tag = class == "minus" and "del" or class == "plus" and "ins" or "span"
    if class == "at" then out[#out + 1] = i > 3 and '<span class="at">⋯</span>' or nil
    else out[#out + 1] = ('<%s%s>%s</%s>'):format(tag, class and (' class="' .. class .. '"') or "", esc(row), tag) end
  end
  return ('<figure class="difference"><figcaption>From %s to %s</figcaption><div class="code" tabindex="0" role="region" aria-label="%s"><pre>%s</pre></div></figure>')
    :format(common.sided_html(from), common.sided_html(to), esc(("Difference from %s to %s"):format(from, to)), table.concat(out, "\n"))
end
local function tex_difference(rows, from, to)
  local out = {}
  for i = 3, #rows do
    local class = diff_class[rows[i]:sub(1, 1)]
    if class == "at" then out[#out + 1] = i > 3 and "\\NwDiffGap\n" or nil
    else out[#out + 1] = ("\\NwDiff%s{%s}\n"):format(class == "minus" and "Minus" or class == "plus" and "Plus" or "Same", tex_code(rows[i]:sub(2))) end
  end
  return ("\\begin{NwDifference}{%s}{%s}\n%s\\end{NwDifference}\n"):format(common.sided_tex(from), common.sided_tex(to), keep_together(out))
end

------------------------------------------------------------------------------------------- references

-- Every kind of link that the book closes itself, brought to the form slug#id; nil for the web's links.
local function internal(target, line)
  if target:match("^%a[%w+.-]*:") and not target:match("^gloss:") then return nil end
  local where
  if target:match("^#") then where = slug .. target
  elseif target:match("^gloss:") then where = "glossary#" .. target:sub(7)
  else where = target:match("#") and target or target .. "#" end
  facts.refs[#facts.refs + 1] = { target = where, line = line or line_of("(" .. target), said = target }
  return where
end

-- The target of a reference to the glossary, and its line if it is told by the text alone.
local function gloss_target(link)
  if link.target ~= "gloss:" then return link.target end
  local text = stringify(link)
  link.target = "gloss:" .. common.slug(text)
  local line = line_of("[" .. text .. "](gloss:)")
  return link.target, line > 1 and line or line_of("](gloss:)")
end

------------------------------------------------------------------------------------------ the chapter's parts

local counts = {}
local function count(kind)
  counts[kind] = (counts[kind] or 0) + 1
  return (number ~= "" and number .. "." or "") .. counts[kind]
end

local words = { quiz = "Quiz", exercise = "Exercise" }
local boxes = { note = "Note", evidence = "Evidence", rules = "Rules to keep", bad = "It fails", good = "It holds" }
local box_mark = { bad = "✗ ", good = "✓ " }

-- What is known of the proof: the chapter's records by kind, where their boxes stand, and which survivors are explained.
local proofs = { stress = "Stress", detect = "Detectors", mutate = "Mutants", explore = "Schedules" }
local proof, proof_lines, explained = {}, {}, {}
local function mutant_of(id)
  for _, row in ipairs(proof.mutate and proof.mutate.rows or {}) do
    if row.mutant == id then return row end
  end
end
local function proof_table(kind, el)
  if not proof[kind] then return nil end
  local t = kind == "mutate" and records.mutate(proof.mutate, slug, woven_at) or records[kind](proof[kind])
  t.id, t.number = el.identifier, el.attributes.n
  return t
end

-- What the interleaver keeps of a program: KIND is trace or graph, entry the program and its options.
local explored, explored_hashes = {}, nil
local function kept(kind, entry, line)
  local name = records.file_name(entry)
  local file = ("figures/%s/%s.%s.json"):format(slug, name, kind)
  if explored[file] ~= nil then return explored[file] end
  explored[file] = false
  local record, text = proof.explore, common.read(file)
  if not explored_hashes then explored_hashes = hash_files(("figures/%s/*.json"):format(slug)) end
  if not record then fault(line, ("no record figures/%s/explore.record"):format(slug), records.renew("explore", slug))
  elseif not text or not record[kind .. " " .. name] then fault(line, ("no %s %s"):format(kind, file), records.renew("explore", slug))
  elseif record[kind .. " " .. name] ~= explored_hashes[name .. "." .. kind .. ".json"] then fault(line, file .. " is not what was recorded", records.renew("explore", slug))
  else
    local good, data = pcall(common.from_json, text)
    if good then explored[file] = data else fault(line, ("%s is no JSON: %s"):format(file, data), records.renew("explore", slug)) end
  end
  return explored[file]
end
-- Which woven line shows a line of a program: its address, what stands for it in print, and its number.
local function step_place(file, n)
  local to, tex_to = woven_at(file, n)
  if not to then return nil end
  local chunk, i = table.unpack(woven[file][n])
  return to, tex_to, not chunk.shared and chunk.lines[i].number or nil
end
-- The lines of this page that a trace or a graph can point to: "bad.c:79" is L33.
local function woven_lines(file, lines)
  local ids = {}
  for n in pairs(lines) do
    local to = woven_at(file, n)
    local id = to and to:match("^" .. slug:gsub("%-", "%%-") .. "#(.*)$")
    if id then ids[("%s:%d"):format(file, n)] = id end
  end
  return ids
end
local elsewhere = "The web edition lets you choose, step by step, which thread runs next."
local function numbers_of(text)
  local a, b = (text or ""):match("^(%d+)%-(%d+)$")
  return a and { tonumber(a), tonumber(b) } or nil
end
local function names_of(text)
  local list = {}
  for name in text:gmatch("[^,]+") do
    list[#list + 1] = name:match("^%s*(.-)%s*$")
    list[list[#list]] = true
  end
  return list
end
local function described(el)
  local a = el.attributes
  local trace = kept("trace", a.program)
  if not trace then return nil end
  local steps, threads = numbers_of(a.steps), a.threads and names_of(a.threads)
  local function shown(step, thread) return (not steps or step.n >= steps[1] and step.n <= steps[2]) and (not threads or threads[thread]) end
  return timeline.describe(trace, shown, a.values and names_of(a.values), step_place), trace
end

local function child(div, class)
  for i, b in ipairs(div.content) do
    if b.t == "Div" and b.classes:includes(class) then
      local rest = div.content:clone()
      rest:remove(i)
      return b, rest
    end
  end
end

local function note_cite(el)
  for _, c in ipairs(el.citations) do
    facts.cites[#facts.cites + 1] = { key = c.id, line = line_of("@" .. c.id), part = stringify(c.suffix) }
  end
end

-- First walk: number, name and check everything; what it learns is kept in attributes for the second walks.
local function survey(doc)
  local section, subsection = 0, 0
  local function ix(term, id) facts.index[#facts.index + 1] = { term = term, id = id } end
  local last_id = ""
  local spans = 0
  local at = { heading = 0, quiz = 0, exercise = 0, timeline = 0, play = 0 } -- the source line of the last one
  local steps = {}
  function steps.Header(el)
    if el.level == 1 then fault(line_of("# " .. stringify(el):sub(1, 20)), "a heading of level 1", "start with ##: the title is the metadata's") end
    if el.level == 2 then section, subsection = section + 1, 0 elseif el.level == 3 then subsection = subsection + 1 end
    local n = number ~= "" and el.level == 2 and ("%s.%d"):format(number, section) or ""
    if number ~= "" and el.level == 3 then n = ("%s.%d.%d"):format(number, section, subsection) end
    local title = stringify(el)
    local line = line_of(("#"):rep(el.level) .. " " .. (el.content[1] and el.content[1].text or ""), at.heading)
    at.heading = math.max(line, at.heading)
    anchor(el.identifier, "section", n ~= "" and "Section " .. n or "“" .. title .. "”", line, title)
    facts.sections[#facts.sections + 1] = { id = el.identifier, title = title, number = n, level = el.level }
    el.attributes.n = n
    last_id = el.identifier
    return el
  end
  function steps.CodeBlock(el)
    if el.classes:includes("chunk") then
      last_id = el.attributes.id or last_id
      return
    end
    local class = el.classes[1]
    if not class then
      fault(line_of(el.text:match("[^\n]*")), "a listing without a class", "name its language, ```console or ```text, or make it a chunk")
    elseif class == "c" or class == "cpp" or class == "h" then
      fault(line_of(el.text:match("[^\n]*")), "a C listing outside a chunk", "make it a chunk: <<what it does>>=, so that it is compiled")
    end
  end
  function steps.Div(el)
    local class = el.classes[1]
    if class and not (words[class] or boxes[class] or class == "answer" or class == "run" or class == "difference" or proofs[class] or class == "survivor"
      or class == "timeline" or class == "play") then
      fault(line_of(":::" .. " " .. class), ("no kind of box is called `%s`"):format(class),
        "known are answer, detect, difference, explore, mutate, play, run, stress, survivor, timeline, " .. table.concat(common.sorted(boxes), ", ") .. ", quiz, exercise")
    end
    for class, word in pairs(words) do
      if el.classes:includes(class) then
        at[class] = math.max(line_of("{." .. class, at[class]), at[class])
        if el.identifier == "" then
          fault(at[class], ("a %s without an id"):format(class), ("write {.%s #%s-name}"):format(class, class == "exercise" and "ex" or class))
        end
        local n = count(class)
        el.attributes.n = n
        if not child(el, "answer") then
          fault(at[class], ("%s has no answer"):format(el.identifier), "add ::: answer inside it")
        end
        anchor(el.identifier, class, word .. " " .. n, at[class])
        facts.questions[#facts.questions + 1] = { id = el.identifier, kind = class, number = n }
      end
    end
    if proofs[class] then
      local line = line_of("{." .. class)
      if line == 1 then line = line_of("::: " .. class) end
      if not proof[class] then
        fault(line, ("no record figures/%s/%s.record"):format(slug, class), records.renew(class, slug))
      end
      el.identifier = el.identifier ~= "" and el.identifier or "tbl-" .. class
      el.attributes.n = count("table")
      proof_lines[class] = line
      anchor(el.identifier, "table", "Table " .. el.attributes.n, line, proofs[class])
      facts.floats[#facts.floats + 1] = { id = el.identifier, kind = "table", number = el.attributes.n, title = proofs[class] }
    end
    if class == "timeline" or class == "play" then
      local a = el.attributes
      local line = line_of(("{.%s"):format(class), at[class])
      at[class] = line
      if not a.program then
        fault(line, ("a %s of no program"):format(class), ('write {.%s program="bad"}'):format(class))
        return {}
      end
      local trace = kept(class == "play" and "graph" or "trace", a.program, line)
      local file = a.program:match("^%S+") .. ".c"
      local lines = {}
      if trace and class == "timeline" then
        for _, step in ipairs(trace.steps) do
          if step.file == file then lines[step.line] = true end
        end
        if #trace.steps == 0 then fault(line, ("the trace of `%s` has no steps: %s"):format(a.program, trace.said), "take the figure out, or mend the program") end
        for _, name in ipairs(names_of(a.values or "")) do
          if not (trace.start or {})[name] then fault(line, ("the trace of `%s` knows no variable `%s`"):format(a.program, name), "name some of " .. table.concat(common.sorted(trace.start or {}), ", ")) end
        end
        local names = {}
        for i, thread in ipairs(trace.threads) do names[i], names[thread.name] = thread.name, true end
        for _, name in ipairs(names_of(a.threads or "")) do
          if not names[name] then fault(line, ("the trace of `%s` has no thread `%s`"):format(a.program, name), "name some of " .. table.concat(names, ", ")) end
        end
        facts.traces[records.file_name(a.program)] = woven_lines(file, lines)
      elseif trace then
        for _, state in ipairs(trace.states) do
          for _, n in pairs(state.lines) do lines[n] = true end
        end
        facts.graphs[records.file_name(a.program)] = woven_lines(file, lines)
      end
      if class == "timeline" then
        if el.identifier == "" or #el.content == 0 then fault(line, "a timeline without id or caption", 'write ::: {.timeline program="bad" #tl-name}, a caption, :::') end
        local range = numbers_of(a.steps)
        if a.steps and not (range and range[1] <= range[2] and range[2] <= (trace and #trace.steps or range[2])) then
          fault(line, ("the timeline has no steps `%s`"):format(a.steps), ('write steps="1-%d", or less'):format(trace and #trace.steps or 9))
        end
        a.n = count("figure")
        local caption = stringify(el.content):match("^.-%.%f[%s%z]") or stringify(el.content)
        anchor(el.identifier, "figure", "Figure " .. a.n, line, caption)
        facts.floats[#facts.floats + 1] = { id = el.identifier, kind = "figure", number = a.n, title = caption }
      end
    end
    if class == "survivor" then
      local line = line_of("#" .. el.identifier .. "}")
      local mutant = mutant_of(el.identifier)
      if not proof_lines.mutate then
        fault(line, "a survivor without a table of mutants above it", "put ::: {.mutate} above it, or take it out")
      elseif proof.mutate and not mutant then
        fault(line, ("no mutant is called `%s`"):format(el.identifier), "name one that figures/" .. slug .. "/mutate.record has, or take it out")
      elseif mutant and mutant["caught by"] ~= "nobody" then
        fault(line, ("the mutant `%s` is no survivor: caught by %s"):format(el.identifier, mutant["caught by"]), "take the box out")
      end
      explained[el.identifier] = true
      anchor(el.identifier, "survivor", "mutant " .. el.identifier, line)
    end
    if el.content[1] and el.content[1].t == "Table" and #el.content == 1 then
      local caption = el.content[1].caption.long
      if el.identifier == "" or #caption == 0 then
        fault(line_of(el.identifier ~= "" and "{#" .. el.identifier or ":::"), "a table in a ::: without id or caption", "write ::: {#tbl-name}, and below the table a line `: Caption.`")
      end
      el.attributes.n = count("table")
      el.classes:insert("table")
      anchor(el.identifier, "table", "Table " .. el.attributes.n, line_of("{#" .. el.identifier), stringify(caption))
      facts.floats[#facts.floats + 1] = { id = el.identifier, kind = "table", number = el.attributes.n, title = stringify(caption) }
    end
    return el
  end
  local images = 0
  function steps.Image() images = images + 1 end
  function steps.Para(el)
    local image = el.content[1]
    if #el.content ~= 1 or image.t ~= "Image" then return end
    images = images - 1
    local line = line_of("](" .. image.src)
    local alt = image.attributes.alt or ""
    if alt == "" then fault(line, ("the figure %s has no alt text"):format(image.src), 'write ![Caption.](file){#fig-name alt="what it shows"}') end
    if image.identifier == "" then fault(line, ("the figure %s has no id"):format(image.src), "write {#fig-name ...}"); image.identifier = common.slug(image.src) end
    local path = ("figures/%s/%s"):format(slug, image.src)
    if not common.read(path) then fault(line, "no file " .. path, "draw it or mend the name") end
    local n = count("figure")
    local caption = pandoc.Inlines and pandoc.Inlines(image.caption) or image.caption
    anchor(image.identifier, "figure", "Figure " .. n, line, stringify(caption))
    facts.floats[#facts.floats + 1] = { id = image.identifier, kind = "figure", number = n, title = stringify(caption), src = image.src }
    return pandoc.Div({ pandoc.Plain(caption) }, pandoc.Attr(image.identifier, { "figure" }, { src = image.src, alt = alt, n = n }))
  end
  function steps.Span(el)
    local term = el.attributes.ix
    if not term then return end
    spans = spans + 1
    el.identifier = "ix-" .. spans
    ix(term, el.identifier)
    return el
  end
  function steps.DefinitionList(el)
    if slug ~= "glossary" then return end
    for _, item in ipairs(el.content) do
      local term = stringify(item[1])
      local id = common.slug(term)
      anchor(id, "term", term, line_of(term), term)
      item[1] = { pandoc.Span(item[1], pandoc.Attr(id)) }
    end
    return el
  end
  function steps.Link(el)
    local term = el.attributes.ix
    if not term then return end
    spans = spans + 1
    el.attributes.ix = nil
    ix(term, "ix-" .. spans)
    return pandoc.Span({ el }, pandoc.Attr("ix-" .. spans))
  end
  steps.Cite = note_cite
  -- An image within a sentence has no place of its own: the book has figures only.
  doc = doc:walk(steps)
  for _, row in ipairs(proof_lines.mutate and proof.mutate and proof.mutate.rows or {}) do
    if row["caught by"] == "nobody" and not explained[row.mutant] then
      fault(proof_lines.mutate, ("the mutant %s survives, and nothing says why it may"):format(row.mutant),
        ("add ::: {.survivor #%s} below the table, or mend suite or program"):format(row.mutant))
    end
  end
  if images > 0 then
    doc:walk { Image = function(el)
      fault(line_of("](" .. el.src), ("the image %s stands inside a paragraph"):format(el.src), "give it a paragraph of its own, {#fig-name alt=...}")
    end }
  end
  return doc
end

local notes
-- Survivors are one list, below each other, where the first of them stands; those that live for the same reason share it.
local function gather_survivors(blocks)
  local list, of, out = nil, {}, pandoc.List()
  for _, b in ipairs(blocks) do
    if b.t == "Div" and b.classes:includes("survivor") then
      local reason = pandoc.write(pandoc.Pandoc(b.content), "plain")
      if not list then
        list = pandoc.Div({}, pandoc.Attr("", { "survivors" }))
        out:insert(list)
      end
      if of[reason] then of[reason].attributes.ids = of[reason].attributes.ids .. " " .. b.identifier
      else
        b.attributes.ids = b.identifier
        b.identifier = ""
        of[reason] = b
        of[#of + 1] = b
      end
    else out:insert(b) end
  end
  if list then
    list.content = of
    for i, b in ipairs(out) do
      if b.t == "Div" and b.classes:includes("survivors") then out[i] = list end
    end
  end
  return out
end

local function cite_parts(c)
  return stringify(c.suffix):gsub("^,?%s*", "")
end

local function flatten(blocks) return pandoc.utils.blocks_to_inlines(blocks, { pandoc.Space() }) end

local function caption_of(tbl)
  local inlines = flatten(tbl.caption.long)
  tbl.caption = { long = {}, short = nil }
  return inlines, tbl
end

local html = {}
function html.CodeBlock(el)
  if el.classes:includes("chunk") then return H(html_chunk(chunks[tonumber(el.attributes.k)])) end
  local text = common.text(el.text)
  if el.classes:includes("console") then -- the prompt is shown, but not copied
    text = ("\n" .. text):gsub("\n%$ ", "\n" .. web('<span class="prompt"></span>') .. epub("$ ")):sub(2)
  end
  return H(('<div class="code plain" tabindex="0" role="region" aria-label="Listing"><pre>%s</pre></div>'):format(text))
end
function html.Code(el)
  if not el.classes:includes("c") then return nil end
  local chunk = el.text:match("^<<(.*)>>$")
  if chunk then
    local parts = by_name[chunk]
    return h(parts and html_ref(chunk_ref(parts[1]), esc(angled(chunk)), 'class="use" ') or esc(angled(chunk)))
  end
  local owner = definer(el.text:match("^([%a_][%w_]*)%s*%(?%)?$") or "")
  local body = "<code>" .. esc(el.text) .. "</code>"
  return h(owner and html_ref(chunk_ref(owner), body, 'class="id" ') or body)
end
function html.Link(el)
  local target = internal(gloss_target(el))
  if not target then
    el.attributes = {}
    return el
  end
  local open = ('<a class="%s" href="ref:%s">'):format(el.target:match("^gloss:") and "gloss" or "xref", target)
  local list = pandoc.List { h(open) }
  list:extend(el.content)
  list:insert(h("</a>"))
  return list
end
function html.Cite(el)
  local out = {}
  for _, c in ipairs(el.citations) do
    local suffix = cite_parts(c)
    local prefix = stringify(c.prefix)
    out[#out + 1] = (prefix ~= "" and esc(prefix) .. " " or "") .. ('<a class="cite" href="cite:%s"></a>'):format(c.id) .. (suffix ~= "" and ", " .. esc(suffix) or "")
  end
  local inner = table.concat(out, "; ")
  return h(el.citations[1].mode == "AuthorInText" and inner or '<span class="cites">[' .. inner .. "]</span>")
end
function html.Note(el)
  local n = #notes + 1
  notes[n] = el.content
  local list = pandoc.List { h(('<sup class="noteref"><a id="noteref-%d" href="#note-%d" %s>%d</a></sup>'):format(n, n, epub('epub:type="noteref"') .. web(('aria-label="Note %d"'):format(n)), n)
    .. '<!--web2--><span class="sidenote"><span class="notenumber">' .. n .. "</span> ") }
  for _, inline in ipairs(flatten(el.content)) do -- the note at the page's end keeps the anchors
    if inline.t == "RawInline" then inline = h((inline.text:gsub(' id="[^"]*"', ""))) end
    list:insert(inline)
  end
  list:insert(h("</span><!--/web2-->"))
  return list
end
function html.Header(el)
  local n = el.attributes.n
  local list = pandoc.List { h(('<h%d id="%s">%s'):format(el.level, el.identifier, n ~= "" and '<span class="hn">' .. n .. "</span> " or "")) }
  list:extend(el.content)
  list:insert(h(web((' <a class="here" href="#%s" aria-label="Link to this section">§</a>'):format(el.identifier)) .. ("</h%d>"):format(el.level)))
  return pandoc.Plain(list)
end
function html.Span(el)
  if not el.attributes.ix then return nil end
  local list = pandoc.List { h(('<span id="%s">'):format(el.identifier)) }
  list:extend(el.content)
  list:insert(h("</span>"))
  return list
end
local function wrapped(open, content, close)
  local list = pandoc.List { H(open) }
  list:extend(content)
  list:insert(H(close))
  return list
end
local html_answers
function html.Div(el)
  local c = el.classes
  local word = c:includes("quiz") and "quiz" or c:includes("exercise") and "exercise"
  if word then
    local answer, rest = child(el, "answer")
    if not answer then return {} end
    local id, n = el.identifier, el.attributes.n
    html_answers:insert(H(('<!--epub2--><section class="answer" id="%s-answer"><h3><a href="#%s">Answer to %s %s</a></h3>'):format(id, id, words[word], n)))
    html_answers:extend(answer.content)
    html_answers:insert(H("</section><!--/epub2-->"))
    local list = wrapped(('<aside class="%s" id="%s" aria-label="%s %s"><p class="label"><a href="#%s">%s %s</a></p>'):format(word, id, words[word], n, id, words[word], n), rest,
      epub(('<p class="toanswer"><a href="#%s-answer">Answer</a></p>'):format(id))
      .. ('<!--web2--><details id="%s-answer"><summary>Answer</summary>'):format(id))
    list:extend(answer.content)
    list:insert(H("</details><!--/web2--></aside>"))
    return list
  end
  if c:includes("figure") then
    local a = el.attributes
    local image = ('<img src="figures/%s/%s" alt="%s" />'):format(slug, a.src, esc(a.alt))
    if a.src:match("%.svg$") then
      -- Within the page a drawing takes the page's face and colours; an e-book gets it as a file.
      local drawing = (common.read(("figures/%s/%s"):format(slug, a.src)) or ""):gsub("^.-<svg ", "", 1)
      image = web(('<div class="scroll" tabindex="0" role="region" aria-label="Figure %s"><svg role="img" aria-label="%s" '):format(a.n, esc(a.alt))
        .. drawing:gsub("<!%-%-.-%-%->%s*", "") .. "</div>") .. epub(image)
    end
    local inner = pandoc.List { h(('<figure class="figure" id="%s">%s<figcaption><span class="label">Figure %s</span> '):format(el.identifier, image, a.n)) }
    inner:extend(el.content[1].content)
    inner:insert(h("</figcaption></figure>"))
    return pandoc.Plain(inner)
  end
  if c:includes("table") then
    local caption, tbl = caption_of(el.content[1])
    local inner = pandoc.List { h(('<figure class="tablefigure" id="%s"><figcaption><span class="label">Table %s</span> '):format(el.identifier, el.attributes.n)) }
    inner:extend(caption)
    inner:insert(h(('</figcaption><div class="scroll" tabindex="0" role="region" aria-label="Table %s">'):format(el.attributes.n)))
    return pandoc.List { pandoc.Plain(inner), tbl, H("</div></figure>") }
  end
  if c:includes("timeline") then
    local drawn, trace = described(el)
    if not drawn then return {} end
    local inner = pandoc.List { h(timeline.html(drawn, el.identifier, el.attributes.n, slug .. "/" .. records.file_name(el.attributes.program), web)
      .. ('<figcaption><span class="label">Figure %s</span> '):format(el.attributes.n)) }
    inner:extend(flatten(el.content))
    inner:insert(h((' <span class="stamp">%s</span></figcaption></figure>'):format(common.text(timeline.stamp(trace, proof.explore)))))
    return pandoc.Plain(inner)
  end
  if c:includes("play") then
    local graph = kept("graph", el.attributes.program)
    if not graph then return {} end
    local told = timeline.states(graph)
    local rows = {}
    for i, e in ipairs(told.list) do rows[i] = ("<li><span class=\"%s mark\">%s</span> %s</li>"):format(e.bad and "bad" or "good", e.bad and "✗" or "✓", common.text(e[1])) end
    return wrapped(('<div class="play"%s><p class="label">All schedules of %s</p>'):format(web((' data-graph="%s/%s"'):format(slug, records.file_name(el.attributes.program))), common.sided_html(el.attributes.program:match("^%S+") .. ".c")),
      el.content, ("<p>%s</p><ul>%s</ul>%s</div>"):format(common.text(told.lead), table.concat(rows), epub("<p>" .. common.text(elsewhere) .. "</p>")))
  end
  if c:includes("run") then return H(html_run(read_record(el.attributes.record, el.attributes.varies))) end
  if c:includes("difference") then
    local a = el.attributes
    return H(html_difference(difference(a.from, a.to), a.from, a.to))
  end
  if proofs[c[1]] then return H(records.html(proof_table(c[1], el))) end
  if c:includes("survivors") then return wrapped('<ul class="survivors">', el.content, "</ul>") end
  if c:includes("survivor") then
    local heads = {}
    for id in el.attributes.ids:gmatch("%S+") do
      local at, change = records.change(mutant_of(id), woven_at)
      heads[#heads + 1] = ('<span id="%s">%s</span>'):format(id, records.html_text { at, " ", change })
    end
    heads = "<li>" .. table.concat(heads, "; ") .. (" – ")
    if #el.content == 1 and (el.content[1].t == "Para" or el.content[1].t == "Plain") then
      local inner = pandoc.List { h(heads) }
      inner:extend(el.content[1].content)
      inner:insert(h("</li>"))
      return pandoc.Plain(inner)
    end
    return wrapped(heads, el.content, "</li>")
  end
  for class, title in pairs(boxes) do
    if c:includes(class) then
      return wrapped(('<section class="box %s" aria-label="%s"><p class="label">%s%s</p>'):format(class, esc(el.attributes.title or title), box_mark[class] or "", esc(el.attributes.title or title)), el.content, "</section>")
    end
  end
  if c:includes("answer") then return nil end
  return el.content
end

local tex, tex_answers = {}, nil
local near = {} -- what stands in the section that is being written: no page is printed beside a reference to it
local function find_near(blocks)
  for _, b in ipairs(blocks) do
    if b.t == "Div" then
      for id in (b.attributes.ids or b.identifier):gmatch("%S+") do near[slug .. "#" .. id] = true end
      find_near(b.content)
    elseif b.t == "Header" then near[slug .. "#" .. b.identifier] = true
    elseif b.t == "CodeBlock" and b.attributes.k then
      local chunk = chunks[tonumber(b.attributes.k)]
      near[chunk_ref(chunk)] = true
      for _, line in ipairs(chunk.lines) do
        if line.label then near[slug .. "#line-" .. line.label] = true end
      end
    end
  end
end
function tex.CodeBlock(el)
  if el.classes:includes("chunk") then return T(tex_chunk(chunks[tonumber(el.attributes.k)])) end
  local rows = {}
  for row in (el.text .. "\n"):gmatch("([^\n]*)\n") do rows[#rows + 1] = ("\\NwOut{%s}\n"):format(tex_code(row)) end
  return T("\\begin{NwListing}\n" .. table.concat(rows) .. "\\end{NwListing}")
end
-- Code within a sentence may break after these, so that a long call does not run into the margin; what is short stays whole.
local function tex_inline_code(s)
  if #s <= 12 and not s:find(" ", 1, true) then return (tex_code(s):gsub("%-", "\\hbox{-}")) end
  return (tex_code(s):gsub("\\ ", " "):gsub("%-", "\\hbox{-}"):gsub("\\_", "\\_\\NwBreak{}"):gsub("([,/(.=])", "%1\\NwBreak{}"))
end
function tex.Code(el)
  local chunk = el.text:match("^<<(.*)>>$")
  if el.classes:includes("c") and chunk then
    local parts = by_name[chunk]
    return t(("\\NwUse{%s}{%s}"):format(parts and chunk_ref(parts[1]) or "", tesc(chunk)))
  end
  local owner = el.classes:includes("c") and definer(el.text:match("^([%a_][%w_]*)%s*%(?%)?$") or "")
  local set = "\\NwCode{" .. tex_inline_code(el.text) .. "}"
  return t(owner and ("\\NwId{%s}{%s}"):format(chunk_ref(owner), set) or set)
end
function tex.Link(el)
  local saved = #facts.refs
  local target = internal(gloss_target(el))
  for i = #facts.refs, saved + 1, -1 do facts.refs[i] = nil end -- already told by the page
  local list
  if not target then
    list = pandoc.List { t(("\\NwUrl{%s}{"):format((el.target:gsub("([%%#])", "\\%1")))) }
  elseif el.target:match("^gloss:") then
    list = pandoc.List { t(("\\NwGloss{%s}{"):format(target)) }
  else
    list = pandoc.List { t(("\\Nw%s{%s}{"):format(near[target] and "Near" or "Ref", target)) }
  end
  list:extend(el.content)
  list:insert(t("}"))
  return list
end
function tex.Cite(el)
  local out = {}
  for _, c in ipairs(el.citations) do
    local suffix = cite_parts(c)
    local prefix = stringify(c.prefix)
    out[#out + 1] = (prefix ~= "" and tesc(prefix) .. " " or "") .. ("\\NwCite{%s}"):format(c.id) .. (suffix ~= "" and ", " .. tesc(suffix) or "")
  end
  local inner = table.concat(out, "; ")
  return t(el.citations[1].mode == "AuthorInText" and inner or "[" .. inner .. "]")
end
function tex.Note(el)
  local list = pandoc.List { t("\\NwNote{") }
  list:extend(flatten(el.content))
  list:insert(t("}"))
  return list
end
function tex.Header(el)
  local list = pandoc.List { t(("\\Nw%s{%s#%s}{%s}{"):format(el.level == 2 and "Section" or "Subsection", slug, el.identifier, el.attributes.n)) }
  list:extend(el.content)
  list:insert(t("}"))
  return pandoc.Plain(list)
end
function tex.Span(el)
  if el.identifier == "" then return nil end
  local list = pandoc.List { t(("\\NwTarget{%s#%s}"):format(slug, el.identifier)) }
  list:extend(el.content)
  return list
end
local function twrapped(open, content, close)
  local list = pandoc.List { T(open) }
  list:extend(content)
  list:insert(T(close))
  return list
end
function tex.Div(el)
  local c = el.classes
  local word = c:includes("quiz") and "quiz" or c:includes("exercise") and "exercise"
  if word then
    local answer, rest = child(el, "answer")
    if not answer then return {} end
    local key, n = slug .. "#" .. el.identifier, el.attributes.n
    tex_answers:insert(T(("\\begin{NwAnswer}{%s}{%s %s}"):format(key, words[word], n)))
    tex_answers:extend(answer.content)
    tex_answers:insert(T("\\end{NwAnswer}"))
    return twrapped(("\\begin{NwQuestion}{%s}{%s %s}"):format(key, words[word], n), rest, "\\end{NwQuestion}")
  end
  if c:includes("figure") then
    local a = el.attributes
    local inner = pandoc.List { t(("\\begin{NwFigure}{%s#%s}{%s}{%s}{"):format(slug, el.identifier, a.n, slug .. "/" .. a.src:gsub("%.svg$", ".pdf"))) }
    inner:extend(el.content[1].content)
    inner:insert(t("}{" .. tesc(a.alt) .. "}\\end{NwFigure}"))
    return pandoc.Plain(inner)
  end
  if c:includes("table") then
    local caption, tbl = caption_of(el.content[1])
    local inner = pandoc.List { t(("\\NwTableCaption{%s#%s}{%s}{"):format(slug, el.identifier, el.attributes.n)) }
    inner:extend(caption)
    inner:insert(t("}"))
    return pandoc.List { T("\\begin{NwTable}"), pandoc.Plain(inner), tbl, T("\\end{NwTable}") }
  end
  if c:includes("timeline") then
    local drawn, trace = described(el)
    if not drawn then return {} end
    -- The caption is set by pandoc, and stands within what Lua writes.
    local caption = write_tex { pandoc.Plain(flatten(el.content)) }:gsub("%s+$", "")
    return T(timeline.tex(drawn, slug .. "#" .. el.identifier, el.attributes.n, caption, timeline.stamp(trace, proof.explore)))
  end
  if c:includes("play") then
    local graph = kept("graph", el.attributes.program)
    if not graph then return {} end
    local told = timeline.states(graph)
    local rows = { tesc(told.lead) }
    for _, e in ipairs(told.list) do rows[#rows + 1] = ("\\csname NwEnding@%s\\endcsname\\kern.4em %s"):format(e.bad and "bad" or "good", tesc(e[1])) end
    rows[#rows + 1] = tesc(elsewhere)
    return twrapped(("\\begin{NwBox}{note}{All schedules of %s}"):format(tesc(el.attributes.program:match("^%S+") .. ".c")), el.content, table.concat(rows, "\\par\n") .. "\\end{NwBox}")
  end
  if c:includes("run") then return T(tex_run(read_record(el.attributes.record, el.attributes.varies))) end
  if c:includes("difference") then
    local a = el.attributes
    return T(tex_difference(difference(a.from, a.to), a.from, a.to))
  end
  if proofs[c[1]] then return T(records.tex(proof_table(c[1], el), slug)) end
  if c:includes("survivors") then return twrapped("\\begin{NwSurvivors}", el.content, "\\end{NwSurvivors}") end
  if c:includes("survivor") then
    local targets, heads = {}, {}
    for id in el.attributes.ids:gmatch("%S+") do
      local at, change = records.change(mutant_of(id), woven_at)
      targets[#targets + 1] = ("\\NwTarget{%s#%s}"):format(slug, id)
      heads[#heads + 1] = records.tex_text { at, " ", change }
    end
    heads = ("\\NwSurvivor{%s}{%s}"):format(table.concat(targets), table.concat(heads, "; "))
    if #el.content == 1 and (el.content[1].t == "Para" or el.content[1].t == "Plain") then
      local inner = pandoc.List { t(heads) }
      inner:extend(el.content[1].content)
      return pandoc.Para(inner)
    end
    return twrapped(heads, el.content, "")
  end
  for class, title in pairs(boxes) do
    if c:includes(class) then
      return twrapped(("\\begin{NwBox}{%s}{%s}"):format(class, tesc(el.attributes.title or class ~= "rules" and title or "")), el.content, "\\end{NwBox}")
    end
  end
  if c:includes("answer") then return nil end
  return el.content
end

-------------------------------------------------------------------------------------------- metadata, search

local failures = { ["wrong-answer"] = true, ["undefined-behaviour"] = true, stuck = true, busy = true, slow = true,
  leak = true, crash = true, swallowed = true }
local known = { title = "text", summary = "text", failure = "text", cost = "text", symptoms = "list", clauses = "list", cert = "list",
  cwe = "list", misra = "list", primitives = "list", needs = "list", mutations = "list", explore = "list" }
local needed_of_pitfall = { "failure", "symptoms", "cost", "clauses", "cert", "cwe", "misra", "primitives", "needs" }

local function inlines_of(value)
  local kind = pandoc.utils.type and pandoc.utils.type(value) or value.t
  if kind == "Blocks" or kind == "MetaBlocks" then return flatten(value) end
  if kind == "string" or type(value) == "string" then return pandoc.List { pandoc.Str(value) } end
  return pandoc.List(value)
end

-- A value as text, its code still between backticks.
local function said(value)
  local inlines = pandoc.Span(inlines_of(value)):walk { Code = function(c) return pandoc.Str("`" .. c.text .. "`") end }
  return pandoc.utils.stringify(inlines)
end

local function read_meta(meta)
  local values, mistaken = {}, {}
  local ends = 2
  while source_lines[ends] and not source_lines[ends]:match("^%-%-%-$") and not source_lines[ends]:match("^%.%.%.$") do ends = ends + 1 end
  if source_lines[1] ~= "---" or not source_lines[ends] then
    fault(1, "no metadata", "begin the file with a line ---, then `title: ...` and the rest, then another line ---")
    return values
  end
  local given = { slug = true, number = true, source = true, out = true, shared = true }
  for key, value in pairs(meta) do
    if not known[key] then
      if not given[key] then fault(line_of(key .. ":"), ("unknown metadata `%s`"):format(key), "known are " .. table.concat(common.sorted(known), ", ")) end
    else
      local kind = pandoc.utils.type and pandoc.utils.type(value) or value.t or "List"
      local is_list = kind == "List" or kind == "MetaList"
      mistaken[key] = (known[key] == "list") ~= is_list
      if known[key] == "list" and not is_list then
        fault(line_of(key .. ":"), ("metadata `%s` must be a list"):format(key), ("write %s: [...]"):format(key))
      elseif known[key] == "text" and is_list then
        fault(line_of(key .. ":"), ("metadata `%s` must be text"):format(key), ("write %s: ..."):format(key))
      elseif is_list then
        values[key] = {}
        for i, v in ipairs(value) do values[key][i] = said(v) end
      else
        values[key] = said(value)
      end
    end
  end
  for _, key in ipairs { "title", "summary" } do
    if not mistaken[key] and (not values[key] or values[key] == "") then fault(1, ("no metadata `%s`"):format(key), ("add `%s: ...` between the --- lines at the top"):format(key)) end
  end
  if source:match("^chapters/[1-7]%-") then
    for _, key in ipairs(needed_of_pitfall) do
      if not values[key] and not mistaken[key] then fault(1, ("no metadata `%s`"):format(key), ("a pitfall's card needs it; add `%s:` between the --- lines"):format(key)) end
    end
    if values.failure and not failures[values.failure] then
      fault(line_of("failure:"), ("unknown kind of failure `%s`"):format(values.failure), "one of " .. table.concat(common.sorted(failures), ", "))
    end
  end
  return values
end

------------------------------------------------------------------------------------------------ the corpus

local function is_pitfall() return source:match("^chapters/[1-7]%-") ~= nil end


-- The lines of a program that are labelled as its fault, and with whose label.
local function flaws_of(program)
  local list = {}
  for _, chunk in ipairs(chunks) do
    for i, line in ipairs(chunk.roots[program] and chunk.lines or {}) do
      if line.label and (line.label == "flaw" or line.label:match("^flaw%-")) then
        for _, n in ipairs((places[chunk] and places[chunk][i] or {})[program] or {}) do
          list[#list + 1] = { file = program, line = n, label = line.label }
        end
      end
    end
  end
  table.sort(list, function(a, b) return a.line < b.line end)
  return list
end

-- The sources that a part of the text cites.
local function cited_in(blocks)
  local keys = {}
  pandoc.Pandoc(blocks):walk { Cite = function(el)
    for _, c in ipairs(el.citations) do keys[c.id] = true end
  end }
  return common.sorted(keys)
end

-- All that the corpus knows of a pitfall; the card and the indices are made of the same. What no record tells is absent.
local function pitfall(doc, values)
  local p = { id = ("CCH-%s-%s"):format(number, slug), slug = slug, number = number, part = source:match("^chapters/([^/]*)/"),
    title = facts.title, summary = facts.summary, programs = {}, sources = {} }
  for _, key in ipairs { "failure", "symptoms", "clauses", "cert", "cwe", "misra", "primitives", "needs" } do p[key] = values[key] end
  local keys, wild, in_wild = {}, pandoc.List(), false
  for _, cite in ipairs(facts.cites) do keys[cite.key] = true end
  p.sources = common.sorted(keys)
  for _, b in ipairs(doc.blocks) do
    if b.t == "Header" and b.level == 2 then in_wild = b.identifier == "in-the-wild" elseif in_wild then wild:insert(b) end
  end
  p.incidents = cited_in(wild)
  local function rows_of(kind, file)
    local record, list = proof[kind], {}
    for _, row in ipairs(record and record.rows or {}) do
      if row.program == file then list[#list + 1] = row end
    end
    return record and list
  end
  for _, file in ipairs(common.sorted(by_name, common.in_order)) do
    if file:match("%.c$") and is_root(file) and not file:match("^check") and not by_name[file:gsub("c$", "h")] and not by_name[file][1].shared then
      local out = common.read(("figures/%s/%s"):format(slug, file:gsub("c$", "out"))) or ""
      local head = "\n" .. out:gsub("\n\n.*", "\n")
      local hash = head:match("\nsha256: (%x+)\n") or head:match("\nsha256 %S+: (%x+)\n")
      for _, kind in ipairs { "explore", "detect", "stress", "mutate" } do hash = proof[kind] and proof[kind].hashes[file] or hash end
      local program = { file = file, side = common.side(file) or "other", sha256 = hash, flaws = flaws_of(file), exit = math.tointeger(head:match("\nexit: (%d+)\n")) }
      for name, kind in pairs { expectations = "expectations", verdicts = "detect" } do
        local list = rows_of(kind, file)
        if list and #list > 0 then program[name] = list end
      end
      local schedules = rows_of("explore", file)
      for i, row in ipairs(schedules or {}) do
        program.explored = program.explored or {}
        program.explored[i] = { options = row.options:gsub("^%-$", ""), verdict = row.verdict, schedules = row.schedules, failing = row.failing, all = row.explored == "all", said = row.said }
      end
      local runs = rows_of("stress", file)
      if runs and #runs > 0 then
        program.stress = { met = 0, of = 0 }
        for _, run in ipairs(runs) do program.stress.met, program.stress.of = program.stress.met + run.met, program.stress.of + run.of end
      end
      p.programs[#p.programs + 1] = program
    end
  end
  p.detectors = proof.detect and proof.detect.tools
  p.mutation = proof.mutate and records.mutants(proof.mutate)
  return p
end

-- What the search index knows of each section: its words, and how it begins.
local function search_text(doc)
  local parts = { { id = "", title = facts.title, text = { facts.summary } } }
  for _, b in ipairs(doc.blocks) do
    if b.t == "Header" then
      parts[#parts + 1] = { id = b.identifier, title = stringify(b), text = {} }
    elseif b.t == "DefinitionList" and slug == "glossary" then -- a term is found by itself
      for _, item in ipairs(b.content) do
        local term, said = stringify(item[1]), {}
        for i, blocks in ipairs(item[2]) do said[i] = pandoc.write(pandoc.Pandoc(blocks), "plain"):gsub("%s+", " ") end
        parts[#parts + 1] = { id = common.slug(term), title = term, text = { table.concat(said, " ") } }
      end
    else
      local text = parts[#parts].text
      local chunk = b.t == "CodeBlock" and chunks[tonumber(b.attributes.k or 0)]
      text[#text + 1] = chunk and chunk.name .. "\n" .. (chunk.text .. "\n"):gsub("%s*//: [%w-]+\n", "\n")
        or pandoc.write(pandoc.Pandoc { b }, "plain"):gsub("%s+", " ")
    end
  end
  for _, p in ipairs(parts) do p.text = table.concat(p.text, " ") end
  return parts
end

---------------------------------------------------------------------------------------------------- all of it

function Pandoc(doc)
  slug, number, source, out = stringify(doc.meta.slug), stringify(doc.meta.number), stringify(doc.meta.source), stringify(doc.meta.out)
  for line in (common.read(source) .. "\n"):gmatch("([^\n]*)\n") do source_lines[#source_lines + 1] = line end
  facts = { slug = slug, number = number, source = source, shared = doc.meta.shared and true or false, anchors = {}, sections = {}, questions = {},
    floats = {}, index = {}, cites = {}, refs = {}, api = {}, chunks = {}, records = {}, uses_shared = {}, traces = {}, graphs = {} }
  local values = read_meta(doc.meta)
  facts.title, facts.summary = (values.title or slug):gsub("`", ""), (values.summary or ""):gsub("`", "")
  local summary_cost = { summary = doc.meta.summary, cost = doc.meta.cost }
  for _, value in pairs(summary_cost) do pandoc.Span(inlines_of(value)):walk { Cite = note_cite } end

  -- Chunks: the shared ones are known, then leave the document.
  local blocks = doc:walk { CodeBlock = function(b)
    if not b.classes:includes("chunk") then return nil end
    read_chunk(b)
    if b.classes:includes("shared") then return {} end
    b.attributes = { k = tostring(#chunks) }
    return b
  end }.blocks
  find_roots()
  find_definitions()
  local needed = {}
  for _, chunk in ipairs(chunks) do
    if not chunk.shared or next(chunk.roots) then needed[#needed + 1] = chunk end
  end
  read_lines(needed)
  find_places()
  local tangled = hash_files(("tangled/%s/*.[ch]"):format(slug))
  for _, kind in ipairs { "stress", "detect", "mutate", "explore", "expectations" } do proof[kind] = records.read(slug, kind, tangled) end
  local rows_of = {}
  records.judge(proof.detect, proof.expectations, function(file, n)
    if not rows_of[file] then
      rows_of[file] = {}
      for row in ((common.read(("tangled/%s/%s"):format(slug, file)) or "") .. "\n"):gmatch("([^\n]*)\n") do table.insert(rows_of[file], row) end
    end
    return (rows_of[file][n] or ""):gsub("%s+", " ")
  end)
  for _, chunk in ipairs(chunks) do
    if not chunk.shared then
      anchor(chunk.id, "chunk", label_of(chunk), chunk.line, chunk.name)
      for i, line in ipairs(chunk.lines) do
        if line.label then
          anchor("line-" .. line.label, "line", "line " .. line.number .. place_in_program(chunk, i), chunk.line + i)
        end
      end
    end
  end
  for _, chunk in ipairs(chunks) do
    if not chunk.shared then read_names(chunk) end
  end
  for _, name in ipairs(is_pitfall() and common.sorted(by_name) or {}) do
    if name:match("^bad.*%.c$") and is_root(name) and #flaws_of(name) == 0 then
      fault(by_name[name][1].line, ("no line of %s is labelled as its flaw"):format(name), "end the faulty line with `//: flaw`, or `//: flaw-2` where that is taken")
    end
  end
  for _, entry in ipairs(values.explore or {}) do
    local file = (entry:match("^%S+") or "") .. ".c"
    if not tangled[file] then fault(line_of("explore:"), ("`explore` names %s, which the chapter does not tangle"):format(file), "name a root chunk, without its .c") end
    if proof.explore and not proof.explore.programs:gsub("^", ";"):gsub("$", ";"):find(";" .. entry .. ";", 1, true) then
      fault(line_of("explore:"), ("figures/%s/explore.record knows nothing of `%s`"):format(slug, entry), records.renew("explore", slug))
    end
  end
  for _, file in ipairs(proof.explore and not values.explore and common.sorted(tangled) or {}) do
    if (common.side(file) or file:match("^naive")) and file:match("%.c$") and not tangled[file:gsub("c$", "h")] and not proof.explore.hashes[file] then
      fault(1, ("the record figures/%s/explore.record is stale: it knows nothing of %s"):format(slug, file), records.renew("explore", slug))
    end
  end
  doc = survey(pandoc.Pandoc(blocks))
  common.end_if_faults()
  doc.blocks = gather_survivors(doc.blocks)
  if is_pitfall() then facts.pitfall = pitfall(doc, values) end

  for _, chunk in ipairs(chunks) do
    if not chunk.shared then
      facts.chunks[#facts.chunks + 1] = { id = chunk.id, name = chunk.name, part = chunk.part, line = chunk.line, defines = chunk.defines,
        names = common.sorted(chunk.names), root = is_root(chunk.name) and true or false, size = #chunk.lines }
      for _, used in ipairs(chunk.uses) do
        if by_name[used] and by_name[used][1].shared then facts.uses_shared[used] = true end
      end
    end
  end
  -- The page.
  notes, html_answers = {}, pandoc.List()
  local page = doc:walk(html).blocks
  if #html_answers > 0 then
    page:insert(H('<!--epub--><section class="answers"><h2 id="answers">Answers</h2><!--/epub-->'))
    page:extend(html_answers)
    page:insert(H("<!--epub--></section><!--/epub-->"))
  end
  if #notes > 0 then
    page:insert(H('<section class="notes" aria-label="Notes"><h2 id="notes">Notes</h2>'))
    for n, content in ipairs(notes) do
      page:extend(wrapped(epub(('<aside epub:type="footnote" id="note-%d">'):format(n)) .. web(('<div class="note-end" id="note-%d">'):format(n))
        .. ('<p class="notenumber"><a href="#noteref-%d" aria-label="Back to note %d in the text">%d</a></p>'):format(n, n, n),
        pandoc.Pandoc(content):walk(html).blocks, epub("</aside>") .. web("</div>")))
    end
    page:insert(H("</section>"))
  end
  local body_html = write_html(page)
  local function meta_html(value) return value and write_html(pandoc.Pandoc { pandoc.Plain(inlines_of(value)) }:walk(html).blocks) or nil end
  facts.html = { summary = meta_html(summary_cost.summary), cost = meta_html(summary_cost.cost) }

  -- The printed chapter.
  tex_answers = pandoc.List()
  local printed, section = pandoc.List(), pandoc.List()
  local function print_section()
    near = {}
    find_near(section)
    printed:extend(pandoc.Pandoc(section):walk(tex).blocks)
    section = pandoc.List()
  end
  for _, b in ipairs(doc.blocks) do
    if b.t == "Header" and b.level == 2 then print_section() end
    section:insert(b)
  end
  print_section()
  local body_tex = write_tex(printed)
  local function meta_tex(value) return value and write_tex(pandoc.Pandoc { pandoc.Plain(inlines_of(value)) }:walk(tex).blocks) or nil end
  facts.tex = { summary = meta_tex(summary_cost.summary), cost = meta_tex(summary_cost.cost) }
  local search = search_text(doc)
  common.end_if_faults()

  common.write(out .. ".html", body_html)
  common.write(out .. ".tex", body_tex)
  common.write(out .. ".answers.tex", write_tex(tex_answers))
  common.write(out .. ".search", common.dump(search))
  for name, places in pairs(facts.api) do facts.api[name] = common.sorted(places) end
  common.write(out .. ".facts", common.dump(facts))
  os.exit(0)
end
