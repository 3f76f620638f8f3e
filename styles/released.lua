-- Every slug and chunk anchor of the book, one a line: texlua styles/released.lua CACHE
local book = dofile(arg[1] .. "/book.facts")
local ids = {}
for _, c in ipairs(book.chapters) do ids[#ids + 1] = c.slug end
for id, anchor in pairs(book.anchors) do
  if anchor.kind == "chunk" then ids[#ids + 1] = id end
end
table.sort(ids)
print(table.concat(ids, "\n"))
