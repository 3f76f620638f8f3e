-- The bibliography, once for the whole book: every key's short label and its entry in both notations.
--   texlua styles/edition.lua keys book/bibliography.bib | pandoc --citeproc ... -L styles/bibliography.lua -M out=FILE
package.path = (PANDOC_SCRIPT_FILE:match("(.*)/") or ".") .. "/?.lua;" .. package.path
local common = require "common"

function Pandoc(doc)
  local entries, order = {}, {}
  doc:walk { Div = function(div)
    local key = div.identifier:match("^label%-(.*)")
    if key then
      entries[key] = entries[key] or {}
      entries[key].label = pandoc.utils.stringify(div):gsub("^[%(%[]", ""):gsub("[%)%]]$", "")
    end
    key = div.identifier:match("^ref%-(.*)")
    if key then
      entries[key] = entries[key] or {}
      local inlines = pandoc.Pandoc { pandoc.Plain(pandoc.utils.blocks_to_inlines(div.content)) }
      entries[key].html = pandoc.write(inlines, "html5")
      entries[key].tex = pandoc.write(inlines:walk { Link = function(a)
        local list = pandoc.List { pandoc.RawInline("latex", ("\\NwUrl{%s}{"):format((a.target:gsub("([%%#])", "\\%1")))) }
        list:extend { pandoc.RawInline("latex", common.tex(pandoc.utils.stringify(a)):gsub("([/.])", "%1\\NwBreak{}") .. "}") }
        return list
      end }, "latex-smart")
      order[#order + 1] = key
    end
  end }
  common.write_if_new(pandoc.utils.stringify(doc.meta.out), common.dump { entries = entries, order = order })
  os.exit(0)
end
