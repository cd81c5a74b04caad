// `npm run generate` writes the printed files; with `--check` it writes nothing and fails naming those that are stale.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generatedFiles } from './generated-files.ts'

const root = join(import.meta.dirname, '../..')
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

for (const [path, text] of Object.entries(await generatedFiles())) {
  const current = await readFile(join(root, path), 'utf8').catch(() => null)
  if (current === text) continue
  if (values.check) {
    console.error(`${path} is stale: run \`npm run generate\` and commit it.`)
    process.exitCode = 1
  } else {
    await writeFile(join(root, path), text)
    console.log(`${path} written`)
  }
}
