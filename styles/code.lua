-- Code as tokens: pandoc's own highlighter, read back line by line, so that both the page and the print
-- are made from one colouring and identifiers can become links.
local M = {}

-- pandoc's classes, folded into the few that the book colours.
local fold = { kw = "k", cf = "k", dt = "t", dv = "n", bn = "n", fl = "n", cn = "n", ch = "s", st = "s", ss = "s",
  vs = "s", sc = "s", im = "s", co = "c", ["do"] = "c", an = "c", pp = "p", bu = "k", va = "", ot = "", op = "" }
local entity = { amp = "&", lt = "<", gt = ">", quot = '"', ["#39"] = "'" }

local function plain(html) return (html:gsub("&([#%w]+);", entity)) end

local function read_row(row)
  row = row:gsub("^<span id=[^>]*><a [^>]*></a>", ""):gsub("</span>$", "")
  local line, at = {}, 1
  local function add(class, text)
    local last = line[#line]
    if last and last[1] == class then last[2] = last[2] .. text else line[#line + 1] = { class, text } end
  end
  while at <= #row do
    local from, to, class, inner = row:find('<span class="(%w+)">([^<]*)</span>', at)
    if from ~= at then add("", plain(row:sub(at, (from or #row + 1) - 1))) end
    if not from then break end
    add(fold[class] or "", plain(inner))
    at = to + 1
  end
  return line
end

-- For a list of { text, language }: for each its lines; a line is a list of { class, text }.
-- All in one call of the writer, which is several times faster than a call each.
function M.tokens(list)
  local blocks, result, asked = pandoc.List(), {}, {}
  for i, item in ipairs(list) do
    if item.language and item.text ~= "" then
      blocks:insert(pandoc.CodeBlock(item.text, pandoc.Attr("", { item.language })))
      asked[#asked + 1] = i
    end
  end
  local n = 0
  for body in pandoc.write(pandoc.Pandoc(blocks), "html"):gmatch("<code[^>]*>(.-)</code>") do
    n = n + 1
    local lines = {}
    for row in (body .. "\n"):gmatch("([^\n]*)\n") do
      lines[#lines + 1] = body:find("<span id=", 1, true) and read_row(row) or { { "", plain(row) } }
    end
    result[asked[n]] = lines
  end
  for i, item in ipairs(list) do
    if not result[i] then
      result[i] = {}
      for row in (item.text .. "\n"):gmatch("([^\n]*)\n") do table.insert(result[i], { { "", row } }) end
    end
  end
  return result
end

-- Which language a file name asks for.
local by_ending = { c = "c", h = "c", sh = "bash", mk = "makefile", py = "python", lua = "lua", diff = "diff" }
function M.language(file)
  return file == "Makefile" and "makefile" or by_ending[file:match("%.(%w+)$") or ""]
end

return M
