-- Code as tokens: pandoc's own highlighter, read back line by line, so that both the page and the print
-- are made from one colouring and identifiers can become links.
local M = {}

-- pandoc's classes, folded into the few that the book colours.
local fold = { kw = "k", cf = "k", dt = "t", dv = "n", bn = "n", fl = "n", cn = "n", ch = "s", st = "s", ss = "s",
  vs = "s", sc = "s", im = "s", co = "c", ["do"] = "c", an = "c", pp = "p", bu = "k", va = "", ot = "", op = "" }
local entity = { amp = "&", lt = "<", gt = ">", quot = '"', ["#39"] = "'" }

local function plain(html) return (html:gsub("&([#%w]+);", entity)) end

-- A list of lines; a line is a list of { class, text }.
function M.tokens(text, language)
  local lines = {}
  if language then
    local doc = pandoc.Pandoc { pandoc.CodeBlock(text, pandoc.Attr("", { language })) }
    local body = pandoc.write(doc, "html"):match("<code[^>]*>(.*)</code>")
    if body and body:find("<span id=", 1, true) then
      for row in (body .. "\n"):gmatch("([^\n]*)\n") do
        row = row:gsub("^<span id=[^>]*><a [^>]*></a>", ""):gsub("</span>$", "")
        local line, at = {}, 1
        while at <= #row do
          local from, to, class, inner = row:find('<span class="(%w+)">([^<]*)</span>', at)
          if from ~= at then
            line[#line + 1] = { "", plain(row:sub(at, (from or #row + 1) - 1)) }
          end
          if not from then break end
          line[#line + 1] = { fold[class] or "", plain(inner) }
          at = to + 1
        end
        lines[#lines + 1] = line
      end
      return lines
    end
  end
  for row in (text .. "\n"):gmatch("([^\n]*)\n") do lines[#lines + 1] = { { "", row } } end
  return lines
end

-- Which language a file name asks for.
local by_ending = { c = "c", h = "c", sh = "bash", mk = "makefile", py = "python", lua = "lua", diff = "diff" }
function M.language(file)
  return file == "Makefile" and "makefile" or by_ending[file:match("%.(%w+)$") or ""]
end

return M
