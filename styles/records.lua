-- The records of the proof, figures/SLUG/KIND.record: reads them, finds what is wrong with them, and describes them as
-- tables, which html() and tex() set. A record is `key: value` lines, an empty line, and rows of cells between tabs.
local common = require "common"
local M = {}

local columns = {
  stress = { "program", "expectation", "build", "condition", "met", "of", "remark" },
  detect = { "program", "tool", "verdict", "line" },
  mutate = { "mutant", "program", "line", "change", "caught by", "evidence" },
  explore = { "program", "options", "verdict", "schedules", "failing", "explored", "said" },
  expectations = { "program", "expectation", "detail" },
}
-- What a cell must be; all others are free, and none but the last may be empty.
local number = "^%d+$"
local allowed = {
  condition = { all = "All CPUs", one = "One CPU", load = "Under load" },
  verdict = { reports = "●", silent = "○", ["false alarm"] = "▲", stuck = "■", ["no end"] = "□", ["cannot run"] = "–" },
}
local of_explore = { verdict = { holds = "●", fails = "✗", ["can't say"] = "–" }, explored = { all = true, some = true } }
-- The files that a record must speak of, so that a program that was added later makes it stale.
local covers = { stress = { "^bad", "^good", "^answer", "^check" }, detect = { "^bad", "^good" }, mutate = { "^good", "^check" }, expectations = { "^check" }, explore = {} }
local target = { expectations = "record" }
M.shape = allowed.verdict
local class = { ["false alarm"] = "alarm", ["cannot run"] = "unable", ["no end"] = "endless" } -- of a cell; else the verdict itself
-- What is said below a table of the marks that stand in it.
local meaning = { { "reports", "the tool reports something, and not the same of a program that holds" },
  { "false alarm", "it says this of a program that holds, and so has found nothing elsewhere" }, { "silent", "it says nothing" },
  { "stuck", "the program hangs under it" }, { "no end", "the tool itself comes to no end in time" }, { "cannot run", "it can’t be used on the program" } }

function M.renew(kind, slug) return ("run `make %s C=%s`"):format(target[kind] or kind, slug) end

-- What a chapter's name for a program and its options is as a file: "good weak" is good-weak.
function M.file_name(entry) return (entry:gsub("[^%w_]+", "-")) end

-- Where and when: what stands below whatever was recorded.
function M.stamp(r)
  return ("%s, %s, Linux %s, %s CPUs, %s"):format(r.compiler or "?", r.libc or "?", r.kernel or "?", r.cpus or "?", r.date or "?")
end

-- The record as a table of its keys, `stamp`, `hashes` and `rows`; nil if there is none. `tangled` knows the hash of
-- every program as it is now.
function M.read(slug, kind, tangled)
  local path = ("figures/%s/%s.record"):format(slug, kind)
  local text = common.read(path)
  if not text then return nil end
  local again = M.renew(kind, slug)
  local function fault(line, cause, cure) common.fault(path, line, slug, cause, cure or again) end
  local r, names, n, head = { hashes = {}, rows = {}, left_out = {} }, columns[kind], 0, true
  local allowed = kind == "explore" and of_explore or allowed
  local seen
  for row in text:gsub("\n*$", "\n"):gmatch("([^\n]*)\n") do
    n = n + 1
    if not utf8.len(row) then
      fault(n, "not UTF-8")
      break
    elseif head and row == "" then head = false
    elseif head then
      local file, hash = row:match("^sha256 (%S+): (%x+)$")
      local key, value = row:match("^(%w[%w -]*): ?(.*)$")
      if file then
        r.hashes[file] = hash
        if not tangled[file] then fault(n, ("the record is stale: %s is not tangled any more"):format(file))
        elseif tangled[file] ~= hash then fault(n, ("the record is stale: it is of another %s"):format(file)) end
      elseif key == "left out" then r.left_out[#r.left_out + 1] = value
      elseif key then r[key] = value
      else fault(n, ("no `key: value`: %s"):format(row)) end
    else
      -- What a terminal would obey is shown instead.
      local cells = {}
      for cell in (row .. "\t"):gmatch("([^\t]*)\t") do
        cells[#cells + 1] = cell:gsub("%c", function(c) return ("\\x%02x"):format(c:byte()) end)
      end
      if not seen then
        seen = true
        for i = 1, math.max(#names, #cells) do
          if cells[i] ~= names[i] then
            fault(n, cells[i] and ("unknown column `%s`"):format(cells[i]) or ("no column `%s`"):format(names[i]),
              "the columns are " .. table.concat(names, ", "))
            return r
          end
        end
      else
        local item = { at = n }
        if #cells ~= #names and #cells ~= #names - 1 then fault(n, ("a row of %d cells, not %d"):format(#cells, #names)) end
        for i, name in ipairs(names) do
          local cell = cells[i] or ""
          item[name] = cell
          if cell == "" and i < #names then fault(n, ("a row without a %s"):format(name))
          elseif kind == "detect" and name == "verdict" and cell == "silent" and (cells[i + 1] or ""):match("^no end within") then item[name] = "no end"
          elseif allowed[name] and not allowed[name][cell] then
            fault(n, ("unknown %s `%s`"):format(name, cell), "one of " .. table.concat(common.sorted(allowed[name]), ", "))
          elseif (name == "met" or name == "of" or name == "schedules" or name == "failing" or kind == "mutate" and name == "line") then
            if cell:match(number) then item[name] = math.tointeger(cell) else fault(n, ("the %s is no number: `%s`"):format(name, cell)) end
          end
        end
        if math.type(item.met) and math.type(item.of) and item.met > item.of then fault(n, ("met %d of %d"):format(item.met, item.of)) end
        item.program = item.program:gsub("%.c$", "") .. ".c"
        if item.program ~= ".c" and not tangled[item.program] then fault(n, ("the chapter tangles no %s"):format(item.program)) end
        r.rows[#r.rows + 1] = item
      end
    end
  end
  if not seen then fault(n, "the record has no table") end
  for _, file in ipairs(common.sorted(tangled)) do
    for _, pattern in ipairs(covers[kind]) do
      if file:match(pattern) and file:match("%.c$") and not r.hashes[file] then fault(1, ("the record is stale: it knows nothing of %s"):format(file)) end
    end
  end
  r.stamp = (r.tools and r.tools .. "; " or "") .. M.stamp(r)
  return r
end

-- What kind of thing a tool says: its message without places, numbers, addresses and threads, or the name of the check. Two
-- races are the same only if they are on the same lines of code, which `text_of(file, line)` tells.
local function split_places(line)
  local said, times = line:match("^(.*)( %(%d+ of %d+ runs%))$")
  said = said or line
  local text, first, second = said:match("^(.*) at ([%w_-]+%.[ch]:%d+) and ([%w_-]+%.[ch]:%d+)$")
  if not text then text, first = said:match("^(.*) at ([%w_-]+%.[ch]:%d+)$") end
  return (text or said) .. (times or ""), first, second
end
local function kind_of(line, text_of)
  local text, first, second = split_places(line)
  local check = text:gsub(" %(%d+ of %d+ runs%)$", ""):match("%[[^%] ]*%]$")
  if check then return check end
  local kind = text:gsub(" %(%d+ of %d+ runs%)$", ""):gsub("%(pid=[^)]*%)", ""):gsub("0x%x+", ""):gsub("%d+", ""):gsub("read", ""):gsub("write", ""):gsub("load", ""):gsub("store", "")
  if text:find("race", 1, true) or text:find("^Conflicting") then
    for _, place in ipairs { first, second } do
      local file, n = place:match("^(.*):(%d+)$")
      kind = kind .. "\n" .. text_of(file, tonumber(n))
    end
  end
  return kind
end

-- A tool that says the same of a program that holds has not found the fault: it is a false alarm wherever it stands, unless
-- the suite expects this very report. `held` tells whether the suite has a program hold and do nothing else.
function M.judge(detect, expectations, text_of)
  if not detect then return end
  local held, other, expected = {}, {}, {}
  for _, row in ipairs(expectations and expectations.rows or {}) do
    if row.expectation:lower() == "holds" then held[row.program] = true else other[row.program] = true end
    local tool, text = row.detail:match("^([^:]+): (.*)$")
    if row.expectation:lower() == "reports" and tool then
      expected[row.program] = expected[row.program] or {}
      table.insert(expected[row.program], { tool, text })
    end
  end
  local function holds(program) return common.side(program) == "good" or not common.side(program) and held[program] and not other[program] end
  local function wanted(row)
    for _, e in ipairs(expected[row.program] or {}) do
      if row.tool:find(e[1], 1, true) == 1 and row.line:find(e[2], 1, true) then return true end
    end
  end
  local said = {}
  for _, row in ipairs(detect.rows) do
    if (row.verdict == "reports" or row.verdict == "false alarm") and holds(row.program) then
      row.verdict = "false alarm"
      said[row.tool .. "\t" .. kind_of(row.line, text_of)] = true
    end
  end
  for _, row in ipairs(detect.rows) do
    if row.verdict == "reports" and said[row.tool .. "\t" .. kind_of(row.line, text_of)] and not wanted(row) then row.verdict = "false alarm" end
  end
end

------------------------------------------------------------------------------------------ what the tables tell

-- A text is a list of strings and of { code = }, { strong = }, { program = FILE }, { to = slug#id, ... }, { verdict = } and
-- { br = true }; a table has an id, a number, a caption, a head, rows, notes below, a list below that, and a stamp.

-- Values in the order in which they come first.
local function distinct(rows, key)
  local list, known = {}, {}
  for _, row in ipairs(rows) do
    local value = type(key) == "function" and key(row) or row[key]
    if not known[value] then
      known[value] = true
      list[#list + 1] = value
    end
  end
  return list
end
local function where(rows, want)
  local list = {}
  for _, row in ipairs(rows) do
    local fits = true
    for key, value in pairs(want) do fits = fits and row[key] == value end
    if fits then list[#list + 1] = row end
  end
  return list
end
local function joined(list, glue)
  local text = {}
  for i, x in ipairs(list) do
    if i > 1 then text[#text + 1] = glue or ", " end
    text[#text + 1] = x
  end
  return text
end
local function sum(rows)
  local met, of = 0, 0
  for _, row in ipairs(rows) do met, of = met + row.met, of + row.of end
  return met, of
end
local function rate(met, of) return of == 0 and "not run" or ("%s of %s"):format(common.grouped(met), common.grouped(of)) end

-- Rows by program, and otherwise as they were recorded.
local function by_program(rows)
  local list, at = {}, {}
  for i, row in ipairs(rows) do list[i], at[row] = row, i end
  table.sort(list, function(a, b)
    if a.program == b.program then return at[a] < at[b] end
    return common.in_order(a.program, b.program)
  end)
  return list
end

local function programs_of(list)
  local out = {}
  for i, file in ipairs(list) do out[i] = { program = file } end
  return joined(out)
end
-- A sentence tells of what was as it should be in each run: how often, with which builds, under which conditions; notes tell
-- which rows were run another number of times, or not everywhere. Rows that were missed stand in a table; the page has all.
function M.stress(r)
  local t = { kind = "stress", head = { { "Program" } }, widths = { .37, .21, .21, .21 }, rows = {}, all = {}, notes = {}, stamp = r.stamp, command = r.command }
  local conditions, place = { "all", "one", "load" }, { all = "on all CPUs", one = "on one CPU", load = "under load" }
  for i, condition in ipairs(conditions) do t.head[i + 1] = { allowed.condition[condition] } end
  local often, n = {}, 0
  for _, row in ipairs(r.rows) do
    if row.of > 0 then
      often[row.of] = (often[row.of] or 0) + 1
      if often[row.of] > (often[n] or 0) or often[row.of] == often[n] and row.of > n then n = row.of end
    end
  end
  local sets, of_set, other, skipped, met_of_all = {}, {}, {}, {}, 0
  local function under(list, key, x)
    list[key] = list[key] or {}
    list[key][x] = true
  end
  for _, key in ipairs(distinct(by_program(r.rows), function(row) return row.program .. "\t" .. row.expectation end)) do
    local program, expectation = key:match("^(.-)\t(.*)$")
    local own = where(r.rows, { program = program, expectation = expectation })
    local row = { head = { { program = program }, { br = true }, expectation }, cells = {} }
    local as_expected, times = true, {}
    for i, condition in ipairs(conditions) do
      local runs, missed = where(own, { condition = condition }), {}
      for _, run in ipairs(runs) do
        if run.met < run.of then missed[#missed + 1] = ("%s: %s"):format(run.build, rate(run.met, run.of)) end
        if run.of == 0 then under(skipped, ("not run %s: %s"):format(place[condition], run.remark), program) end
        if run.of > 0 and run.of ~= n then times[run.of] = true end
      end
      as_expected = as_expected and #missed == 0
      row.cells[i] = #missed > 0 and joined(missed, { br = true }) or { rate(sum(runs)) }
    end
    t.all[#t.all + 1] = row
    if as_expected then met_of_all = met_of_all + select(2, sum(own)) else t.rows[#t.rows + 1] = row end
    for of in pairs(times) do under(other, of, key) end
    local builds = table.concat(distinct(own, "build"), ", ")
    if not of_set[builds] then sets[#sets + 1] = builds end
    under(of_set, builds, program)
  end
  local met = #t.all - #t.rows
  if met == 0 then t.caption = { "How often each program did what its suite expects of it." }
  else
    t.caption = { ("Always as the suite expects it: %s, each %s with each build on all CPUs, on one, and under load; %s %s.%s"):format(
      #t.rows > 0 and ("%d of %d rows"):format(met, #t.all) or #t.all == 1 and "one row" or ("all %d rows"):format(#t.all),
      n == 1 and "once" or common.grouped(n) .. " times", common.grouped(met_of_all), met_of_all == 1 and "run" or "runs",
      #t.rows == 0 and "" or #t.rows == 1 and " The other:" or " The others:") }
  end
  local function note(parts, ending)
    parts[#parts + 1] = ending
    t.notes[#t.notes + 1] = parts
  end
  local function programs(list)
    local out = {}
    for i, file in ipairs(common.sorted(list, common.in_order)) do out[i] = { program = file } end
    return joined(out)
  end
  local size = {}
  for i, builds in ipairs(sets) do size[builds] = #common.sorted(of_set[builds]) * 100 - i end
  table.sort(sets, function(a, b) return size[a] > size[b] end)
  local builds = { "Builds: ", sets[1] }
  for i = 2, #sets do
    builds[#builds + 1] = "; "
    for _, x in ipairs(programs(of_set[sets[i]])) do builds[#builds + 1] = x end
    builds[#builds + 1] = ": " .. sets[i]
  end
  note(builds, ".")
  for _, of in ipairs(common.sorted(other)) do
    local list = {}
    for i, key in ipairs(common.sorted(other[of], common.in_order)) do
      local program, expectation = key:match("^(.-)\t(.*)$")
      if i > 1 then list[#list + 1] = "; " end
      list[#list + 1] = { program = program }
      list[#list + 1] = " " .. expectation
    end
    table.insert(list, 1, of == 1 and "Once: " or common.grouped(of) .. " times: ")
    note(list, ".")
  end
  for _, why in ipairs(common.sorted(skipped)) do note(programs(skipped[why]), ": " .. why .. ".") end
  return t
end

-- The marks that stand in a table, and what they mean.
local function legend(t)
  local used, text = {}, {}
  for _, row in ipairs(t.rows) do
    for _, cell in ipairs(row.cells or {}) do used[cell[1].verdict or ""] = true end
  end
  for _, m in ipairs(meaning) do
    if used[m[1]] then
      if #text > 0 then text[#text + 1] = "; " end
      text[#text + 1] = { mark = m[1] }
      text[#text + 1] = ": " .. m[2]
    end
  end
  if #text > 0 then text[#text + 1] = "." end
  return text
end

-- Who says nothing of anything, or can't run, has no row, and whom nobody says anything of has no column.
function M.detect(r)
  local programs, tools, silent, unable, quiet = distinct(by_program(r.rows), "program"), {}, {}, {}, {}
  for _, tool in ipairs(distinct(r.rows, "tool")) do
    local own = where(r.rows, { tool = tool })
    local verdicts, lines = distinct(own, "verdict"), distinct(own, "line")
    local alike = #own == #programs and #verdicts == 1 and #lines == 1
    if alike and verdicts[1] == "silent" then silent[#silent + 1] = tool
    elseif alike and verdicts[1] == "cannot run" then unable[#unable + 1] = { { strong = tool }, " can run on none of them: ", { code = lines[1] }, "." }
    else tools[#tools + 1] = tool end
  end
  for i = #tools > 0 and #programs or 0, 1, -1 do
    local all = true
    for _, tool in ipairs(tools) do
      local found = where(r.rows, { tool = tool, program = programs[i] })
      all = all and found[1] and found[1].verdict == "silent"
    end
    if all then table.insert(quiet, 1, table.remove(programs, i)) end
  end
  if #programs == 0 then tools = {} end
  local t = { kind = "detect", caption = { #tools > 0 and "What each detector says of each program." or "No detector says anything of any program." }, head = { { "Tool" } }, widths = { .22 },
    rows = {}, notes = {}, list = {}, stamp = r.stamp, command = r.command }
  for i, program in ipairs(programs) do t.head[i + 1], t.widths[i + 1] = { { program = program } }, .78 / #programs end
  for _, tool in ipairs(tools) do
    local row = { head = { tool }, cells = {} }
    for i, program in ipairs(programs) do
      local found = where(r.rows, { tool = tool, program = program })
      row.cells[i] = found[1] and { { verdict = found[1].verdict } } or { "not tried" }
    end
    t.rows[#t.rows + 1] = row
  end
  if #tools > 0 then t.notes[1] = legend(t) end
  if #silent > 0 then t.notes[#t.notes + 1] = { "Silent about every program: ", table.concat(silent, ", "), "." } end
  if #quiet > 0 then
    local note = programs_of(quiet)
    table.insert(note, 1, "No tool says anything of ")
    note[#note + 1] = "."
    t.notes[#t.notes + 1] = note
  end
  for _, note in ipairs(unable) do t.notes[#t.notes + 1] = note end
  -- What several tools say alike, or one of several programs, is told once, with all the places.
  local items, of = {}, {}
  for _, tool in ipairs(tools) do
    local here, order = {}, {}
    for _, row in ipairs(by_program(where(r.rows, { tool = tool }))) do
      local text, first, second = split_places(row.line)
      local key = text:gsub("%d+", "0")
      if row.line ~= "" and row.verdict ~= "silent" then
        if not here[key] then
          here[key] = { tools = { tool }, line = text, about = {} }
          order[#order + 1] = key
        end
        table.insert(here[key].about, first and first .. (second and second ~= first and ", " .. second:match("%d+$") or "") or row.program)
      end
    end
    for _, key in ipairs(order) do
      local item = here[key]
      local alike = key .. "\n" .. table.concat(item.about, " ")
      if of[alike] then table.insert(of[alike].tools, tool)
      else
        of[alike] = item
        items[#items + 1] = item
      end
    end
  end
  for i, item in ipairs(items) do
    t.list[i] = { { strong = table.concat(item.tools, ", ") }, ", " .. table.concat(item.about, ", ") .. ": ", { code = item.line } }
  end
  return t
end

-- How many of a record's mutants were caught, did not compile, and survive.
function M.mutants(r)
  local n = { mutants = #r.rows, caught = 0, not_compiled = 0, survive = 0 }
  for _, row in ipairs(r.rows) do
    local what = row["caught by"] == "nobody" and "survive" or row["caught by"] == "does not compile" and "not_compiled" or "caught"
    n[what] = n[what] + 1
  end
  return n
end

-- What is told of a mutant is short: no place in the chapter's source, and no more than a line.
local function brief(evidence)
  evidence = evidence:gsub("chapters/[^%s:]+%.nw:%d+: ", "")
  if utf8.len(evidence) <= 100 then return evidence end
  return evidence:sub(1, utf8.offset(evidence, 100) - 1):gsub("%s+%S*$", "") .. " …"
end
-- Where a mutant is, and what it changes. `place` tells the woven line of a line of a program, as slug#id, and its chunk for
-- the print; or nothing.
function M.change(row, place)
  local at = ("%s:%d"):format(row.program, row.line)
  local to, tex_to = place(row.program, row.line)
  return to and { to = to, tex_to = tex_to, at } or at, { code = row.change }
end

-- A sentence counts the mutants and who caught them; the survivors are told by their boxes, and all of them by the page.
function M.mutate(r, slug, place)
  local n = M.mutants(r)
  local by, classes = {}, {}
  for _, row in ipairs(r.rows) do
    local who = row["caught by"]
    if who ~= "nobody" and who ~= "does not compile" then by[who] = (by[who] or 0) + 1 end
  end
  for i, who in ipairs(common.sorted(by, function(a, b)
    if by[a] == by[b] then return a < b end
    return by[a] > by[b]
  end)) do
    classes[i] = ("%d by %s%s"):format(by[who], (who == "suite" or who:find("^interleaver")) and "the " or "", who)
  end
  local said = { ("%d %s: %d caught%s"):format(n.mutants, n.mutants == 1 and "mutant" or "mutants", n.caught, #classes > 0 and " (" .. table.concat(classes, ", ") .. ")" or "") }
  if n.not_compiled > 0 then said[#said + 1] = ("%d %s not compile"):format(n.not_compiled, n.not_compiled == 1 and "does" or "do") end
  said[#said + 1] = n.survive == 0 and "none survives" or n.survive == 1 and "1 survives, explained below"
    or ("%d survive, %s explained below"):format(n.survive, n.survive == 2 and "both" or "all")
  local t = { kind = "mutate", caption = { table.concat(said, ", ") .. "." }, head = { { "Change" }, { "Caught by" } }, widths = { .5, .5 },
    rows = {}, all = {}, notes = {}, stamp = r.stamp, command = r.command }
  local of, whys = {}, {}
  for _, what in ipairs(r.left_out) do
    local program, why = what:match("^([%w_-]+): (.*)$")
    program, why = program or what, why or ""
    if not of[why] then whys[#whys + 1] = why end
    of[why] = (of[why] and of[why] .. ", " or "") .. program
  end
  for i, why in ipairs(whys) do t.notes[i] = { "Left out: " .. of[why] .. (why ~= "" and ": " or "") .. why .. "." } end
  for i, row in ipairs(r.rows) do
    local at, change = M.change(row, place)
    local survives = row["caught by"] == "nobody"
    local cell = { survives and { to = slug .. "#" .. row.mutant, "nobody: why it may live" } or row["caught by"] }
    if row.evidence ~= "" then
      cell[2], cell[3] = { br = true }, { code = brief(row.evidence) }
    end
    t.all[i] = { id = survives and "mutant-" .. row.mutant or nil, head = { at, { br = true }, change }, cells = { cell } }
  end
  return t
end

-- What the interleaver found. A program that it can't take is there as well, and why.
local function words_of(row)
  local said = row.said:gsub("^[%a' ]+: ", "", 1)
  if row.verdict == "fails" then said = said:gsub("^in schedule %d+ of %d+[^:]*: ", "", 1) end
  return said
end
function M.explore(r)
  local t = { kind = "explore", caption = { "What the interleaver says of each program: of all orders of its threads’ steps, not of some runs." },
    head = { { "Program" }, { "Schedules" }, { "Verdict" } }, widths = { .22, .2, .58 }, rows = {}, notes = {}, stamp = r.stamp, command = r.command }
  for i, row in ipairs(by_program(r.rows)) do
    local n, head = common.grouped(row.schedules), { { program = row.program } }
    if row.options ~= "-" then head[2], head[3] = { br = true }, { code = row.options } end
    local of = n
    if row.verdict == "can't say" and row.explored ~= "all" then of = row.schedules > 1 and n .. ", not all" or "–"
    elseif row.verdict == "fails" then of = row.failing == row.schedules and (row.schedules == 1 and "it fails" or ("all %s fail"):format(n)) or ("%s of %s fail"):format(common.grouped(row.failing), n)
    elseif row.explored == "all" then of = "all " .. n .. " hold" end
    if row.verdict == "fails" and row.explored ~= "all" then of = of .. "; there are more" end
    local what = row.verdict == "holds" and {} or { ": ", { code = words_of(row) } }
    local assumed = row.verdict == "holds" and row.said:match("; (.*)%)$")
    if assumed then what = { "; " .. assumed } end
    t.rows[i] = { head = head, cells = { { of }, { { strong = row.verdict }, table.unpack(what) } } }
  end
  return t
end

-- What all detectors say of all pitfalls, from the records of the corpus; nil if none was tried.
function M.detectors(pitfalls)
  local verdicts = {}
  for _, p in ipairs(pitfalls) do
    for _, program in ipairs(p.programs) do
      for _, v in ipairs(program.verdicts or {}) do verdicts[#verdicts + 1] = v end
    end
  end
  if #verdicts == 0 then return nil end
  local tools = distinct(verdicts, "tool")
  local t = { kind = "detectors", caption = { "What each detector says of each program." }, head = { { "Program" } }, rows = {}, notes = {} }
  for i, tool in ipairs(tools) do t.head[i + 1] = { tool } end
  for _, p in ipairs(pitfalls) do
    local first = true
    for _, program in ipairs(p.programs) do
      if program.verdicts then
        if first then t.rows[#t.rows + 1] = { group = { { to = p.slug .. "#", p.number .. " " .. p.title } } } end
        first = false
        local row = { head = { { program = program.file } }, cells = {} }
        for i, tool in ipairs(tools) do
          local found = where(program.verdicts, { tool = tool })
          row.cells[i] = found[1] and { { verdict = found[1].verdict } } or { "not tried" }
        end
        t.rows[#t.rows + 1] = row
      end
    end
  end
  t.lead = legend(t)
  return t
end

-------------------------------------------------------------------------------------------------------- the web

local esc, tesc = common.text, common.tex
local function html_text(text)
  local out = {}
  for i, x in ipairs(text) do
    if type(x) == "string" then out[i] = esc(x)
    elseif x.code then out[i] = "<code>" .. esc(x.code) .. "</code>"
    elseif x.strong then out[i] = "<b>" .. esc(x.strong) .. "</b>"
    elseif x.program then out[i] = common.sided_html(x.program)
    elseif x.to then out[i] = ('<a href="ref:%s">%s</a>'):format(common.html(x.to), html_text(x))
    elseif x.mark then out[i] = ('<span class="%s">%s</span>'):format(class[x.mark] or x.mark, x.mark)
    elseif x.verdict then out[i] = x.verdict -- its shape comes from the style sheet, by the class of the cell
    else out[i] = "<br />" end
  end
  return table.concat(out)
end

M.html_text = html_text

local function html_table(add, t, label, caption)
  add('<div class="scroll" tabindex="0" role="region" aria-label="%s"><table class="%s">%s<thead><tr>', label, t.kind, caption)
  for _, cell in ipairs(t.head) do add('<th scope="col">%s</th>', html_text(cell)) end
  add("</tr></thead><tbody>")
  local grouped
  for _, row in ipairs(t.rows) do
    if row.group then
      add('%s<tr><th scope="rowgroup" colspan="%d">%s</th></tr>', grouped and "</tbody><tbody>" or "", #t.head, html_text(row.group))
      grouped = true
    else
      add('<tr%s><th scope="row">%s</th>', row.id and (' id="%s"'):format(row.id) or "", html_text(row.head))
      for _, cell in ipairs(row.cells) do add("<td%s>%s</td>", cell[1].verdict and (' class="%s"'):format(class[cell[1].verdict] or cell[1].verdict) or "", html_text(cell)) end
      add("</tr>\n")
    end
  end
  add("</tbody></table></div>")
end

function M.html(t)
  local out = {}
  local function add(...) out[#out + 1] = string.format(...) end
  local label = t.number and "Table " .. t.number or "Detectors"
  local caption = (t.number and ('<span class="label">%s</span> '):format(label) or "") .. html_text(t.caption)
  add('<figure class="tablefigure record"%s>', t.id and (' id="%s"'):format(t.id) or "")
  if t.lead then add('<p class="below">%s</p>', html_text(t.lead)) end
  if #t.rows > 0 then html_table(add, t, label, ("<caption><span>%s</span></caption>"):format(caption)) else add("<figcaption>%s</figcaption>", caption) end
  for _, note in ipairs(t.notes) do add('<p class="below">%s</p>', html_text(note)) end
  -- All of it, for who wants to look: not in the e-book, where nothing folds.
  if t.all then
    out[#out + 1] = '<!--web--><details class="below"><summary>' .. (t.kind == "mutate" and "All mutants" or "All rows") .. '</summary>'
    html_table(add, { kind = t.kind, head = t.full_head or t.head, rows = t.all }, "All rows of " .. label, "")
    out[#out + 1] = "</details><!--/web-->"
  end
  if t.list and #t.list > 0 then
    add('<ul class="below">')
    for _, item in ipairs(t.list) do add("<li>%s</li>\n", html_text(item)) end
    add("</ul>")
  end
  if t.stamp then add('<p class="stamp">%s%s</p>', esc(t.stamp), t.command and "; <code>" .. esc(t.command) .. "</code>" or "") end
  add("</figure>")
  return table.concat(out)
end
------------------------------------------------------------------------------------------------------ the print

-- Code of any kind and length: it may break after a sign of punctuation, and anywhere in what goes on for long.
local function tex_code(s)
  local out, run = {}, 0
  for c, after in s:gmatch("([%z\1-\127\194-\244][\128-\191]*)()") do
    run = run + 1
    if c == " " then out[#out + 1] = "\\ "
    elseif c == "`" or c == "'" or c == '"' then out[#out + 1] = ("\\char%d{}"):format(c:byte())
    elseif #c == 4 then out[#out + 1] = ("U+%X"):format(utf8.codepoint(c)) -- no face of the book has these
    else out[#out + 1] = tesc(c) end
    local ends = c:match("^%p$") and s:match("^[%w%s]", after)
    if ends or run > 16 then out[#out + 1] = "\\NwBreak{}" end
    if ends or run > 16 or c == " " then run = 0 end
  end
  return "\\NwCode{" .. table.concat(out) .. "}"
end
M.tex_code = tex_code

local function tex_text(text)
  local out = {}
  for i, x in ipairs(text) do
    if type(x) == "string" then out[i] = tesc(x)
    elseif x.code then out[i] = tex_code(x.code)
    elseif x.strong then out[i] = ("{\\bfseries %s}"):format(tesc(x.strong))
    elseif x.program then out[i] = common.sided_tex(x.program)
    elseif x.to then out[i] = ("\\NwLink{%s}{%s}"):format(x.tex_to or x.to, tex_text(x))
    elseif x.verdict or x.mark then out[i] = ("\\NwVerdict{%s}{%s}"):format(M.shape[x.verdict or x.mark], x.verdict or x.mark)
    else out[i] = "\\newline " end
  end
  return table.concat(out)
end

M.tex_text = tex_text

-- A wide matrix has a narrow column for each program or tool: its heads stand upright and its cells are signs.
function M.tex(t, slug)
  local out, matrix = {}, t.kind == "detectors" or t.kind == "detect" and #t.head > 7
  local function add(...) out[#out + 1] = string.format(...) end
  local n = #t.head
  add("\\begin{NwRecord}")
  if t.number then add("\\NwTableCaption{%s#%s}{%s}{%s}\n", slug, t.id, t.number, tex_text(t.caption)) end
  if t.lead then add("%s An empty cell: not tried.\\par\n", tex_text(t.lead)) end
  local form, heads = {}, {}
  for i = 1, n do
    form[i] = matrix and (i == 1 and "p{.26\\textwidth}" or "c") or ("p{\\dimexpr %.3f\\textwidth-%.3f\\tabcolsep\\relax}"):format(t.widths[i], 2 * (n - 1) / n)
    heads[i] = (matrix and i > 1 and "\\NwUpright{%s}" or "{\\bfseries %s}"):format(tex_text(t.head[i]))
  end
  if n > 1 and #t.rows > 0 then
  add("\\begin{longtable}{@{}%s@{}}\n\\toprule\n%s\\\\\n\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n", ">{\\NwCell}" .. table.concat(form, ">{\\NwCell}"), table.concat(heads, " & "))
  for _, row in ipairs(t.rows) do
    if row.group then add("\\multicolumn{%d}{@{}l@{}}{\\bfseries %s}\\\\*\n", n, tex_text(row.group))
    else
      add("%s%s", row.id and ("\\NwTarget{%s#%s}"):format(slug, row.id) or "", tex_text(row.head))
      for _, cell in ipairs(row.cells) do
        add(" & %s", matrix and (cell[1].verdict and M.shape[cell[1].verdict] or "") or tex_text(cell))
      end
      add(matrix and "\\\\\n" or "\\\\\\addlinespace[2.5pt]\n")
    end
  end
  add("\\end{longtable}\n")
  end
  for _, note in ipairs(t.notes) do add("\\NwBelow{%s}\n", tex_text(note)) end
  for _, item in ipairs(t.list or {}) do add("\\NwBelow{%s}\n", tex_text(item)) end
  if t.stamp then add("\\NwBelow{\\NwInk{grey}{%s%s}}\n", tesc(t.stamp), t.command and "; " .. tex_code(t.command) or "") end
  add("\\end{NwRecord}\n")
  return table.concat(out)
end

return M
