-- One schedule of a program, figures/SLUG/NAME.trace.json, as a figure: a lane for each thread, time downwards. Describes
-- it as rows, which html() and tex() set. A program's graph of states is told in words; the page's script plays it.
local common, records = require "common", require "records"
local M = {}

-- A step in words, by what the interleaver calls it. Texts are those of records.lua.
local says = {
  read = { "reads ", 1, " → ", 2 }, write = { "writes ", 1, " = ", 2 }, rmw = { "changes ", 1, " = ", 2 }, cas = { "changes ", 1, " = ", 2 },
  fence = { "fence" }, create = { "creates a thread" }, join = { "joins" }, detach = { "detaches" }, exit = { "ends" }, ["return"] = { "returns ", 2 },
  lock = { "locks ", 1 }, trylock = { "tries to lock ", 1 }, unlock = { "unlocks ", 1 }, rdlock = { "locks ", 1, " to read" },
  wrlock = { "locks ", 1, " to write" }, tryrdlock = { "tries to lock ", 1, " to read" }, trywrlock = { "tries to lock ", 1, " to write" },
  rwunlock = { "unlocks ", 1 }, wait = { "waits for ", 1 }, wake = { "wakes up from ", 1 }, signal = { "signals ", 1 },
  broadcast = { "broadcasts ", 1 }, barrier = { "waits at ", 1 }, pass = { "passes ", 1 }, sem_wait = { "takes one of ", 1 },
  sem_trywait = { "tries to take one of ", 1 }, sem_post = { "gives one to ", 1 }, alloc = { "allocates ", 1 }, free = { "frees ", 1 },
}
local function words_of(step)
  local words, out = says[step.op], {}
  if step.op == "barrier" and step.note == "opens it" then words = { "opens ", 1 } end
  if step.op == "cas" and step.note == "fails" then words = { "finds ", 1, " = ", 2, ", and changes nothing" } end
  if step.op == "manage" and step.object ~= "" then words = { (step.text or ""):match("^init") and "sets up " or "destroys ", 1 } end
  if not words then return { step.text or ("%s %s"):format(step.op, step.object) } end
  for i, x in ipairs(words) do
    if x == 1 then out[i] = step.object ~= "" and { code = step.object } or "it"
    elseif x ~= 2 then out[i] = words[i + 1] == 2 and step.value == "" and "" or x
    else out[i] = step.value end
  end
  local note = step.note or ""
  if step.op == "create" and note ~= "" then out = { "creates" } end
  if note ~= "" and note ~= "opens it" and not (step.op == "cas" and note == "fails") then
    out[#out + 1] = ((step.op == "create" or step.op == "join" or step.op == "manage") and " " or ", ") .. note
  end
  return out
end
local function plain(text)
  local out = {}
  for i, x in ipairs(text) do out[i] = type(x) == "string" and x or x.code end
  return table.concat(out)
end

-- After these a thread does nothing until its next step, because it can't.
local function waits_after(step) return step.op == "wait" or step.op == "barrier" and step.note ~= "opens it" end

-- The schedule as { threads, values, rows, bad or good }. A row is a step, or a few that are folded because only their
-- thread can see them or because the figure shows others, or `stuck`, what a thread waits for at the end:
-- { n, to, text = { [lane] = }, line, to_line, tex_line, lanes, values, changed }.
-- shown(step, thread's name): whether the figure shows it; values: the variables to be shown; place: as for records.mutate.
function M.describe(trace, shown, values, place)
  local t = { threads = {}, values = values or {}, rows = {}, program = trace.program }
  local lane_of, first, last, waiting, now = {}, {}, {}, {}, {}
  for i, thread in ipairs(trace.threads) do t.threads[i], lane_of[thread.id] = thread.name, i end
  for i, step in ipairs(trace.steps) do
    local lane = lane_of[step.thread]
    first[lane], last[lane] = first[lane] or i, i
  end
  -- Who waits at the end does so in rows of its own.
  for _, w in ipairs(trace.waiting or {}) do last[lane_of[w.thread]] = #trace.steps + 1 end
  if not values then
    local names = common.sorted(trace.start or {})
    if #names <= 3 then t.values = names end
  end
  for _, name in ipairs(t.values) do now[name] = (trace.start or {})[name] or "" end
  local row
  for i, step in ipairs(trace.steps) do
    local lane = lane_of[step.thread]
    local folds = not shown(step, t.threads[lane]) and "outside" or step.private and "private" or nil
    if not folds or not row or row.folds ~= folds or folds == "private" and row.lane ~= lane then
      row = { n = step.n, folds = folds, lane = lane, own = {}, changed = {}, text = {} }
      t.rows[#t.rows + 1] = row
    end
    row.to, row.own[lane] = step.n, (row.own[lane] or 0) + 1
    for _, name in ipairs(t.values) do
      local value = (step.set or {})[name]
      if value then now[name], row.changed[name] = value, true end
    end
    waiting[lane] = waits_after(step)
    row.lanes, row.values = {}, {}
    for k = 1, #t.threads do
      row.lanes[k] = first[k] and (row.own[k] or first[k] < i and last[k] > i) and "run" or "none"
      if row.lanes[k] == "run" and not row.own[k] and waiting[k] then row.lanes[k] = "wait" end
    end
    for k, name in ipairs(t.values) do row.values[k] = now[name] end
    if not folds then
      row.text[lane] = words_of(step)
      if step.line > 0 then
        row.to_line, row.tex_line, row.line = place(step.file, step.line)
        row.line = row.line or ("%s:%d"):format(step.file, step.line)
      end
    end
    if step.bad then t.bad = step.bad end
  end
  for _, r in ipairs(t.rows) do
    for k, count in pairs(r.folds and r.own or {}) do
      r.text[k] = { ("%d %s%s"):format(count, count == 1 and "step" or "steps", r.folds == "private" and " of its own" or "") }
    end
  end
  for _, w in ipairs(trace.waiting or {}) do
    local r = { stuck = true, lanes = {}, values = {}, changed = {}, text = { [lane_of[w.thread]] = { w.text } } }
    for k in ipairs(t.threads) do r.lanes[k] = "none" end
    for _, other in ipairs(trace.waiting) do r.lanes[lane_of[other.thread]] = "wait" end
    for k, name in ipairs(t.values) do r.values[k] = now[name] end
    r.to_line, r.tex_line, r.line = place(w.file, w.line)
    r.line = r.line or ("%s:%d"):format(w.file, w.line)
    t.rows[#t.rows + 1] = r
    t.bad = (t.bad or trace.why or ""):match("^[^:]+") -- the rest is told here
  end
  if trace.verdict == "fails" then t.bad = t.bad or trace.why or trace.said else t.good = trace.said:match("^(.-) %(") or trace.said end
  return t
end

-- What stands below: of how many schedules this is one.
function M.stamp(trace, record)
  local of = trace.schedules == 1 and "the only schedule%.0s" or trace.verdict ~= "fails" and "the first of %s schedules" or "one of %s schedules"
  local n = common.grouped(trace.schedules)
  return ("%s: %s%s; %s"):format(trace.program, of:format(n), trace.failing and trace.verdict == "fails" and trace.schedules > 1 and (", of which %s"):format(trace.failing == trace.schedules and "all fail" or trace.failing == 1 and "only this fails" or common.grouped(trace.failing) .. " fail") or "", record.stamp)
end

-------------------------------------------------------------------------------------------------------- the web

local esc = common.text
local lane_html = { run = "lane on", wait = "lane wait", none = "lane" }

-- Without the caption, which is pandoc's: the figure up to where that stands.
function M.html(t, id, number, trace_name, web)
  local out = {}
  local function add(...) out[#out + 1] = string.format(...) end
  add('<figure class="timeline" id="%s"%s><div class="scroll" tabindex="0" role="region" aria-label="Figure %s"><table><thead><tr><th scope="col">step</th><th scope="col">line</th>',
    id, web((' data-trace="%s"'):format(trace_name)), number)
  for k, name in ipairs(t.threads) do add('<th scope="col" class="lane l%d">%s</th>', k - 1, esc(name)) end
  for _, name in ipairs(t.values) do add('<th scope="col" class="value"><code>%s</code></th>', esc(name)) end
  add("</tr></thead><tbody>\n")
  for _, row in ipairs(t.rows) do
    if row.stuck then add('<tr class="waiting"><td>■</td>') else add('<tr data-step="%d"%s><th scope="row">%s</th>', row.n, row.folds and (' data-last="%d" class="folded"'):format(row.to) or "",
      row.n == row.to and row.n or ("%d–%d"):format(row.n, row.to)) end
    if row.line then add('<td class="line">%s</td>', row.to_line and ('<a href="ref:%s">%s</a>'):format(common.html(row.to_line), row.line) or esc(row.line))
    else add("<td></td>") end
    for k, lane in ipairs(row.lanes) do
      local text = row.text[k]
      add('<td class="%s l%d%s">%s</td>', lane_html[lane], k - 1, text and not row.folds and not row.stuck and " step" or "", text and records.html_text(text) or lane == "wait" and '<span class="hidden">waits</span>' or "")
    end
    for k, value in ipairs(row.values) do add(row.changed[t.values[k]] and '<td class="value"><b>%s</b></td>' or '<td class="value">%s</td>', esc(value)) end
    add("</tr>\n")
  end
  add('<tr class="%s"><td colspan="%d"><span class="mark">%s</span> %s</td></tr>', t.bad and "bad" or "good", 2 + #t.threads + #t.values, t.bad and "✗" or "✓", esc(t.bad or t.good))
  add("</tbody></table></div>")
  return table.concat(out)
end

------------------------------------------------------------------------------------------------------ the print

local tesc = common.tex
local lane_tex = { run = "r", wait = "w", none = "n" }

-- The lanes share what the other columns leave, each as its longest step needs it.
local function widths(t)
  local need, all = {}, 0
  for k, name in ipairs(t.threads) do
    need[k] = #name
    for _, row in ipairs(t.rows) do
      if row.text[k] then need[k] = math.max(need[k], #plain(row.text[k])) end
    end
    need[k] = math.max(9, math.min(need[k], 36))
    all = all + need[k]
  end
  for k in ipairs(need) do need[k] = need[k] / all end
  return need
end
function M.tex(t, key, number, caption, stamp)
  local out, n = {}, 2 + #t.threads + #t.values
  local function add(...) out[#out + 1] = string.format(...) end
  local share, form, heads = widths(t), {}, { "step", "line" }
  for k, name in ipairs(t.threads) do
    form[k] = ("!{\\kern5pt\\NwLane{%d}}>{\\NwCell}p{\\dimexpr %.3f\\NwLanesWidth-2\\tabcolsep-6.2pt\\relax}"):format(k, share[k])
    heads[#heads + 1] = tesc(name)
  end
  for _, name in ipairs(t.values) do heads[#heads + 1] = records.tex_code(name) end
  local value_widths, all = {}, 0
  for k, name in ipairs(t.values) do
    local longest = #name
    for _, row in ipairs(t.rows) do longest = math.max(longest, #row.values[k]) end
    value_widths[k] = math.min(math.max(7, 1.5 * longest + 1), 22) -- mm
    all = all + value_widths[k]
    value_widths[k] = (">{\\centering\\arraybackslash}p{%.1fmm}"):format(value_widths[k])
  end
  -- What fits on a page isn't divided.
  add("\\begin{NwTimeline}{%s}{%dpt}{%.1fmm}{%d}\\begin{longtable}{@{}r>{\\raggedleft\\arraybackslash}p{9mm}%s%s@{}}\n\\toprule\n\\noalign{\\NwLanes{}}\\bfseries %s\\\\\n\\midrule\n\\endhead\n\\endfoot\n",
    key, #t.rows > 36 and 100 or 80 + 13 * #t.rows, all, #t.values, table.concat(form), table.concat(value_widths), table.concat(heads, " & \\bfseries "))
  for i, row in ipairs(t.rows) do
    local lanes = {}
    for k, lane in ipairs(row.lanes) do lanes[k] = lane_tex[lane] end
    add("\\noalign{\\NwLanes{%s}}%s%s & %s", table.concat(lanes), row.folds and "\\NwFolded " or "", row.stuck and "■" or row.n == row.to and row.n or ("%d–%d"):format(row.n, row.to),
      row.line and (row.to_line and ("\\NwLink{%s}{%s}"):format(row.tex_line, tesc(tostring(row.line))) or tesc(row.line)) or "")
    for k in ipairs(t.threads) do
      add(" & %s", row.text[k] and (row.folds and "\\NwFolded " or row.stuck and "" or "\\NwStep ") .. records.tex_text(row.text[k]) or "")
    end
    for k, value in ipairs(row.values) do add(row.changed[t.values[k]] and " & {\\bfseries %s}" or " & %s", tesc(value)) end
    add(i < #t.rows and "\\\\\n" or "\\\\*\n")
  end
  add("\\noalign{\\NwLanes{}}\\multicolumn{%d}{@{}p{\\textwidth}@{}}{\\NwEnding{%s}{%s}}\\\\\n\\bottomrule\n\\end{longtable}\n", n, t.bad and "bad" or "good", tesc(t.bad or t.good))
  add("\\NwCaption{Figure %s}{%s}\\NwBelow{\\NwInk{grey}{%s}}\\end{NwTimeline}\n", number, caption, tesc(stamp))
  return table.concat(out)
end

------------------------------------------------------------------------------------------- all states, in words

-- How many states there are, and how many of them end how: a list of texts.
function M.states(graph)
  local ends, order = {}, {}
  for _, s in ipairs(graph.states) do
    if s["end"] ~= "" then
      if not ends[s["end"]] then order[#order + 1] = s["end"] end
      ends[s["end"]] = (ends[s["end"]] or 0) + 1
    end
  end
  table.sort(order)
  local t, all = { list = {} }, 0
  for i, what in ipairs(order) do
    all = all + ends[what]
    t.list[i] = { ("in %d: %s"):format(ends[what], what), bad = what ~= "holds" }
  end
  t.lead = ("Its threads can come to %s states, by %s steps. It can end in %s of them:"):format(common.grouped(#graph.states), common.grouped(#graph.edges), common.grouped(all))
  return t
end

return M
