-- What the press's Lua programs share: reading and writing tables and files, escaping, faults.
local M = {}

function M.read(path)
  local f, why = io.open(path, "rb")
  if not f then return nil, why end
  local text = f:read("a")
  f:close()
  return text
end

-- Written beside its place and renamed into it: a killed build leaves no half file.
function M.write(path, text)
  local f = assert(io.open(path .. ".new", "wb"))
  assert(f:write(text))
  assert(f:close())
  assert(os.rename(path .. ".new", path))
end

-- Writes only what differs, so that what depends on it stays up to date.
function M.write_if_new(path, text)
  if M.read(path) == text then return false end
  M.write(path, text)
  return true
end

-- A table as Lua source with its keys in order: the same table is the same bytes.
local function source(v, out)
  if type(v) == "table" then
    out[#out + 1] = "{"
    for i, x in ipairs(v) do source(x, out); out[#out + 1] = "," end
    local keys = {}
    for k in pairs(v) do
      if not (math.type(k) == "integer" and k >= 1 and k <= #v) then keys[#keys + 1] = k end
    end
    table.sort(keys, function(a, b) return tostring(a) < tostring(b) end)
    for _, k in ipairs(keys) do
      out[#out + 1] = ("[%s]="):format(type(k) == "string" and ("%q"):format(k) or tostring(k))
      source(v[k], out)
      out[#out + 1] = ","
    end
    out[#out + 1] = "}\n"
  elseif type(v) == "string" then out[#out + 1] = ("%q"):format(v)
  else out[#out + 1] = tostring(v) end
end

function M.dump(v)
  local out = { "return " }
  source(v, out)
  return table.concat(out)
end

function M.load(path) return assert(loadfile(path, "t", {}))() end

function M.sorted(t, less)
  local keys = {}
  for k in pairs(t) do keys[#keys + 1] = k end
  table.sort(keys, less)
  return keys
end

local entity = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }
function M.html(s) return (s:gsub('[&<>"]', entity)) end
function M.text(s) return (s:gsub("[&<>]", entity)) end -- between tags, quotes are only weight

local macro = { ["\\"] = "\\textbackslash{}", ["{"] = "\\{", ["}"] = "\\}", ["$"] = "\\$", ["&"] = "\\&",
  ["#"] = "\\#", ["^"] = "\\textasciicircum{}", ["_"] = "\\_", ["~"] = "\\textasciitilde{}", ["%"] = "\\%" }
function M.tex(s) return (s:gsub("[\\{}$&#^_~%%]", macro)) end

-- A phrase as an anchor: "take both locks" gives take-both-locks.
function M.slug(s)
  s = s:lower():gsub("[^%w]+", "-"):gsub("^%-+", ""):gsub("%-+$", "")
  return s == "" and "x" or s
end

-- `code` in a metadata phrase becomes code; everything else is text.
function M.phrase_html(s)
  return (M.html(s):gsub("`([^`]+)`", "<code>%1</code>"))
end
function M.phrase_tex(s)
  return (M.tex(s):gsub("`([^`]+)`", "\\texttt{%1}"))
end

-- A program's side is told by its name: bad*, good*, or neither. Both editions mark it by sign, word and colour.
local sign = { bad = "✗", good = "✓" }
function M.side(file) return file:match("^bad") or file:match("^good") end
function M.sided_html(file)
  local side = M.side(file)
  return side and ('<span class="side-%s"><span class="mark">%s</span> %s</span>'):format(side, sign[side], M.html(file)) or M.html(file)
end
function M.sided_tex(file) return ("\\NwProg{%s}{%s}"):format(M.side(file) or "none", M.tex(file)) end

-- Programs in the order in which a chapter tells them: bad, good, others, answers.
function M.in_order(a, b)
  local function rank(file) return (file:match("^bad") and "1" or file:match("^good") and "2" or file:match("^answer") and "4" or "3") .. file:gsub("%.%w+$", "") end
  return rank(a) < rank(b)
end

-- 4000 as 4,000.
function M.grouped(n)
  local s, more = tostring(math.tointeger(n) or n), 1
  while more > 0 do s, more = s:gsub("^(%d+)(%d%d%d)", "%1,%2") end
  return s
end

-- A string as JSON, in ASCII.
function M.json(s)
  local text = s:gsub('[%c"\\]', function(c) return ("\\u%04x"):format(c:byte()) end)
  return '"' .. text:gsub("[\194-\244][\128-\191]+", function(c)
    local n = utf8.codepoint(c)
    if n < 0x10000 then return ("\\u%04x"):format(n) end
    n = n - 0x10000
    return ("\\u%04x\\u%04x"):format(0xD800 + (n >> 10), 0xDC00 + (n & 0x3FF))
  end) .. '"'
end

-- JSON as Lua values; null is nil. For files that we write ourselves: what is no JSON is an error.
local escape = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }
function M.from_json(text)
  local value
  local function string_at(at)
    local from = at + 1
    local to = from
    while text:sub(to, to) ~= '"' do to = assert(text:find('["\\]', to), "a string without end") + (text:match('^[^"\\]*\\', to) and 2 or 0) end
    local s = text:sub(from, to - 1):gsub("\\u(%x%x%x%x)", function(x) return utf8.char(tonumber(x, 16)) end)
    return s:gsub("\\(.)", function(c) return escape[c] or c end), to + 1
  end
  local function list_at(at, close, item)
    at = text:match("^[%s,]*()", at + 1)
    while text:sub(at, at) ~= close do at = text:match("^[%s,]*()", item(at)) end
    return at + 1
  end
  function value(at)
    at = text:match("^%s*()", at)
    local c, result = text:sub(at, at), nil
    if c == '"' then return string_at(at) end
    if c == "{" then
      result = {}
      return result, list_at(at, "}", function(i)
        local key, after = string_at(i)
        result[key], after = value(assert(text:match("^%s*:()", after), "no colon"))
        return after
      end)
    elseif c == "[" then
      result = {}
      return result, list_at(at, "]", function(i)
        local x, after = value(i)
        result[#result + 1] = x
        return after
      end)
    end
    local word, after = text:match("^([%w.+-]+)()", at)
    assert(word, "no JSON")
    if word == "true" then result = true elseif word == "false" then result = false elseif word ~= "null" then result = math.tointeger(word) or tonumber(word) end
    return result, after
  end
  return (value(1))
end

-- Faults are collected, so that one run tells them all, one line each, and then end the program.
local faults = {}
function M.fault(file, line, chapter, cause, cure)
  faults[#faults + 1] = ("%s:%s: %s: %s; %s"):format(file, line or 1, chapter, cause, cure)
end
function M.end_if_faults()
  if #faults == 0 then return end
  local seen = {}
  for _, f in ipairs(faults) do
    if not seen[f] then io.stderr:write(f, "\n") end
    seen[f] = true
  end
  os.exit(3) -- the number says that all has been told
end

return M
