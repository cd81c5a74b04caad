// A program and all that it imports as one file: a process that runs it is there in a fifth of the time.
import { join, parse } from 'node:path'
import { build } from 'vite'

/** Within the project, since a few packages are asked for by name while it runs. */
const FOLDER = join(import.meta.dirname, '../../node_modules/.cache/bundled')

/** Returns the path of the file. */
export async function bundled(program: string): Promise<string> {
  const file = `${parse(program).name}.mjs`
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: program,
      outDir: FOLDER,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: file } },
    },
    ssr: { noExternal: true, external: ['pg-native'] },
  })
  return join(FOLDER, file)
}
