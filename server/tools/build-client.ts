// `npm run build`: the client's typed operations and its pages, from client/ into client/dist.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeClientModules } from './client-modules.ts'
import { tellWorkerFiles, WORKER } from './worker-files.ts'

const { values } = parseArgs({ options: { types: { type: 'boolean', default: false } } })

writeClientModules()
if (!values.types) await bundle()

async function bundle(): Promise<void> {
  // Whoever starts it, a test too, gets the pages as they are served.
  process.env.NODE_ENV = 'production'
  const { build } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  const root = join(import.meta.dirname, '../../client')
  await build({
    configFile: false,
    root,
    plugins: [react(), tellWorkerFiles()],
    logLevel: 'warn',
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      manifest: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          main: join(root, 'index.html'),
          survey: join(root, 'survey.html'),
          claim: join(root, 'claim.html'),
          visit: join(root, 'visit.html'),
          [WORKER]: join(root, `${WORKER}.ts`),
        },
        // The address of the worker stays, so that a browser finds the newer one.
        output: { entryFileNames: ({ name }) => (name === WORKER ? `${WORKER}.js` : 'assets/[name]-[hash].js') },
      },
    },
  })
}
