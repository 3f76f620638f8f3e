-- The corpus in the forms in which others take it: texlua styles/corpus.lua CACHE OUT
--   OUT/corpus.json  as gather.lua wrote it       OUT/corpus.tsv  a row for each bad program and its good twin
--   OUT/sv-comp/     tasks laid out as SV-COMP's collection has them: cch/*.yml with the preprocessed programs,
--                    properties/*.prp, concurrency.set
-- A task says only what the book knows: see verdicts_of.
package.path = arg[0]:match("(.*)/") .. "/?.lua;" .. package.path
local common = require "common"
local cache, out = arg[1], arg[2]
local corpus = common.load(cache .. "/corpus.facts")
local tasks = out .. "/sv-comp/cch"
local function run(command)
  if not os.execute(command) then
    io.stderr:write(("corpus: failed: %s\n"):format(command))
    os.exit(1)
  end
end
run(("rm -rf '%s' && mkdir -p '%s' '%s/sv-comp/properties'"):format(out, tasks, out))

------------------------------------------------------------------------------------------------------ the table

local rows = { table.concat({ "id", "title", "failure", "bad", "good", "flaws", "bad exit", "good exit", "bad stress", "good stress", "bad explored", "good explored",
  "reported by", "mutants", "caught", "cert", "cwe", "misra", "primitives" }, "\t") }
local function cell(x) return x == nil and "" or tostring(x) end
local function explored(p)
  local list = {}
  for i, e in ipairs(p and p.explored or {}) do list[i] = (e.options ~= "" and e.options .. ": " or "") .. e.verdict end
  return #list > 0 and table.concat(list, ", ") or nil
end
local function rate(p) return p and p.stress and ("%d/%d"):format(p.stress.met, p.stress.of) end
for _, p in ipairs(corpus) do
  local by_file = {}
  for _, program in ipairs(p.programs) do by_file[program.file] = program end
  for _, bad in ipairs(p.programs) do
    if bad.side == "bad" then
      -- Several bad programs may have one good one.
      local good = by_file[bad.file:gsub("^bad", "good")] or by_file["good.c"]
      local flaws, reporters = {}, {}
      for i, flaw in ipairs(bad.flaws) do flaws[i] = flaw.line end
      for _, v in ipairs(bad.verdicts or {}) do
        if v.verdict == "reports" then reporters[#reporters + 1] = v.tool end
      end
      local m, list = p.mutation or {}, table.concat
      rows[#rows + 1] = list({ p.id, p.title, p.failure, bad.file, cell(good and good.file), list(flaws, " "), cell(bad.exit), cell(good and good.exit),
        cell(rate(bad)), cell(rate(good)), cell(explored(bad)), cell(explored(good)), bad.verdicts and list(reporters, ", ") or "", cell(m.mutants), cell(m.caught), list(p.cert, ", "),
        list(p.cwe, ", "), list(p.misra, ", "), list(p.primitives, ", ") }, "\t")
    end
  end
end
common.write(out .. "/corpus.tsv", table.concat(rows, "\n") .. "\n")

-------------------------------------------------------------------------------------------------------- SV-COMP

common.write(out .. "/sv-comp/properties/unreach-call.prp", "CHECK( init(main()), LTL(G ! call(reach_error())) )\n")
common.write(out .. "/sv-comp/properties/no-data-race.prp", "CHECK( init(main()), LTL(G ! data-race) )\n")

-- The claim of a program with a defined behaviour can be reached violated or not; whether there is a data race is what
-- ThreadSanitizer saw. Where the race detectors disagree, or none was run, nothing is said.
local function verdicts_of(p, program)
  local list, races, silent, others = {}, false, false, false
  for _, v in ipairs(program.verdicts or {}) do
    if v.tool:match("TSan") then
      races = races or v.verdict == "reports" and v.line:match("data race") ~= nil
      silent = silent or v.verdict == "silent"
      others = others or v.verdict ~= "silent" and v.verdict ~= "cannot run"
    elseif v.tool:match("Helgrind") or v.tool:match("DRD") then others = others or v.verdict == "reports" end
  end
  if p.failure == "wrong-answer" and program.side ~= "other" then list[1] = { "unreach-call", program.side == "good" } end
  if races then list[#list + 1] = { "no-data-race", false }
  elseif p.failure == "wrong-answer" and silent and not others then list[#list + 1] = { "no-data-race", true } end
  return list
end

local left_out = {}
local function task(p, program)
  local name = ("%s-%s"):format(p.slug, program.file:gsub("%.c$", ""))
  local source = ("tangled/%s/%s"):format(p.slug, program.file)
  local verdicts = verdicts_of(p, program)
  local text = common.read(source) or ""
  local parameters = text:match("int main%s*%(([^)]*)%)")
  local why = #verdicts == 0 and "the book has no verdict in SV-COMP's terms" or not parameters and "it has no main"
    or text:match("%f[%w_]v?fork%s*%(") and "it starts processes, which SV-COMP's tools don't model"
  if why then
    left_out[#left_out + 1] = ("%s: %s"):format(name, why)
    return
  end
  local i = ("%s/%s.i"):format(tasks, name)
  run(("gcc -std=c11 -pthread -E -P -Dmain=program_main '%s' > '%s'"):format(source, i))
  local plain = parameters == "void" or parameters == ""
  common.write(i, common.read(i) .. ([[

/* What follows is not of the program: a violated claim, exit status 1, is what must not be reached. */
extern void abort(void);
void reach_error(void) { abort(); }
int main(%s)
{
    int status = program_main(%s);

    if (status == 1)
        reach_error();
    return status;
}
]]):format(plain and "void" or "int argc, char **argv", plain and "" or "argc, argv"))
  run(("gcc -std=c11 -pthread -c -x c -o /dev/null '%s'"):format(i))
  local yml = { "format_version: '2.0'\n", ("input_files: '%s.i'\n"):format(name), "properties:" }
  for _, v in ipairs(verdicts) do
    yml[#yml + 1] = ("  - property_file: ../properties/%s.prp\n    expected_verdict: %s"):format(v[1], tostring(v[2]))
  end
  yml[#yml + 1] = "\noptions:\n  language: C\n  data_model: LP64\n"
  common.write(("%s/%s.yml"):format(tasks, name), table.concat(yml, "\n"))
end
for _, p in ipairs(corpus) do
  for _, program in ipairs(p.programs) do task(p, program) end
end
common.write(out .. "/sv-comp/concurrency.set", "cch/*.yml\n")
common.write(tasks .. "/README.txt", [[
Programs of The C Concurrency Handbook as verification tasks, MIT licence. They were preprocessed on a Linux with
glibc on x86-64, and main was wrapped: reach_error() is called when the program says that its claim is violated.

Left out:
]] .. table.concat(left_out, "\n") .. "\n")
common.write(out .. "/corpus.json", assert(common.read(cache .. "/../corpus.json")))
print(("corpus: %d pitfalls, %d rows, %d programs left out of sv-comp: %s"):format(#corpus, #rows - 1, #left_out, out))
