-- What makes it a book: its title data and its parts. Chapters are found by themselves, in the order of
-- their folders and of the numbers in their file names.
return {
  title = "The C Concurrency Handbook",
  subtitle = "What goes wrong, why, and how one knows that it is fixed",
  author = "The contributors to The C Concurrency Handbook",
  version = "0.1.0",
  date = "2026-11-20",
  language = "en-GB",
  -- Where the book is published; every address in citations, sitemap and social cards starts with it.
  url = "https://c-concurrency-handbook.example/",
  repository = "",
  parts = {
    { folder = "0-foundations", title = "Foundations", about = "What the words mean, and how this book shows what it says." },
    { folder = "1-state", title = "Shared state", about = "Values that change under your hands." },
    { folder = "2-contention", title = "Contention", about = "Threads that wait for each other, some for ever." },
    { folder = "3-api", title = "Using the primitives", about = "Correct parts, put together wrongly." },
    { folder = "4-event-loops", title = "Event loops", about = "One thread that must never wait." },
    { folder = "5-system", title = "System and processes", about = "What the kernel keeps, and what it takes away." },
    { folder = "6-lifecycle", title = "Life cycle", about = "Starting, stopping, and everything that outlives its owner." },
    { folder = "7-design", title = "Design", about = "Failures that no single line contains." },
    { folder = "8-projects", title = "Projects", about = "Whole programs, built step by step." },
    { folder = "9-press", title = "How this book proves itself", about = "Its own tools, told as chapters." },
  },
}
