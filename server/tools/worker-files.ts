// Tells the worker of the pages which built files it keeps: put into its code when the bundle is written.
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

export const WORKER = 'service-worker'

/** Files that are copied, not built; `/` is the page itself. */
const copied = ['/', '/icon.svg', '/icon-192.png', '/manifest.webmanifest']
/** Writing systems that none of our languages uses. */
const unused = /-(greek|greek-ext|vietnamese)-.*\.woff2?$/

export function tellWorkerFiles(): Plugin {
  return {
    name: 'worker-files',
    generateBundle: {
      // Only now are the files gone that held nothing but styles.
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[`${WORKER}.js`]
        if (worker?.type !== 'chunk') throw new Error('The worker was not built')
        const built = Object.values(bundle)
          .filter(({ fileName }) => fileName.startsWith('assets/') && !unused.test(fileName))
          .map(({ fileName }) => `/${fileName}`)
          .sort()
        const version = createHash('sha256').update(built.join()).digest('hex').slice(0, 12)
        const told = JSON.stringify({ version, files: [...copied, ...built] })
        worker.code = `const BUILT = ${told};\n${worker.code}`
      },
    },
  }
}
