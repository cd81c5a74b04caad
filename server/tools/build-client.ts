// `npm run build`: the client's typed operations and its pages, from client/ into client/dist.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeClientModules } from './client-modules.ts'

const { values } = parseArgs({ options: { types: { type: 'boolean', default: false } } })

writeClientModules()
if (!values.types) await bundle()

async function bundle(): Promise<void> {
  const { build } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  await build({
    configFile: false,
    root: join(import.meta.dirname, '../../client'),
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir: 'dist', emptyOutDir: true, manifest: true, target: 'es2023', assetsInlineLimit: 0 },
  })
}
