-- The pandoc reader: noweb's intermediate language in, a pandoc document out.
--   markup SHARED CHAPTER | pandoc -f styles/noweb.lua
-- Documentation is pandoc Markdown. A code chunk becomes a CodeBlock of class `chunk` whose attributes
-- tell its name, what `@ %def` says it defines, its file and its first line. The chunks of the shared file
-- come first and carry the class `shared`; its prose is not part of this document.

package.path = (PANDOC_SCRIPT_FILE:match("(.*)/") or ".") .. "/?.lua;" .. package.path
local common = require "common"

-- The chapter is the last file of the stream; what comes before it is shared.
local function last_file(stream)
  local name
  for file in stream:gmatch("@file ([^\n]*)") do name = file end
  return name
end

local function parse(stream)
  local chapter, file, line = last_file(stream), nil, 1
  local md, chunks = {}, {}
  local chunk, quoted
  local function put(text)
    if quoted then quoted[#quoted + 1] = text
    elseif chunk then chunk.text[#chunk.text + 1] = text
    elseif file == chapter then md[#md + 1] = text end
  end
  for key, rest in stream:gmatch("@(%w+) ?([^\n]*)") do
    if key == "file" then file, line = rest, 1
    elseif key == "text" then put(rest)
    elseif key == "nl" then
      if not (chunk and #chunk.text == 0 and not chunk.open) then put("\n") end
      if chunk then chunk.open = true end
      line = line + 1
    elseif key == "begin" and rest:match("^code") then
      chunk = { text = {}, defines = {}, line = line, file = file, shared = file ~= chapter }
    elseif key == "defn" then chunk.name = rest
    elseif key == "index" and chunk then
      local name = rest:match("^defn (.*)") -- from a line `@ %def name`
      if name then chunk.defines[#chunk.defines + 1] = name end
    elseif key == "use" then put("<<" .. rest .. ">>")
    elseif key == "quote" then quoted = {}
    elseif key == "endquote" then
      local text = table.concat(quoted)
      local fence = text:find("`") and "`` " or "`"
      quoted = nil
      put(fence .. text .. fence:reverse() .. "{.c}")
    elseif key == "end" and rest:match("^code") then
      chunks[#chunks + 1] = chunk
      if file == chapter then md[#md + 1] = ("\n\n```{.chunkmark n=%d}\n```\n\n"):format(#chunks) end
      chunk = nil
    end
  end
  return table.concat(md), chunks
end

local function block(chunk)
  local classes = { "chunk" }
  if chunk.shared then classes[2] = "shared" end
  return pandoc.CodeBlock(table.concat(chunk.text), pandoc.Attr("", classes, {
    name = chunk.name, file = chunk.file, line = tostring(chunk.line),
    defines = table.concat(chunk.defines, " ") }))
end

local markdown = "markdown-raw_html-raw_tex-raw_attribute-implicit_figures+smart"

-- Whether the stream has every line of its files: a `markup` that died has told only some.
local function whole(stream)
  local told, last = {}, nil
  for key, rest in stream:gmatch("@(%w+) ?([^\n]*)") do
    if key == "file" then last = rest; told[last] = 0
    elseif key == "nl" then told[last] = told[last] + 1 end
  end
  for file, lines in pairs(told) do
    if lines < select(2, (common.read(file) or ""):gsub("\n", "")) then return false end
  end
  return last ~= nil
end

-- Of the parser's several lines the one that says what is wrong; pandoc 3 adds advice behind it.
local function cause_in(said)
  for row in said:gmatch("\n([^\n]+)") do
    if not row:match("^%s*while ") and not row:match("^%s*Consider ") then return (row:gsub("%s+$", "")) end
  end
  return said
end

function Reader(input)
  local stream = tostring(input)
  if not whole(stream) then os.exit(4) end -- the Makefile tells
  local md, chunks = parse(stream)
  local read, doc = pcall(pandoc.read, md, markdown)
  if not read then -- of Markdown, nothing but the metadata can be malformed
    local said = tostring(doc):gsub("\\n", "\n"):gsub("['\"]", "")
    local file = last_file(stream) or "?"
    common.fault(file, (tonumber(said:match("line (%d+)")) or 0) + 1, file:match("([^/]*)%.nw$"):gsub("^%d+%-", ""),
      "malformed metadata: " .. cause_in(said), "mend the lines between the ---, most likely a missing quote")
    common.end_if_faults()
  end
  local blocks = pandoc.List()
  for _, chunk in ipairs(chunks) do
    if chunk.shared then blocks:insert(block(chunk)) end
  end
  blocks:extend(doc:walk {
    CodeBlock = function(b)
      if b.classes:includes("chunkmark") then return block(chunks[tonumber(b.attributes.n)]) end
    end }.blocks)
  return pandoc.Pandoc(blocks, doc.meta)
end
