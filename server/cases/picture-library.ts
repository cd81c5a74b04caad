// The library of pictures, loaded with the first of them: it would be a part of every start and of the memory of every server.
import type sharp from 'sharp'

let loading: Promise<typeof sharp> | undefined

export function pictureLibrary(): Promise<typeof sharp> {
  loading ??= load()
  return loading
}

/** One thread and no cache: a picture must not cost the server its memory. */
async function load(): Promise<typeof sharp> {
  const { default: library } = await import('sharp')
  library.concurrency(1)
  library.cache(false)
  return library
}
